/**
 * The one inline script of the site: sets a reader's own theme before the first paint, so that it never flashes, and refuses
 * pictures for who reads without them. A browser that looks ahead may have begun with the first one by then.
 * A constant, so that one hash in the Content-Security-Policy allows it on every page.
 */
export const earlyScript =
  "try{const d=document,r=d.documentElement,l=localStorage,t=l.getItem('theme');if(t==='light'||t==='dark')r.dataset.theme=t;if(l.getItem('pictures')==='off'){r.dataset.pictures='off';const m=d.createElement('meta');m.httpEquiv='Content-Security-Policy';m.content=\"img-src 'none'\";d.head.append(m)}}catch{}";

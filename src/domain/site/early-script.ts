/**
 * The one inline script of the site: sets a reader's own theme before the first paint, so that it never flashes.
 * A constant, so that one hash in the Content-Security-Policy allows it on every page.
 */
export const earlyScript =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

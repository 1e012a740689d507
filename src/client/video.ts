import { element } from './dom.ts';

/** Puts a video in the place of its link when a reader asks for it; before that, nobody is contacted. */
export function playVideos(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-video]') : null;
    // With a key held, the reader wants the link itself.
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { src = '', title = '', video } = link.dataset;
    const player =
      video === 'file'
        ? element('video', { src, controls: true, autoplay: true, playsinline: true, 'aria-label': title })
        : element('iframe', { src, title, allow: 'autoplay; fullscreen; picture-in-picture', allowfullscreen: true });
    link.replaceWith(player);
    player.focus();
  });
}

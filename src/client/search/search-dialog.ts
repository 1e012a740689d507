import { element } from '../dom.ts';
import { addressOf } from './query.ts';
import { SearchPanel } from './search-panel.ts';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel | undefined;

/** Opens the search above the page; Escape closes it and gives the focus back. */
export function openSearchDialog(): void {
  if (!dialog || !panel) {
    const all = element('a', { href: '/search/', class: 'small' }, 'Open as a page');
    const close = element('button', { type: 'button', class: 'button-plain small' }, 'Close');
    panel = new SearchPanel({ term: '', sort: 'relevance', filters: {} }, false, (query) =>
      all.setAttribute('href', addressOf(query)),
    );
    dialog = element(
      'dialog',
      { class: 'search-dialog', 'aria-label': 'Search' },
      element('div', { class: 'bar' }, all, close),
      panel.root,
    );
    close.addEventListener('click', () => dialog?.close());
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
  panel.focus();
}

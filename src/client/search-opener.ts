/**
 * `/` and Ctrl or Cmd with K open the search, and so does the link in the masthead.
 * Nothing of the search is loaded before that.
 */
export function openSearchOnDemand(): void {
  const open = (): void => void import('./search-dialog.ts').then(
      ({ openSearchDialog }) => openSearchDialog(),
      // The script cannot be reached: the page of the search says what works without it.
      () => location.assign('/search/'),
    );
  document.querySelector('[data-search-open]')?.addEventListener('click', (event) => {
    if (onSearchPage() || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    // Autofill fires keydown without a key.
    const key: string | undefined = event.key;
    if (key === undefined) return;
    const withK = key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!withK && !slash) return;
    event.preventDefault();
    if (onSearchPage()) document.querySelector<HTMLInputElement>('.search input')?.focus();
    else open();
  });
  if (onSearchPage()) {
    const container = document.querySelector<HTMLElement>('[data-search]');
    if (container) void import('./search-panel.ts').then(({ startSearchPage }) => startSearchPage(container));
  }
}

const onSearchPage = (): boolean => location.pathname === '/search/';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

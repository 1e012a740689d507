/** Milliseconds that scripts of the search may take before something else is done. */
const patience = 1200;

/**
 * `/` and Ctrl or Cmd with K open the search, and so does the link in the masthead.
 * Nothing of the search is loaded before that.
 */
export function openSearchOnDemand(): void {
  // When the script cannot be reached, the page of the search says what works without it.
  const open = (): void => {
    const late = window.setTimeout(() => location.assign('/search/'), patience);
    void import('./search-dialog.ts')
      .then(({ openSearchDialog }) => openSearchDialog())
      .catch(() => location.assign('/search/'))
      .finally(() => clearTimeout(late));
  };
  document.querySelector('[data-search-open]')?.addEventListener('click', (event) => {
    if (onSearchPage() || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    // Autofill fires keydown without a key.
    const { key } = event as Partial<KeyboardEvent>;
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
    if (container) startSearchPage(container);
  }
}

/** Starts the search on its own page; when its script does not come, the words on the page say so. */
function startSearchPage(container: HTMLElement): void {
  const words = container.querySelector('[data-search-fault]');
  const show = (what: string): void => words?.replaceChildren(what);
  const late = window.setTimeout(() => show('The search has not answered yet.'), patience);
  void import('./search-panel.ts')
    .then((panel) => panel.startSearchPage(container))
    .catch(() => show('The search cannot be loaded just now.'))
    .finally(() => clearTimeout(late));
}

const onSearchPage = (): boolean => location.pathname === '/search/';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

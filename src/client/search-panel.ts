import styles from './search.css?url';
import { element, markedText } from './dom.ts';
import { dropPagefind, loadPagefind, type FilterCounts, type Found } from './pagefind.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';

/** What a reader asks for. */
interface Query {
  term: string;
  /** `relevance` or `date`. */
  sort: string;
  /** Chosen value of each filter. */
  filters: Record<string, string>;
}

const filterNames: Record<string, string> = { kind: 'Kind', category: 'Category', year: 'Year', model: 'Model', provider: 'Provider' };
/** Filters with few values are chips; the others are lists, which become chips when chosen. */
const chipped = new Set(['kind', 'category', 'year']);
const pageSize = 10;
/** Milliseconds without a keystroke before the search begins. */
const pause = 150;
/** Milliseconds after which a reader is told that there is no answer yet. */
const patience = 1200;

/** Starts the search on its own page: the address holds the query. */
export function startSearchPage(container: HTMLElement): void {
  const query = fromAddress(new URLSearchParams(location.search));
  const panel = new SearchPanel(query, (changed) => history.replaceState(null, '', addressOf(changed)));
  container.replaceChildren(panel.root);
  panel.focus();
}

function fromAddress(parameters: URLSearchParams): Query {
  const filters = Object.fromEntries(Object.keys(filterNames).flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name) ?? '']] : [])));
  return { term: parameters.get('q') ?? '', sort: parameters.get('sort') ?? 'relevance', filters };
}

/** The address of the search page with a query in it. */
export function addressOf({ term, sort, filters }: Query): string {
  const parameters = new URLSearchParams({ ...(term && { q: term }), ...(sort === 'date' && { sort }), ...filters });
  return `/search/${parameters.size > 0 ? `?${parameters.toString()}` : ''}`;
}

/** Field, filters, count and results; used on the search page and in the dialog. */
export class SearchPanel {
  readonly root: HTMLElement;
  readonly #input = element('input', { type: 'search', name: 'q', 'aria-label': 'Search', placeholder: 'Models, makers, subjects', autocomplete: 'off', enterkeyhint: 'search' });
  readonly #filters = element('div', { class: 'filters' });
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #recent = element('div', { class: 'recent' });
  readonly #results = element('ol', { class: 'results' });
  readonly #more = element('button', { type: 'button', class: 'button', hidden: true }, 'Show more results');
  readonly #onChange: (query: Query) => void;
  #query: Query;
  #timer = 0;
  /** Counts searches, so that a slow answer never replaces a newer one. */
  #turn = 0;

  constructor(query: Query, onChange: (query: Query) => void) {
    loadStyles();
    this.#query = query;
    this.#onChange = onChange;
    this.#input.value = query.term;
    const form = element('form', { role: 'search', action: '/search/' }, this.#input);
    this.root = element('div', { class: 'search' }, form, this.#filters, this.#status, this.#recent, this.#results, this.#more);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(this.#input.value);
      this.#change({ term: this.#input.value });
    });
    // A search that led somewhere is worth keeping.
    this.#results.addEventListener('click', () => rememberSearch(this.#query.term));
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#change({ term: this.#input.value }), pause);
    });
    this.root.addEventListener('keydown', (event) => this.#walk(event));
    void this.#search();
  }

  focus(): void {
    this.#input.focus();
  }

  #change(changed: Partial<Query>): void {
    this.#query = { ...this.#query, ...changed };
    this.#onChange(this.#query);
    void this.#search();
  }

  async #search(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { term, sort, filters } = this.#query;
    const waiting = window.setTimeout(() => turn === this.#turn && this.#say('The search has not answered yet.'), patience);
    try {
      const pagefind = await loadPagefind();
      const asked = term.trim() !== '' || Object.keys(filters).length > 0;
      const byDate = sort === 'date' || term.trim() === '';
      // Counts come with an answer only after the filters were asked for once.
      const allCounts = await pagefind.filters();
      const answer = asked ? await pagefind.search(term.trim() || null, { filters, ...(byDate && { sort: { date: 'desc' } }) }) : undefined;
      if (turn !== this.#turn) return;
      this.#showFilters(answer?.filters ?? allCounts);
      await this.#showResults(answer?.results ?? [], asked, turn);
    } catch (error) {
      if (turn === this.#turn) this.#showFailure(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  async #showResults(results: { data: () => Promise<Found> }[], asked: boolean, turn: number): Promise<void> {
    let shown = 0;
    const showNext = async (): Promise<void> => {
      const found = await Promise.all(results.slice(shown, shown + pageSize).map((result) => result.data()));
      if (turn !== this.#turn) return;
      if (shown === 0) this.#results.replaceChildren();
      this.#results.append(...found.map(resultItem));
      shown += found.length;
      this.#more.hidden = shown >= results.length;
    };
    await showNext();
    if (turn !== this.#turn) return;
    this.#status.replaceChildren(...this.#statusWords(results.length, asked));
    this.#showRecent(!asked);
    this.#more.onclick = () => {
      // A second click while results come would show them twice.
      this.#more.disabled = true;
      showNext()
        .catch((error: unknown) => this.#showFailure(error))
        .finally(() => (this.#more.disabled = false));
    };
  }

  #statusWords(count: number, asked: boolean): (Node | string)[] {
    if (!asked) return ['Write a word, or choose a filter. ', element('a', { href: '/archive/' }, 'The archive'), ' lists every story by month.'];
    const subject = this.#query.term.trim() === '' ? '' : ` for “${this.#query.term.trim()}”`;
    if (count > 0) return [`${count} ${count === 1 ? 'result' : 'results'}${subject}`];
    return [`Nothing found${subject}. Try fewer or shorter words, take a filter away, or look into `, element('a', { href: '/models/' }, 'the list of models'), ' or ', element('a', { href: '/archive/' }, 'the archive'), '.'];
  }

  #showFailure(error: unknown): void {
    console.warn('Search failed:', error);
    dropPagefind();
    this.#results.replaceChildren();
    this.#more.hidden = true;
    this.#say('The search index cannot be reached just now.');
  }

  /** Says what does not work, and what works without it. */
  #say(what: string): void {
    this.#status.replaceChildren(`${what} `, element('a', { href: '/archive/' }, 'The archive'), ' and ', element('a', { href: '/models/' }, 'the list of models'), ' work without it.');
  }

  /** Earlier searches, while nothing is asked. */
  #showRecent(visible: boolean): void {
    const terms = visible ? recentSearches() : [];
    if (terms.length === 0) return this.#recent.replaceChildren();
    const again = terms.map((term) => {
      const button = element('button', { type: 'button', class: 'chip' }, term);
      button.addEventListener('click', () => {
        this.#input.value = term;
        this.#input.focus();
        this.#change({ term });
      });
      return button;
    });
    const forget = element('button', { type: 'button', class: 'button-plain small' }, 'Forget these');
    forget.addEventListener('click', () => {
      forgetSearches();
      this.#input.focus();
      this.#showRecent(true);
    });
    this.#recent.replaceChildren(element('p', { class: 'small' }, 'Your last searches, kept in this browser only'), ...again, forget);
  }

  #showFilters(counts: FilterCounts): void {
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && this.#filters.contains(active) ? active.dataset['key'] : undefined;
    const controls = Object.entries(filterNames).flatMap(([name, label]): HTMLElement[] => {
      const chosen = this.#query.filters[name];
      const values = Object.entries(counts[name] ?? {}).filter(([value, count]) => count > 0 || value === chosen);
      if (values.length === 0) return [];
      const newestFirst = name === 'year' ? -1 : 1;
      values.sort(([a], [b]) => (a < b ? -newestFirst : newestFirst));
      if (chipped.has(name)) return [element('div', { class: 'chips', role: 'group', 'aria-label': label }, ...values.map(([value, count]) => this.#chip(name, value, `${value} (${count})`, value === chosen)))];
      if (chosen !== undefined) return [this.#chip(name, chosen, `${label}: ${chosen}`, true)];
      return [this.#select(name, label, [['', `${label}: all`], ...values.map(([value, count]): [string, string] => [value, `${value} (${count})`])], '')];
    });
    const sort = this.#select('sort', 'Order', [['relevance', 'Best first'], ['date', 'Newest first']], this.#query.sort);
    this.#filters.replaceChildren(...controls, sort);
    if (focused !== undefined) [...this.#filters.querySelectorAll<HTMLElement>('[data-key]')].find(({ dataset }) => dataset['key'] === focused)?.focus();
  }

  /** A value that is chosen by one press and given up by another. */
  #chip(name: string, value: string, text: string, chosen: boolean): HTMLButtonElement {
    const chip = element('button', { type: 'button', class: 'chip', 'aria-pressed': String(chosen), 'data-key': chipped.has(name) ? `${name} ${value}` : name }, text);
    chip.addEventListener('click', () => this.#change({ filters: withFilter(this.#query.filters, name, chosen ? '' : value) }));
    return chip;
  }

  #select(name: string, label: string, options: [string, string][], chosen: string): HTMLSelectElement {
    const select = element('select', { name, 'aria-label': label, 'data-key': name }, ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, text)));
    select.addEventListener('change', () => {
      if (name === 'sort') this.#change({ sort: select.value });
      else this.#change({ filters: withFilter(this.#query.filters, name, select.value) });
    });
    return select;
  }

  /** Arrows walk from the field through the results and back. */
  #walk(event: KeyboardEvent): void {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.target instanceof HTMLSelectElement) return;
    const stops: HTMLElement[] = [this.#input, ...this.#results.querySelectorAll<HTMLElement>('a')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (at === -1) return;
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** The styles come with the search, not with the page. */
function loadStyles(): void {
  if (document.querySelector(`link[href="${styles}"]`)) return;
  document.head.append(element('link', { rel: 'stylesheet', href: styles }));
}

function withFilter(filters: Record<string, string>, name: string, value: string): Record<string, string> {
  const { [name]: _dropped, ...others } = filters;
  return value === '' ? others : { ...others, [name]: value };
}

function resultItem({ url, excerpt, meta }: Found): HTMLLIElement {
  const details = [meta['kind'], meta['day']].filter((part) => part !== undefined && part !== '').join(' · ');
  return element('li', {}, element('p', { class: 'small' }, details), element('h2', {}, element('a', { href: url }, meta['title'] ?? url)), element('p', { class: 'excerpt' }, ...markedText(excerpt)));
}

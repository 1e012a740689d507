import styles from './search.css?url';
import { element } from './dom.ts';
import { matchingHeadlines, type Headline } from './headline-search.ts';
import { loadHeadlines } from './headlines.ts';
import { dropPagefind, loadPagefind, type FilterCounts } from './pagefind.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { headlineResult, ResultList, type Result } from './search-results.ts';
import { countWords, numberText, subjectOf, wordsWithoutAnswer, type FullText } from './search-words.ts';

/** A query with its filters and order. */
interface Query {
  term: string;
  /** `relevance` or `date`. */
  sort: string;
  /** Chosen value of each filter. */
  filters: Record<string, string>;
}

const filterNames: Record<string, string> = {
  kind: 'Kind',
  category: 'Category',
  year: 'Year',
  model: 'Model',
  provider: 'Provider',
};
/** Filters with few values are chips; the others are lists, which become chips when chosen. */
const chipped = new Set(['kind', 'category', 'year']);
/** Milliseconds without a keystroke before the full-text search begins. */
const pause = 150;
/** Milliseconds after which the page says that there is no answer yet. */
const patience = 1200;

/** Starts the search on its own page: the address holds the query. */
export function startSearchPage(container: HTMLElement): void {
  const query = fromAddress(new URLSearchParams(location.search));
  // Next to a phone's keyboard there is room for results only.
  const open = matchMedia('(width >= 40rem)').matches || Object.keys(query.filters).length > 0;
  const panel = new SearchPanel(query, open, (changed) => history.replaceState(null, '', addressOf(changed)));
  container.replaceChildren(panel.root);
  panel.focus();
}

function fromAddress(parameters: URLSearchParams): Query {
  const filters = Object.fromEntries(
    Object.keys(filterNames).flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name) ?? '']] : [])),
  );
  return { term: parameters.get('q') ?? '', sort: parameters.get('sort') ?? 'relevance', filters };
}

/** The address of the search page with a query in it. */
export function addressOf({ term, sort, filters }: Query): string {
  const parameters = new URLSearchParams({ ...(term && { q: term }), ...(sort === 'date' && { sort }), ...filters });
  return `/search/${parameters.size > 0 ? `?${parameters.toString()}` : ''}`;
}

/**
 * Field, filters, count and results; used on the search page and in the dialog. Headlines answer each keystroke at once;
 * the answer of the full-text search takes their place when it comes.
 */
export class SearchPanel {
  readonly root: HTMLElement;
  readonly #input = element('input', {
    type: 'search',
    name: 'q',
    'aria-label': 'Search',
    placeholder: 'Models, makers, subjects',
    autocomplete: 'off',
    enterkeyhint: 'search',
  });
  readonly #summary = element('summary', {}, 'Filters and order');
  readonly #filters = element('div', { class: 'filters' });
  readonly #narrowing = element('details', { class: 'narrowing' }, this.#summary, this.#filters);
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #recent = element('div', { class: 'recent' });
  readonly #results = new ResultList(
    () => this.#input.focus(),
    (error) => this.#fail(error),
  );
  readonly #onChange: (query: Query) => void;
  #query: Query;
  #timer = 0;
  /** Counts queries, so that a slow answer never replaces a newer one. */
  #turn = 0;
  /** What is wrong stays wrong with the next query, until there is an answer. */
  #fullText: FullText = 'awaited';
  #headlines: readonly Headline[] | undefined;

  /** @param open true shows the filters at once; false leaves the room to the results, with a line that opens them */
  constructor(query: Query, open: boolean, onChange: (query: Query) => void) {
    loadStyles();
    this.#query = query;
    this.#onChange = onChange;
    this.#input.value = query.term;
    this.#narrowing.open = open;
    const form = element('form', { role: 'search', action: '/search/' }, this.#input);
    this.root = element(
      'div',
      { class: 'search' },
      form,
      this.#narrowing,
      this.#status,
      this.#recent,
      this.#results.root,
      this.#results.more,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(this.#input.value);
      this.#change({ term: this.#input.value });
    });
    // A search that led somewhere is worth keeping.
    this.#results.root.addEventListener('click', () => rememberSearch(this.#query.term));
    this.#input.addEventListener('input', () => {
      this.#begin({ term: this.#input.value });
      this.#timer = window.setTimeout(() => this.#askFullText(), pause);
    });
    this.root.addEventListener('keydown', (event) => this.#walk(event));
    this.#begin({});
    void this.#searchFullText(this.#turn);
  }

  focus(): void {
    this.#input.focus();
  }

  #change(changed: Partial<Query>): void {
    this.#begin(changed);
    this.#askFullText();
  }

  /** Makes older answers void, and answers from the headlines. */
  #begin(changed: Partial<Query>): void {
    clearTimeout(this.#timer);
    this.#query = { ...this.#query, ...changed };
    this.#turn += 1;
    if (this.#fullText === 'answered') this.#fullText = 'awaited';
    this.#showRecent(!this.#hasQuery);
    if (!this.#hasQuery) {
      this.#results.clear();
      this.#announce(startWords());
    }
    void this.#askHeadlines(this.#turn);
  }

  #askFullText(): void {
    this.#onChange(this.#query);
    void this.#searchFullText(this.#turn);
  }

  get #term(): string {
    return this.#query.term.trim();
  }

  get #filtered(): boolean {
    return Object.keys(this.#query.filters).length > 0;
  }

  get #hasQuery(): boolean {
    return this.#term !== '' || this.#filtered;
  }

  async #askHeadlines(turn: number): Promise<void> {
    try {
      this.#headlines = await loadHeadlines();
    } catch (error) {
      console.warn('Headlines cannot be searched:', error);
    }
    if (turn === this.#turn) await this.#showHeadlines();
  }

  /** Shows what headlines can say until the full-text search answers. */
  async #showHeadlines(): Promise<void> {
    const [turn, fullText] = [this.#turn, this.#fullText];
    if (fullText === 'answered') return;
    const isCurrent = (): boolean => turn === this.#turn && fullText === this.#fullText;
    const found = this.#matching();
    const show = await this.#results.load((found ?? []).map(headlineResult), isCurrent);
    if (!isCurrent()) return;
    // Older results stay for the moment that it takes to find better ones.
    if (found && (found.length > 0 || fullText !== 'awaited')) show(fullText === 'awaited');
    const words = wordsWithoutAnswer(
      fullText,
      found?.length ?? (this.#headlines && !this.#hasQuery ? 'none' : 'unable'),
      this.#term,
    );
    if (words === undefined) return;
    // What comes late comes soon: nobody has to look elsewhere while there are headlines.
    if (fullText === 'awaited' || (fullText === 'late' && found && found.length > 0))
      this.#announce([words], fullText === 'awaited');
    else
      this.#announce([
        `${words} `,
        element('a', { href: '/archive/' }, 'The archive'),
        ' and ',
        element('a', { href: '/models/' }, 'the list of models'),
        ' work without it.',
      ]);
  }

  /** Headlines that match; undefined where they are not enough: they know no filters, and have an order of their own. */
  #matching(): Headline[] | undefined {
    if (!this.#headlines || this.#term === '' || this.#filtered || this.#query.sort !== 'relevance') return undefined;
    return matchingHeadlines(this.#term, this.#headlines);
  }

  async #searchFullText(turn: number): Promise<void> {
    const waiting = window.setTimeout(
      () => turn === this.#turn && this.#fullText === 'awaited' && this.#fallBack('late'),
      patience,
    );
    try {
      const pagefind = await loadPagefind();
      const { sort, filters } = this.#query;
      const byDate = sort === 'date' || this.#term === '';
      // Counts come with an answer only after the filters were requested once.
      const allCounts = await pagefind.filters();
      if (turn !== this.#turn) return;
      const answer = this.#hasQuery
        ? await pagefind.search({ term: this.#term || null, filters, order: byDate ? 'date' : 'score' })
        : undefined;
      if (turn !== this.#turn) return;
      this.#showFilters(answer?.filters ?? allCounts);
      await this.#showAnswer(answer?.results ?? [], turn);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  async #showAnswer(results: readonly Result[], turn: number): Promise<void> {
    const show = await this.#results.load(results, () => turn === this.#turn);
    if (turn !== this.#turn) return;
    this.#fullText = 'answered';
    show(false);
    if (!this.#hasQuery) this.#announce(startWords());
    else this.#announce(results.length > 0 ? [countWords(results.length, this.#term)] : this.#nothingWords());
  }

  #nothingWords(): (Node | string)[] {
    return [
      `Nothing found${subjectOf(this.#term)}. Try fewer or shorter words, take a filter away, or look into `,
      element('a', { href: '/models/' }, 'the list of models'),
      ' or ',
      element('a', { href: '/archive/' }, 'the archive'),
      '.',
    ];
  }

  #fail(error: unknown): void {
    console.warn('Search failed:', error);
    dropPagefind();
    this.#narrowing.hidden = this.#filters.childElementCount === 0;
    this.#fallBack('failed');
  }

  /** Leaves the reader with what headlines can say. */
  #fallBack(how: 'late' | 'failed'): void {
    this.#fullText = how;
    if (how === 'failed' && !this.#matching()) this.#results.clear();
    void this.#showHeadlines();
  }

  /**
   * Says the state of things, once.
   * @param briefly true for words that others follow soon, which are read and not spoken
   */
  #announce(words: (Node | string)[], briefly = false): void {
    this.#status.setAttribute('aria-busy', String(briefly));
    const next = element('p', {}, ...words);
    if (next.textContent !== this.#status.textContent) this.#status.replaceChildren(...next.childNodes);
  }

  /** Earlier searches, while there is no query. */
  #showRecent(visible: boolean): void {
    const terms = visible ? recentSearches() : [];
    if (terms.length === 0) {
      this.#recent.replaceChildren();
      return;
    }
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
    this.#recent.replaceChildren(
      element('p', { class: 'small' }, 'Your last searches, kept in this browser only'),
      ...again,
      forget,
    );
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
      if (chipped.has(name))
        return [
          element(
            'div',
            { class: 'chips', role: 'group', 'aria-label': label },
            ...values.map(([value, count]) =>
              this.#chip(name, value, `${value} (${numberText(count)})`, value === chosen),
            ),
          ),
        ];
      if (chosen !== undefined) return [this.#chip(name, chosen, `${label}: ${chosen}`, true)];
      return [
        this.#select(
          name,
          label,
          [
            ['', `${label}: all`],
            ...values.map(([value, count]): [string, string] => [value, `${value} (${numberText(count)})`]),
          ],
          '',
        ),
      ];
    });
    const sort = this.#select(
      'sort',
      'Order',
      [
        ['relevance', 'Best first'],
        ['date', 'Newest first'],
      ],
      this.#query.sort,
    );
    this.#filters.replaceChildren(...controls, sort);
    this.#narrowing.hidden = false;
    const chosen = Object.keys(this.#query.filters).length;
    this.#summary.replaceChildren(`Filters and order${chosen > 0 ? ` (${chosen} chosen)` : ''}`);
    if (focused !== undefined)
      [...this.#filters.querySelectorAll<HTMLElement>('[data-key]')]
        .find(({ dataset }) => dataset['key'] === focused)
        ?.focus();
  }

  /** A value that is chosen by one press and given up by another. */
  #chip(name: string, value: string, text: string, chosen: boolean): HTMLButtonElement {
    const chip = element(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(chosen),
        'data-key': chipped.has(name) ? `${name} ${value}` : name,
      },
      text,
    );
    chip.addEventListener('click', () =>
      this.#change({ filters: withFilter(this.#query.filters, name, chosen ? '' : value) }),
    );
    return chip;
  }

  #select(name: string, label: string, options: [string, string][], chosen: string): HTMLSelectElement {
    const select = element(
      'select',
      { name, 'aria-label': label, 'data-key': name },
      ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, text)),
    );
    select.addEventListener('change', () => {
      if (name === 'sort') this.#change({ sort: select.value });
      else this.#change({ filters: withFilter(this.#query.filters, name, select.value) });
    });
    return select;
  }

  /** Arrows walk from the field through the results and back. */
  #walk(event: KeyboardEvent): void {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.target instanceof HTMLSelectElement) return;
    const stops: HTMLElement[] = [this.#input, ...this.#results.links];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (at === -1) return;
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** What the page says before a search. */
const startWords = (): (Node | string)[] => [
  'Write a word, or choose a filter. ',
  element('a', { href: '/archive/' }, 'The archive'),
  ' lists every story by month.',
];

/** The styles come with the search, not with the page. */
function loadStyles(): void {
  if (document.querySelector(`link[href="${styles}"]`)) return;
  document.head.append(element('link', { rel: 'stylesheet', href: styles }));
}

function withFilter(filters: Record<string, string>, name: string, value: string): Record<string, string> {
  const { [name]: _dropped, ...others } = filters;
  return value === '' ? others : { ...others, [name]: value };
}

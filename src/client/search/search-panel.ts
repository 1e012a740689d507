import type { Answer, Finder } from '../../domain/search/finder.ts';
import { element } from '../dom.ts';
import { SearchFilters } from './filters.ts';
import { merge } from './merge.ts';
import { dropPagefind, loadPagefind } from './pagefind.ts';
import { addressOf, fromAddress, type Query } from './query.ts';
import { RecentList } from './recent.ts';
import { rememberSearch } from './recent-searches.ts';
import { destinationResult, ResultList } from './results.ts';
import styles from './search.css?url';
import { StatusLine } from './status.ts';
import { countWords, partialWords, readAs, wordsWithoutAnswer, type FullText } from './words.ts';

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

/**
 * Field, filters, count and results; used on the search page and in the dialog. The index of names and headlines answers each
 * keystroke at once; the answer of the full-text search completes its own.
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
  readonly #filters: SearchFilters;
  readonly #status = new StatusLine();
  readonly #recent = new RecentList(
    (term) => {
      this.#input.value = term;
      this.#input.focus();
      this.#change({ term });
    },
    () => this.#input.focus(),
  );
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
  #finder: Finder | undefined;

  /** @param open true shows the filters at once; false leaves the room to the results, with a line that opens them */
  constructor(query: Query, open: boolean, onChange: (query: Query) => void) {
    loadStyles();
    this.#query = query;
    this.#onChange = onChange;
    this.#input.value = query.term;
    this.#filters = new SearchFilters(open, (changed) => this.#change(changed));
    const form = element('form', { role: 'search', action: '/search/' }, this.#input);
    this.root = element(
      'div',
      { class: 'search' },
      form,
      this.#filters.root,
      this.#status.root,
      this.#recent.root,
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

  /** Makes older answers void, and answers from the index. */
  #begin(changed: Partial<Query>): void {
    clearTimeout(this.#timer);
    this.#query = { ...this.#query, ...changed };
    this.#turn += 1;
    if (this.#fullText === 'answered') this.#fullText = 'awaited';
    this.#recent.show(!this.#hasQuery);
    if (!this.#hasQuery) {
      this.#results.clear();
      this.#status.sayStart();
    }
    void this.#askIndex(this.#turn);
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

  async #askIndex(turn: number): Promise<void> {
    try {
      this.#finder = await this.#loadFinder();
    } catch (error) {
      console.warn('Names and headlines cannot be searched:', error);
    }
    if (turn === this.#turn) await this.#showIndex();
  }

  /** Shows what the index has until the full-text search answers. */
  async #showIndex(): Promise<void> {
    const [turn, fullText] = [this.#turn, this.#fullText];
    if (fullText === 'answered') return;
    const isCurrent = (): boolean => turn === this.#turn && fullText === this.#fullText;
    const answer = this.#answer();
    // A full text may have all of the words where pages of the index have some.
    const found = answer && (fullText === 'awaited' && answer.matched !== 'all' ? [] : answer.destinations);
    const show = await this.#results.load((found ?? []).map(destinationResult), isCurrent);
    if (!isCurrent()) return;
    // Older results stay for the moment that it takes to find better ones.
    if (found && (found.length > 0 || fullText !== 'awaited')) show(fullText === 'awaited');
    const words = wordsWithoutAnswer(
      fullText,
      found?.length ?? (this.#finder && !this.#hasQuery ? 'none' : 'unable'),
      this.#term,
    );
    if (words === undefined) return;
    const all = `${answer ? noteOf(answer) : ''}${words}`;
    // What comes late comes soon: nobody has to look elsewhere while there are results.
    if (fullText === 'awaited' || (fullText === 'late' && found && found.length > 0))
      this.#status.say([all], fullText === 'awaited');
    else this.#status.sayFault(all);
  }

  /** What the index has; undefined where it is not enough: it knows no filters, and has an order of its own. */
  #answer(): Answer | undefined {
    if (!this.#finder || this.#term === '' || this.#filtered || this.#query.sort !== 'relevance') return undefined;
    return this.#finder.find(this.#term);
  }

  async #searchFullText(turn: number): Promise<void> {
    const waiting = window.setTimeout(
      () => turn === this.#turn && this.#fullText === 'awaited' && this.#fallBack('late'),
      patience,
    );
    try {
      const [pagefind] = await Promise.all([loadPagefind(), this.#indexOrNot()]);
      const { sort, filters } = this.#query;
      const byDate = sort === 'date' || this.#term === '';
      // Counts come with an answer only after the filters were requested once.
      const allCounts = await pagefind.filters();
      if (turn !== this.#turn) return;
      const answer = this.#answer();
      const term = this.#term && (this.#finder?.find(this.#term).understood ?? this.#term);
      const texts = this.#hasQuery
        ? await pagefind.search({ term: term || null, filters, order: byDate ? 'date' : 'score' })
        : { results: [], filters: allCounts };
      if (turn !== this.#turn) return;
      const merged = await merge(answer, texts, term);
      const show = await this.#results.load(merged.results, () => turn === this.#turn);
      if (turn !== this.#turn) return;
      // Texts without the words are counted by Pagefind; nothing can be narrowed to them.
      const isNarrowable = merged.texts > 0 || this.#filtered || !this.#hasQuery;
      this.#filters.show(isNarrowable ? texts.filters : {}, this.#query);
      this.#fullText = 'answered';
      show(false);
      if (!this.#hasQuery) this.#status.sayStart();
      else if (merged.results.length === 0) this.#status.sayNothing(this.#term, this.#filtered);
      else
        this.#status.say([
          answer?.isCorrected ? readAs(answer.understood) : '',
          partialWords[merged.matched] || countWords(merged, answer?.isCorrected ? '' : this.#term),
        ]);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** The index with its rules; the field is there before them. */
  async #loadFinder(): Promise<Finder> {
    const { loadFinder } = await import('./index-file.ts');
    return loadFinder();
  }

  /** Gives the index a moment to come: it knows the spelling with which full texts are searched. */
  async #indexOrNot(): Promise<void> {
    await Promise.race([
      this.#loadFinder().then(
        (finder) => (this.#finder = finder),
        () => undefined,
      ),
      new Promise((resolve) => setTimeout(resolve, patience / 3)),
    ]);
  }

  #fail(error: unknown): void {
    console.warn('Search failed:', error);
    dropPagefind();
    this.#filters.hideWhenEmpty();
    this.#fallBack('failed');
  }

  /** Leaves the reader with what the index has. */
  #fallBack(how: 'late' | 'failed'): void {
    this.#fullText = how;
    if (how === 'failed' && !this.#answer()) this.#results.clear();
    void this.#showIndex();
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

/** How a query was read, and what its results lack. */
const noteOf = ({ isCorrected, understood, matched }: Answer): string =>
  `${isCorrected ? readAs(understood) : ''}${partialWords[matched]}`;

/** The styles come with the search, not with the page. */
function loadStyles(): void {
  if (document.querySelector(`link[href="${styles}"]`)) return;
  document.head.append(element('link', { rel: 'stylesheet', href: styles }));
}

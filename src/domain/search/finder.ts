import MiniSearch, { type SearchResult } from 'minisearch';
import { fold } from '../text/fold.ts';
import { isConnecting, isGeneral } from './common-words.ts';
import { comparisonsFor } from './comparisons.ts';
import { wordsOfKind, type Destination } from './destination.ts';
import { byKind, Names, newestFirst, type Named } from './names.ts';
import { addressTerms, indexTerms, isNumeric, queryWords, type QueryWord } from './terms.ts';
import { meantWord } from './typing-errors.ts';
import { alternativesTo } from './vocabulary.ts';

/** What the index of destinations says to a query. */
export interface Answer {
  /** Best first. */
  destinations: Destination[];
  /** How many of the words each of them has. */
  matched: 'all' | 'most' | 'some' | 'none';
  /** The query as it was understood, for the full-text search: names as we write them, typing errors fixed. */
  understood: string;
  /** True when typing errors were fixed. */
  isCorrected: boolean;
}

/** Words of a query that are looked at; what is pasted by mistake is longer. */
const mostWords = 12;

const fields = ['title', 'names', 'about', 'address', 'kind'] as const;
type Field = (typeof fields)[number];
const boosts: Record<Field, number> = { title: 3, names: 3, about: 1.5, address: 1.5, kind: 0.1 };
/** For words that only mean the same. */
const lower = Object.fromEntries(fields.map((field) => [field, boosts[field] / 3]));

/** What one word of a query finds, by the number of the destination. */
type Hits = ReadonlyMap<number, SearchResult>;

/** How many words are kept with what they find: a query grows by one letter at a time, and its first words stay. */
const mostKept = 100;

/** The index of destinations with its rules; made once, used at every keystroke. */
export class Finder {
  readonly #destinations: readonly Destination[];
  readonly #names: Names;
  readonly #nameTerms: ReadonlySet<string>;
  readonly #index: MiniSearch<Destination & { id: number }>;
  readonly #kept = new Map<string, Hits>();

  constructor(destinations: readonly Destination[]) {
    this.#destinations = destinations;
    this.#names = new Names(destinations);
    this.#nameTerms = new Set(
      destinations
        .filter(({ kind }) => kind === 'model' || kind === 'provider' || kind === 'board')
        .flatMap(({ title, aliases }) => [title, ...aliases].flatMap(indexTerms)),
    );
    // Names and tags come again in many stories.
    const known = new Map<string, string[]>();
    const termsOf = (text: string): string[] => {
      const terms = known.get(text) ?? indexTerms(text);
      known.set(text, terms);
      return terms;
    };
    this.#index = new MiniSearch({
      fields: [...fields],
      extractField: (document, field) =>
        field === 'id' ? document.id : termsIn(document, field as Field, termsOf).join(' '),
      tokenize: (terms) => terms.split(' '),
      processTerm: (term) => term,
      searchOptions: { tokenize: (term) => [term], processTerm: (term) => term },
    });
    this.#index.addAll(destinations.map((destination, id) => ({ ...destination, id })));
  }

  /**
   * Finds pages: first comparisons that the query names, then pages whose name it is or begins, then pages with all of its
   * words, and only where there are none, pages with most of them.
   */
  find(query: string): Answer {
    const written = queryWords(query).slice(0, mostWords);
    const all = written.map(({ term }) => term);
    const words = written.map((word, index) => this.#correct(word, isInWriting(all, index)));
    const terms = words.map(({ term }) => term);
    const comparisons = comparisonsFor(terms, this.#names, this.#destinations);
    const named = this.#names.match(terms.join(''));
    const decisive = decisiveTerms(terms, named.exact.length > 0);
    const { exact, family, begun } = this.#namedBy(named, decisive);
    const hits = decisive.map((term, index) => this.#hitsOf(term, isInWriting(decisive, index)));
    const helping = terms.filter((term) => !decisive.includes(term)).map((term) => this.#hitsOf(term, false));
    const withAll = this.#withAll(terms, hits, helping, exact.length > 0);
    const found = [...new Set([...comparisons, ...exact, ...family, ...begun, ...withAll])];
    const isCorrected = words.some(({ term }, index) => term !== written[index]?.term);
    const understood = isEntity(exact[0]) ? nameOf(exact) : corrected(query, written, words);
    if (found.length > 0) return { destinations: found, matched: 'all', understood, isCorrected };
    const { destinations, isMost } = this.#withMost(decisive, hits);
    return {
      destinations,
      matched: destinations.length === 0 ? 'none' : isMost ? 'most' : 'some',
      understood,
      isCorrected,
    };
  }

  /** Pages whose name is the query, with or without the words that all of them share. */
  #namedBy(whole: Named, decisive: readonly string[]): Named {
    if (whole.exact.length > 0) return whole;
    if (decisive.every(isGeneral)) return { exact: [], family: [], begun: [] };
    const core = this.#names.match(decisive.join(''));
    return {
      exact: core.exact,
      family: [...whole.family, ...core.family],
      begun: [...whole.begun, ...core.begun],
    };
  }

  /** The word that a reader meant: itself, unless nothing has it. */
  #correct(word: QueryWord, inWriting: boolean): QueryWord {
    const { term } = word;
    if (isConnecting(term) || this.#hitsOf(term, inWriting).size > 0) return word;
    const near = new Set(
      this.#index.search({ queries: [term], fuzzy: term.length > 5 ? 3 : 2 }).flatMap(({ terms }) => terms),
    );
    const meant = meantWord(
      term,
      [...near].map((candidate) => ({ term: candidate, isName: this.#nameTerms.has(candidate) })),
    );
    return meant === undefined ? word : { term: meant, written: meant };
  }

  /** What has a word, or one that means the same; of a word that is still in the writing, its beginning. */
  #hitsOf(term: string, inWriting: boolean): Hits {
    const key = `${inWriting ? '^' : ''}${term}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const results = this.#index.search({
      combineWith: 'OR',
      queries: [
        { queries: [term], boost: boosts, prefix: !isNumeric(term) && (inWriting || term.length > 3) },
        { queries: [...alternativesTo(term)], boost: lower },
      ],
    });
    const hits = new Map(results.map((result) => [result.id as number, result]));
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, hits);
    return hits;
  }

  /** Pages with all of the words, best first. */
  #withAll(terms: readonly string[], hits: readonly Hits[], helping: readonly Hits[], isNamed: boolean): Destination[] {
    const [first, ...others] = hits;
    if (!first) return [];
    const phrase = terms.filter((term) => !isConnecting(term)).join(' ');
    return [...first.keys()]
      .filter((id) => others.every((each) => each.has(id)))
      .flatMap((id) => {
        const destination = this.#destinations[id];
        const found = hits.map((each) => fieldsOf(each.get(id)));
        const group = destination && groupOf(destination, found, isNamed ? [] : terms);
        if (!destination || group === undefined) return [];
        const score = [...hits, ...helping].reduce((sum, each) => sum + (each.get(id)?.score ?? 0), 0);
        const named = found.filter((each) => each.has('title') || (group === 2 && each.has('names'))).length;
        return [{ destination, group, score, id, named, hasPhrase: this.#hasPhrase(id, phrase) }];
      })
      .sort((a, b) => a.group - b.group || Number(b.hasPhrase) - Number(a.hasPhrase) || inGroup(a, b))
      .map(({ destination }) => destination);
  }

  /** True when the title or the address has several words of the query next to each other, in their order. */
  #hasPhrase(id: number, phrase: string): boolean {
    const destination = this.#destinations[id];
    if (!destination || !phrase.includes(' ')) return false;
    const texts = [queryWords(destination.title).map(({ term }) => term), termsIn(destination, 'address')];
    return texts.some((terms) => ` ${terms.join(' ')} `.includes(` ${phrase} `));
  }

  /** Pages with at least half of the words; a number counts half, since it says little without its name. */
  #withMost(terms: readonly string[], hits: readonly Hits[]): { destinations: Destination[]; isMost: boolean } {
    const weights = terms.map((term) => (isNumeric(term) ? 0.5 : 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const sums = new Map<number, { weight: number; score: number }>();
    hits.forEach((each, index) => {
      for (const [id, hit] of each) {
        if (onlyKind(fieldsOf(hit))) continue;
        const before = sums.get(id) ?? { weight: 0, score: 0 };
        sums.set(id, { weight: before.weight + (weights[index] ?? 0), score: before.score + hit.score });
      }
    });
    const best = Math.max(0, ...[...sums.values()].map(({ weight }) => weight));
    if (best * 2 < whole || best < 1) return { destinations: [], isMost: false };
    const destinations = [...sums]
      .filter(([, { weight }]) => weight === best)
      .sort(([, a], [, b]) => b.score - a.score)
      .flatMap(([id]) => this.#destinations[id] ?? []);
    return { destinations, isMost: best * 2 > whole };
  }
}

/** A page with all of the words. */
interface Ranked {
  destination: Destination;
  /** See {@link groupOf}. */
  group: number;
  score: number;
  /** Its number in the index. */
  id: number;
  /** How many of the words are in its title. */
  named: number;
}

/** The order within a group: the more words are in the title the better; among equals the index decides, or the day. */
function inGroup(a: Ranked, b: Ranked): number {
  const newer = newestFirst(a.destination, b.destination);
  if (a.group < 2) return b.named - a.named || a.id - b.id;
  if (a.group === 2) return b.named - a.named || byKind(a.destination, b.destination) || newer;
  return (a.group === 4 ? 0 : b.score - a.score) || newer;
}

/** The terms of one field of a destination. */
function termsIn(
  { title, aliases, keywords, section, path, kind }: Destination,
  field: Field,
  termsOf = indexTerms,
): string[] {
  switch (field) {
    case 'title':
      return termsOf(title);
    case 'names':
      return aliases.flatMap(termsOf);
    case 'about':
      return [...keywords, ...(kind === 'story' ? [section] : [])].flatMap(termsOf);
    case 'address':
      return kind === 'story' || kind === 'page' ? addressTerms(path) : [];
    case 'kind':
      return termsOf(wordsOfKind[kind]);
  }
}

/** True for the last word of a query; a single letter begins too many words, and names alone answer it. */
const isInWriting = (terms: readonly string[], index: number): boolean =>
  index === terms.length - 1 && (terms.length > 1 || (terms[index] ?? '').length > 1);

/** The fields in which a word was found. */
const fieldsOf = (hit: SearchResult | undefined): ReadonlySet<Field> =>
  new Set(Object.values(hit?.match ?? {}).flat() as Field[]);

const onlyKind = (found: ReadonlySet<Field>): boolean => found.size === 1 && found.has('kind');

const isEntity = (destination: Destination | undefined): destination is Destination =>
  destination?.kind === 'model' || destination?.kind === 'provider';

/** The name that texts use: of a maker the short one, of several models what their names have in common. */
function nameOf(destinations: readonly Destination[]): string {
  const [first, ...others] = destinations.filter(({ kind }) => kind === destinations[0]?.kind);
  if (!first) return '';
  const short = first.aliases[0];
  if (first.kind === 'provider') return short !== undefined && first.title.includes(short) ? short : first.title;
  const words = first.title.split(' ');
  const common = words.findIndex((word, index) => others.some(({ title }) => title.split(' ')[index] !== word));
  return common > 0 ? words.slice(0, common).join(' ') : first.title;
}

/** A query with its typing errors fixed. */
const corrected = (query: string, written: readonly QueryWord[], words: readonly QueryWord[]): string =>
  words.reduce((text, word, index) => {
    const before = written[index]?.written ?? '';
    return word.written === before ? text : fold(text).replace(before, word.written);
  }, query.trim());

/**
 * The terms that decide: without words that connect, and without those that nearly every page has, if any are left.
 * @param isName true for a query that is a name, of which every word counts
 */
function decisiveTerms(terms: readonly string[], isName: boolean): readonly string[] {
  const choices = [
    terms.filter((term) => !isConnecting(term) && (isName || !isGeneral(term))),
    terms.filter((term) => !isConnecting(term)),
    terms,
  ];
  return [...new Set(choices.find(({ length }) => length > 0))];
}

/**
 * Pages with all of the words in groups, best first:
 *
 * 0. pages that answer questions, such as boards, and have all of the words themselves; makers, when the question is who;
 * 1. such pages that have some of them by their kind;
 * 2. models and makers whose name begins with a word;
 * 3. stories with a word in the headline;
 * 4. models and makers of which the words are facts;
 * 5. other stories.
 *
 * @param found for each word, the fields that have it
 * @param terms the query; none when it is the name of another page
 * @returns undefined for a page that has the words by its kind alone, and for comparisons, which have rules of their own
 */
function groupOf(
  { kind, title, aliases }: Destination,
  found: readonly ReadonlySet<Field>[],
  terms: readonly string[],
): number | undefined {
  if (kind === 'comparison' || found.every(onlyKind)) return undefined;
  if (kind === 'story') return found.some((each) => each.has('title')) ? 3 : 5;
  if (kind === 'provider' && terms.includes('who')) return 0;
  if (kind !== 'model' && kind !== 'provider') return found.some(onlyKind) ? 1 : 0;
  const beginnings = new Set([title, ...aliases].map((name) => indexTerms(name)[0] ?? ''));
  return terms.some((term) => beginnings.has(term)) ? 2 : 4;
}

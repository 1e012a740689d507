import type { z } from 'zod';
import type { Raster } from '#domain/stories/story';
import { kinds, type Kind } from '#loading/collections';
import type { Collections } from '#loading/content';
import { inferenceSource } from '#loading/edition-inference';
import { makeCatalogue, type Catalogue, type Entries, type Stored } from '#queries/catalogue';

/** The moment for which the site is built, if a test does not say otherwise. */
export const now = new Date('2026-11-23T12:00:00Z');

type Written<K extends Kind> = z.input<(typeof kinds)[K]['schema']>;

/** An entry as the store holds it, read by the schema of its kind. */
function stored<K extends Kind>(
  kind: K,
  id: string,
  data: Written<K>,
  filePath = `content/${kind}/${id}.yaml`,
): Stored<K> {
  return { id, data: kinds[kind].schema.parse(data) as Stored<K>['data'], filePath, digest: '' };
}

const permanentId = (date: string, id: string): string =>
  `${date.replaceAll('-', '')}-${id.replaceAll('-', '').padEnd(6, '0').slice(0, 6)}`;

/** An article of the desk about technology. */
export const article = (id: string, date: string, changes: Partial<Written<'articles'>> = {}): Stored<'articles'> =>
  stored(
    'articles',
    id,
    { id: permanentId(date, id), title: `Article ${id}`, category: 'technology', date, authors: ['desk'], ...changes },
    `content/articles/${date.slice(0, 4)}/${id}/index.md`,
  );

/** A review by the desk. */
export const review = (
  id: string,
  date: string,
  model: string,
  changes: Partial<Written<'reviews'>> = {},
): Stored<'reviews'> =>
  stored(
    'reviews',
    id,
    {
      id: permanentId(date, id),
      title: `Review ${id}`,
      date,
      authors: ['desk'],
      model,
      verdict: 'Good.',
      strengths: ['Fast'],
      limits: ['Dear'],
      bestFor: 'Shorts',
      ...changes,
    },
    `content/reviews/${id}/index.md`,
  );

export const model = (id: string, changes: Partial<Written<'models'>> = {}): Stored<'models'> =>
  stored('models', id, { name: id.toUpperCase(), ...changes });
export const provider = (id: string, changes: Partial<Written<'providers'>> = {}): Stored<'providers'> =>
  stored('providers', id, { name: `${id} Ltd`, shortName: id, ...changes });
export const page = (id: string, changes: Partial<Written<'pages'>> = {}): Stored<'pages'> =>
  stored('pages', id, { title: id, description: 'A page.', ...changes });
export const author = (id: string, name: string): Stored<'authors'> =>
  stored('authors', id, { name, kind: 'person', bio: 'Writes.' });
export const category = (id: string, name: string): Stored<'categories'> =>
  stored('categories', id, { name, description: 'News.' });

export const board = (id: string, order: number, changes: Partial<Written<'boards'>> = {}): Stored<'boards'> =>
  stored('boards', id, {
    name: `Board ${id}`,
    shortName: id,
    measures: 'Something.',
    by: { name: 'Someone', url: 'https://board.example/' },
    method: 'Somehow.',
    licence: { name: 'CC BY 4.0', credit: 'Someone', redistribute: true },
    order,
    ...changes,
  });

const source = { title: 'The board', publisher: 'Someone', accessed: '2026-11-01' };

/** Ranks by judgement: `[model, rank]`. */
export const editorial = (id: string, ...rows: [model: string, rank: number][]): Stored<'editions'> =>
  stored('editions', id, { kind: 'editorial', source, entries: rows.map(([of, rank]) => ({ model: of, rank })) });

const factSource = { title: 'A report', publisher: 'Someone', url: 'https://report.example/', accessed: '2026-11-01' };

/** A topic with nothing in it but what a test adds. */
export const topic = (id: string, changes: Partial<Written<'topics'>> = {}): Stored<'topics'> =>
  stored('topics', id, {
    name: `Topic ${id}`,
    summary: ['What it is about.'],
    updated: '2026-11-01',
    checked: '2026-11-01',
    sources: [factSource],
    ...changes,
  });

/** A case with one claim. */
export const lawsuit = (id: string, changes: Partial<Written<'lawsuits'>> = {}): Stored<'lawsuits'> =>
  stored('lawsuits', id, {
    name: `Case ${id}`,
    claimants: ['A'],
    defendants: ['B'],
    court: { value: 'A court', sources: [1] },
    filed: { value: '2026-01-01', sources: [1] },
    claims: [{ text: 'A says B copied.', sources: [1] }],
    stage: { value: 'Filed', asOf: '2026-01-01', sources: [1] },
    checked: '2026-11-01',
    sources: [factSource],
    ...changes,
  });

/** A law that asks one thing. */
export const law = (id: string, changes: Partial<Written<'rules'>> = {}): Stored<'rules'> =>
  stored('rules', id, {
    name: `Law ${id}`,
    law: { value: 'Act 1', sources: [1] },
    place: 'Somewhere',
    stage: { value: 'Applies', asOf: '2026-01-01', sources: [1] },
    asks: [{ text: 'Label it.', sources: [1] }],
    checked: '2026-11-01',
    sources: [factSource],
    ...changes,
  });

/** A row of a scored edition, in one line. */
export type ScoredRow = [listed: string, model: string, score: number, lower?: number, upper?: number, votes?: number];

/** Scores; readers know each row by the name on the board in capitals. */
export const scored = (id: string, ...rows: ScoredRow[]): Stored<'editions'> =>
  stored('editions', id, {
    kind: 'scored',
    source,
    entries: rows.map(([listed, of, score, lower, upper, votes]) => ({
      listed,
      name: listed.toUpperCase(),
      model: of,
      score,
      lower,
      upper,
      votes,
    })),
  });

/** A scored edition of which only some entries are known. */
export function partOf(edition: Stored<'editions'>, listedInAll: number): Stored<'editions'> {
  return { ...edition, data: kinds.editions.schema.parse({ ...edition.data, listedInAll }) };
}

/** What an editor puts on the front page. */
export const frontPage = (plan: Written<'frontPage'>): Stored<'frontPage'> =>
  stored('frontPage', 'front-page', plan, 'content/front-page.yaml');

export const site = (changes: Partial<Written<'site'>> = {}): Stored<'site'> =>
  stored('site', 'site', {
    name: 'The Paper',
    url: 'https://paper.example',
    language: 'en-GB',
    tagline: 'News for tests',
    mission: 'To be tested',
    description: 'A paper for tests.',
    strip: { board: 'top', limit: 5 },
    panel: { board: 'top', limit: 5 },
    contacts: { general: 'general@paper.example', media: 'media@paper.example', sponsorships: 'ads@paper.example' },
    address: ['1 Test Street'],
    menus: { main: [], footer: [] },
    newsletter: { action: '', title: 'The newsletter', text: 'Once a week.' },
    copyright: { holder: 'The Paper Ltd', since: 2025 },
    contentLicence: 'All rights reserved.',
    policies: {
      corrections: '/corrections-policy/',
      ethics: '/ethics/',
      ownership: '/ownership/',
      masthead: '/ownership/#masthead',
      security: '/security/',
    },
    aiCrawlers: { training: 'refuse', answers: 'allow' },
    offline: true,
    ...changes,
  });

/** How a catalogue is built, next to its entries. */
interface Build {
  now?: Date;
  preview?: boolean;
}

/** All content of a small site: one desk, two categories, and what a test adds. */
export function catalogueOf(entries: Partial<Entries>, build: Build = {}): Catalogue {
  const nothing = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []])) as unknown as Entries;
  const staff = {
    site: [site()],
    authors: [author('desk', 'The Desk')],
    categories: [category('technology', 'Technology'), category('policy', 'Policy')],
  };
  const all = { ...nothing, ...staff, ...entries };
  return makeCatalogue({ ...all, inferences: inferencesOf(all) }, build.now ?? now, build.preview ?? false);
}

/** A picture that names where it was looked for. */
export const findRaster = ({ filePath }: { filePath: string }, file: string): Raster => ({
  source: Promise.resolve(`${filePath} > ${file}`),
  width: 1600,
  height: 900,
});

/** The rank ranges of all editions, of fewer draws than real ones have. */
function inferencesOf({ boards, editions, evidence }: Entries): Entries['inferences'] {
  const entries = <K extends Kind>(kind: K, stored: Stored<K>[]) =>
    stored.map(({ id, data, filePath }) => ({ kind, id, data, file: filePath, digest: '', root: [] }));
  const collections = {
    boards: entries('boards', boards),
    editions: entries('editions', editions),
    evidence: entries('evidence', evidence),
  } as Pick<Collections, 'boards' | 'editions' | 'evidence'>;
  return collections.editions.flatMap((edition) => {
    const inference = inferenceSource(edition, { collections, votes: new Map() })?.infer({ seed: 1, draws: 200 });
    return inference ? [stored('inferences', edition.id, inference, `${edition.file}.inference.json`)] : [];
  });
}

import { listed } from '#domain/text/numbers';
import type { CsvField } from '../files/csv.ts';

/** What a column of a table may mean for an edition. */
export const columnRoles = ['listed', 'name', 'model', 'score', 'interval', 'lower', 'upper', 'votes'] as const;

/** A field of an entry, or `interval`: both ends of the interval in one cell. */
export type ColumnRole = (typeof columnRoles)[number];

/** The index of the column of each role that the table has. */
export type Columns = Partial<Record<ColumnRole, number>>;

/** What was said about columns: their names, or `none`. */
export type SaidColumns = Partial<Record<ColumnRole, string>>;

/** A role for which several columns come into question, or all of them. */
export interface ColumnChoice {
  role: ColumnRole;
  /** Names of columns. */
  candidates: string[];
  /** False for what an edition can do without. */
  required: boolean;
  /** Where the header names the first of them. */
  at: CsvField;
}

/** The columns of a table, as far as they are sure. */
export interface FoundColumns {
  columns: Columns;
  choices: ColumnChoice[];
  /** Columns that nothing is taken from. */
  unused: string[];
}

/** Said for a role that no column has. */
export const noColumn = 'none';

/** Names of columns on boards that people export or copy, without spaces and signs. */
const names: Record<ColumnRole, RegExp> = {
  listed: /^(?:listed|models?|modelname|modelkey|name)$/u,
  name: /^$/u,
  model: /^$/u,
  score:
    /^(?:score|(?:arena|elo|model|total|overall|average)score|rating|(?:elo|arena|model)rating|(?:arena)?elo|total)$/u,
  interval:
    /^(?:(?:95%?)?(?:ci|confidenceinterval|interval)(?:95%?)?|plusminus|margin|marginoferror|rangeofaccuracy)±?$/u,
  lower: /^(?:(?:score|rating|elo|ci)?(?:lower|low)(?:bound|ci|end|95%?)?|(?:rating)?q0?25)$/u,
  upper: /^(?:(?:score|rating|elo|ci)?(?:upper|high)(?:bound|ci|end|95%?)?|(?:rating)?q0?975)$/u,
  votes: /^(?:(?:num|number|total)?(?:of)?(?:votes?|battles|appearances|comparisons|matches)(?:count)?)$/u,
};

/** In a table that has a column `listed`, as the files of this site do, names have their own columns. */
const namesNextToListed: Partial<Record<ColumnRole, RegExp>> = {
  listed: /^listed$/u,
  name: /^name$/u,
  model: /^model$/u,
};

const required: readonly ColumnRole[] = ['listed', 'score'];

/**
 * Finds out what columns mean, by their names.
 * @param header as the table has it
 * @param said what somebody said about it; it counts more than any guess
 * @param metric what the board calls its score
 */
export function findColumns(header: readonly CsvField[], said: SaidColumns, metric: string): FoundColumns {
  const plain = header.map(({ text }) => plainName(text));
  const patterns = plain.includes('listed') ? { ...names, ...namesNextToListed } : names;
  const columns: Columns = {};
  const choices: ColumnChoice[] = [];
  for (const role of columnRoles) {
    const word = said[role];
    if (word === noColumn) continue;
    const exact = header.findIndex(({ text }) => text.trim() === word);
    const own = role === 'score' ? plain.flatMap((name, index) => (name === plainName(metric) ? [index] : [])) : [];
    const byName = plain.flatMap((name, index) => (patterns[role].test(name) ? [index] : []));
    const found = exact >= 0 ? [exact] : word === undefined ? (own.length === 1 ? own : byName) : [];
    const [first, ...others] = found;
    const needed = required.includes(role);
    if (first !== undefined && others.length === 0) columns[role] = first;
    else if (first !== undefined || needed || word !== undefined)
      choices.push({
        role,
        candidates: (first === undefined ? header : found.flatMap((index) => header[index] ?? [])).map(
          ({ text }) => text,
        ),
        required: needed,
        at: header[first ?? 0] ?? { text: '', line: 1, column: 1 },
      });
  }
  // Two ends in columns of their own say more than both in one.
  if (columns.lower !== undefined && columns.upper !== undefined) delete columns.interval;
  const used = new Set(Object.values(columns));
  return { columns, choices, unused: header.flatMap(({ text }, index) => (used.has(index) ? [] : [text])) };
}

/** What to type where a column is not sure. */
export function columnAdvice({ role, candidates, required: needed }: ColumnChoice): string {
  const ways = candidates.slice(0, 8).map((name) => `--${role}=${/^[\w.-]+$/u.test(name) ? name : `"${name}"`}`);
  return `Say which one: ${[...ways, ...(needed ? [] : [`--${role}=${noColumn}`])].join(' or ')}.`;
}

/** What is not sure about a column. */
export function columnQuestion({ role, candidates }: ColumnChoice): string {
  return `Which column is \`${role}\` (${meanings[role]})? The table has ${listed(candidates.slice(0, 8).map((name) => `\`${name}\``))}.`;
}

const meanings: Record<ColumnRole, string> = {
  listed: 'names of the models as the board has them',
  name: 'names as readers know them',
  model: 'ids in content/models',
  score: 'the score',
  interval: 'both ends of the 95% interval, such as +5/-6',
  lower: 'the lower end of the 95% interval',
  upper: 'the upper end of the 95% interval',
  votes: 'the number of votes',
};

function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*\)|[^a-z0-9%±]/gu, '');
}

import { parseArgs } from 'node:util';
import { nearest } from '#domain/text/nearest';
import type { Anchor } from '#domain/ranking/ratings/ratings';
import { usualColumns } from '#loading/voted-edition';
import type { VoteColumns } from '#loading/votes';

/** The options of `npm run rate`. */
export interface RateOptions {
  file: string;
  columns: VoteColumns;
  json: boolean;
  anchor?: Anchor | undefined;
  /** `<board>/<date>` of an edition to write. */
  edition?: string | undefined;
}

const options = {
  left: { type: 'string' },
  right: { type: 'string' },
  winner: { type: 'string' },
  json: { type: 'boolean' },
  anchor: { type: 'string' },
  edition: { type: 'string' },
} as const;

/**
 * Reads the command line.
 * @throws Error with what is wrong and what to write
 */
export function readOptions(args: readonly string[]): RateOptions {
  const { values, positionals, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    checkOption(
      token.name,
      token.rawName,
      token.inlineValue === false && token.value.startsWith('-') ? undefined : token.value,
    );
    if (seen.has(token.name)) throw new Error(`The option ${token.rawName} appears twice. Keep one of the two.`);
    seen.add(token.name);
  }
  const [file, ...others] = positionals;
  if (file === undefined || file === '')
    throw new Error('No file of votes is named. Write its path, for example votes.csv.');
  if (others.length > 0)
    throw new Error(`Votes are read from one file, but ${positionals.length} are named. Name one.`);
  const text = (name: 'left' | 'right' | 'winner' | 'anchor' | 'edition'): string | undefined =>
    typeof values[name] === 'string' ? values[name] : undefined;
  const columns = {
    left: text('left') ?? usualColumns.left,
    right: text('right') ?? usualColumns.right,
    winner: text('winner') ?? usualColumns.winner,
  };
  if (new Set(Object.values(columns)).size < 3)
    throw new Error(
      `The columns ${columns.left}, ${columns.right} and ${columns.winner} must be three. Name another column with --left, --right or --winner.`,
    );
  return { file, columns, json: values.json === true, anchor: readAnchor(text('anchor')), edition: text('edition') };
}

function checkOption(name: string, rawName: string, value: string | undefined): void {
  const option = Object.entries(options).find(([known]) => known === name)?.[1];
  if (!option) {
    const near = nearest(name, Object.keys(options));
    throw new Error(`There is no option ${rawName}.${near === undefined ? '' : ` Did you mean --${near}?`}`);
  }
  if (option.type === 'boolean' && value !== undefined)
    throw new Error(`The option ${rawName} takes no value. Write ${rawName} alone.`);
  if (option.type === 'string' && (value === undefined || value === ''))
    throw new Error(`The option ${rawName} needs a value. Write ${rawName}=….`);
}

function readAnchor(written: string | undefined): Anchor | undefined {
  if (written === undefined) return undefined;
  // Names may hold colons; ratings do not.
  const [, model, rating] = /^(.+):(-?\d+(?:\.\d+)?)$/su.exec(written) ?? [];
  if (model === undefined || !Number.isFinite(Number(rating)))
    throw new Error(`\`${written}\` is no anchor. Write --anchor=model:rating, for example --anchor=veo-3:1000.`);
  return { model, rating: Number(rating) };
}

import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { counted, withCommas } from '#domain/text/numbers';
import { rankText } from '#domain/ranking/leaderboard';
import type { Anchor, RankedRating } from '#domain/ranking/ratings';
import { buildTime } from '#loading/build-time';
import { ContentError, listProblems, type Problem } from '#loading/problem';
import { rateFile, usualColumns, type VotedRecipe } from '#loading/voted-edition';
import type { VoteColumns } from '#loading/votes';
import { writeEdition } from './rate-edition.ts';
import { readOptions, type RateOptions } from './rate-options.ts';

const usage = 'Usage: npm run rate -- votes.csv [--left=column] [--right=column] [--winner=column] [--json] [--anchor=model:rating] [--edition=board/YYYY-MM-DD]';

/**
 * Rates the votes of a file.
 * @returns what to print
 * @throws ContentError with every problem of the votes
 */
function rate({ file, columns, json, anchor, edition }: RateOptions): string {
  const { rated, votes, problems, positionOf } = rateFile(readBytes(file), file, { columns, anchor });
  if (problems.length > 0) throw new ContentError(problems);
  const problemAt = (model: string, what: string, write: string): Problem => ({ file, ...positionOf(model), what, write });
  const written = edition === undefined ? undefined : writeEdition(process.cwd(), edition, { rated, count: votes, held: heldName(file, edition), recipe: recipeOf(columns, anchor), problemAt }, buildTime());
  if (written && written.problems.length > 0) throw new ContentError(written.problems);
  // With --json, nothing but JSON may be printed there.
  if (written) console.error(`Written: ${written.file}`);
  return json ? JSON.stringify(rated, undefined, 2) : `${tableOf(rated)}\n\n${summaryOf(votes, rated.length)}`;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'There is no such file.' : code === 'EISDIR' ? 'This is a folder, not a file.' : `The file cannot be read (${code ?? 'unknown reason'}).`;
    throw new ContentError([{ file, line: 1, column: 1, what, write: 'Write the path of a CSV file with votes.' }]);
  }
}

/** The name of a file of votes that is next to the edition to be written. */
function heldName(file: string, edition: string): string | undefined {
  const folder = resolve('content/leaderboards', edition.split('/')[0] ?? '', 'votes');
  return dirname(resolve(file)) === folder ? basename(file) : undefined;
}

/** Only what differs from the usual way is written into the edition. */
function recipeOf(columns: VoteColumns, anchor: Anchor | undefined): VotedRecipe {
  const unusual = columns.left !== usualColumns.left || columns.right !== usualColumns.right || columns.winner !== usualColumns.winner;
  return { ...(unusual && { columns }), ...(anchor && { anchor }) };
}

function tableOf(rated: readonly RankedRating[]): string {
  const rows = rated.map(({ model, rating, lower, upper, votes, rank, ...range }) => [String(rank), rankText(range), model, withCommas(rating, 1), `${withCommas(lower, 1)} to ${withCommas(upper, 1)}`, withCommas(votes)]);
  const table = [['Rank', 'Range', 'Model', 'Rating', '95 % interval', 'Votes'], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  // Text on the left, numbers on the right.
  return table.map((row) => row.map((cell, column) => (column === 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

function summaryOf(votes: number, models: number): string {
  return `${withCommas(votes)} vote${votes === 1 ? '' : 's'} between ${counted(models, 'model')}. Rank: 1 and the number of models that are decisively ahead (paired test, 95 %). Range: the ranks that the intervals allow.`;
}

try {
  console.log(process.argv.includes('--help') ? usage : rate(readOptions(process.argv.slice(2))));
} catch (error) {
  if (error instanceof ContentError) console.error(listProblems(error.problems).join('\n'));
  else console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 1;
}

import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { counted, percentText, withCommas } from '#domain/text/numbers';
import { rankText } from '#domain/ranking/board/leaderboard';
import { estimatesOfRatings, inferRanks } from '#domain/ranking/inference/rank-inference';
import type { RankRange } from '#domain/ranking/board/ranks';
import type { Anchor, Rating } from '#domain/ranking/ratings/ratings';
import { simulations } from '#loading/edition-inference';
import { buildTime } from '#loading/build-time';
import { ContentError, listProblems, type Problem } from '#loading/problem';
import { ratingsOf, usualColumns, type VotedRecipe } from '#loading/voted-edition';
import type { VoteColumns } from '#loading/votes';
import { readContent } from '#loading/read-content';
import { writeEdition } from './rate-edition.ts';
import { writeInferences } from '#loading/write-inferences';
import { readOptions, type RateOptions } from './rate-options.ts';

const usage =
  'Usage: npm run rate -- votes.csv [--left=column] [--right=column] [--winner=column] [--json] [--anchor=model:rating] [--edition=board/YYYY-MM-DD]';

/** A rating with its ranks and its chance to be the highest. */
interface RankedRating extends Rating, RankRange {
  first: number;
}

/**
 * Rates the votes of a file.
 * @returns what to print
 * @throws ContentError with every problem of the votes
 */
function rate({ file, columns, json, anchor, edition }: RateOptions): string {
  const { ratings, votes, problems, positionOf } = ratingsOf(readBytes(file), file, { columns, anchor });
  if (!ratings) throw new ContentError(problems);
  const { ranges, first } = inferRanks(estimatesOfRatings(ratings), simulations.scores);
  const rated = ratings.models.map((rating, index) => ({
    ...rating,
    ...(ranges[index] as RankRange),
    first: first[index] ?? 0,
  }));
  const problemAt = (model: string, what: string, write: string): Problem => ({
    file,
    ...positionOf(model),
    what,
    write,
  });
  const written =
    edition === undefined
      ? undefined
      : writeEdition(
          process.cwd(),
          edition,
          {
            rated: ratings.models,
            count: votes,
            held: heldName(file, edition),
            recipe: recipeOf(columns, anchor),
            problemAt,
          },
          buildTime(),
        );
  if (written && written.problems.length > 0) throw new ContentError(written.problems);
  // With --json, nothing but JSON may be printed there.
  if (written) {
    for (const path of [written.file, ...writeInferences(process.cwd(), readContent(process.cwd(), buildTime()))])
      console.error(`Written: ${path}`);
  }
  return json ? JSON.stringify(rated, undefined, 2) : `${tableOf(rated)}\n\n${summaryOf(votes, rated.length)}`;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what =
      code === 'ENOENT'
        ? 'There is no such file.'
        : code === 'EISDIR'
          ? 'This is a folder, not a file.'
          : `The file cannot be read (${code ?? 'unknown reason'}).`;
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
  const unusual =
    columns.left !== usualColumns.left ||
    columns.right !== usualColumns.right ||
    columns.winner !== usualColumns.winner;
  return { ...(unusual && { columns }), ...(anchor && { anchor }) };
}

function tableOf(rated: readonly RankedRating[]): string {
  const rows = rated.map(({ model, rating, lower, upper, votes, first, ...range }) => [
    rankText(range),
    percentText(first),
    model,
    withCommas(rating, 1),
    `${withCommas(lower, 1)} to ${withCommas(upper, 1)}`,
    withCommas(votes),
  ]);
  const table = [['Rank', 'First', 'Model', 'Rating', '95% interval', 'Votes'], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  // Text on the left, numbers on the right.
  return table
    .map((row) =>
      row
        .map((cell, column) => (column === 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function summaryOf(votes: number, models: number): string {
  return `${withCommas(votes)} vote${votes === 1 ? '' : 's'} between ${counted(models, 'model')}. Rank: the range that the votes allow; all ranges hold together with 95% confidence. First: the chance to have the highest true rating.`;
}

try {
  console.log(process.argv.includes('--help') ? usage : rate(readOptions(process.argv.slice(2))));
} catch (error) {
  if (error instanceof ContentError) console.error(listProblems(error.problems).join('\n'));
  else console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 1;
}

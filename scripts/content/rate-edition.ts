import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay } from '#domain/text/dates';
import { nearest } from '#domain/text/nearest';
import type { Rating } from '#domain/ranking/ratings/ratings';
import type { Problem } from '#loading/problem';
import type { VotedRecipe } from '#loading/voted-edition';
import { readContent } from '#loading/read-content';
import { isDay } from '#schemas/dates';
import { slugPattern } from '#schemas/ids';
import { stringify } from 'yaml';

/** Ratings and where they come from. */
export interface RatedVotes {
  rated: readonly Rating[];
  /** How many votes were rated. */
  count: number;
  /** Name of the file when it is in the board's own folder `votes`. */
  held?: string | undefined;
  /** How the votes were read and rated, where that differs from the usual way. */
  recipe: VotedRecipe;
  /** A problem of the votes where a model is named first. */
  problemAt: (model: string, what: string, write: string) => Problem;
}

/** The path of an edition that may be written, or why there is none. */
export type WrittenEdition = { file: string; problems: [] } | { file?: undefined; problems: Problem[] };

/**
 * Writes ratings as an edition of a board: voted where the votes are next to it, else scored. An edition that exists is left as it is.
 * @param root the project's folder
 * @param edition `<board>/<YYYY-MM-DD>`
 * @param now the moment of the command, for the future and for the day on which the votes were read
 */
export function writeEdition(root: string, edition: string, votes: RatedVotes, now: Date): WrittenEdition {
  const [board = '', date = '', ...more] = edition.split('/');
  const file = `content/leaderboards/${board}/${date}.yaml`;
  const refuse = (what: string, write: string, at = file): WrittenEdition => ({
    problems: [{ file: at, line: 1, column: 1, what, write }],
  });
  if (!slugPattern.test(board) || more.length > 0)
    return refuse(`\`${edition}\` names no edition.`, 'Write --edition=<board>/<YYYY-MM-DD>.', 'content/leaderboards');
  if (!isDay(date)) return refuse(`\`${date}\` is not a day that exists.`, 'Write --edition=<board>/<YYYY-MM-DD>.');
  if (date > isoDay(now))
    return refuse(`The edition of ${date} is in the future.`, 'Write the day on which the votes was so.');
  const { collections, problems } = readContent(root, now);
  if (problems.length > 0) return { problems };
  const entry = collections.boards.find(({ id }) => id === board);
  if (!entry)
    return refuse(
      `There is no board \`${board}\`.`,
      boardAdvice(
        board,
        collections.boards.map(({ id }) => id),
      ),
    );
  if (!entry.data.metric)
    return refuse(
      'The board has no `metric`, so it holds no scores.',
      'Say in `metric` what the score is, or choose another board.',
      entry.file,
    );
  const unknown = unknownModels(votes, new Set(collections.models.map(({ id }) => id)));
  if (unknown) return { problems: [unknown] };
  const names = new Map(collections.models.map(({ id, data }) => [id, data.name]));
  return write(root, file, editionOf(entry.data, date, votes, names, now))
    ? { file, problems: [] }
    : refuse(
        'This edition exists already, and editions are never overwritten.',
        'Choose another date, or delete the file first.',
      );
}

function boardAdvice(board: string, known: readonly string[]): string {
  const near = nearest(board, known);
  return near === undefined
    ? `Choose one of ${known.join(', ')}, or add board.yaml first.`
    : `Did you mean \`${near}\`?`;
}

function unknownModels({ rated, problemAt }: RatedVotes, known: ReadonlySet<string>): Problem | undefined {
  const unknown = rated
    .map(({ model }) => model)
    .filter((model) => !known.has(model))
    .sort();
  const [first] = unknown;
  if (first === undefined) return undefined;
  const names = unknown.map((model) => {
    const near = nearest(model, known);
    return near === undefined ? `\`${model}\`` : `\`${model}\` (did you mean \`${near}\`?)`;
  });
  return problemAt(
    first,
    `Not in content/models: ${names.join(', ')}.`,
    'Name models in the votes by their ids, or add them to content/models first.',
  );
}

function editionOf(
  board: { name: string; by: { name: string } },
  date: string,
  votes: RatedVotes,
  names: ReadonlyMap<string, string>,
  now: Date,
): string {
  const { rated, count, held, recipe } = votes;
  const head = {
    source: { title: `${board.name}: pairwise votes, ${date}`, publisher: board.by.name, accessed: isoDay(now) },
    note: `Bradley-Terry ratings that Megaton computed from ${count} votes; a tie counts as half a win for either side.`,
  };
  const rows = rated.map(({ model, rating, lower, upper, votes: cast }) => ({
    listed: model,
    name: names.get(model) ?? model,
    model,
    score: rating,
    lower,
    upper,
    votes: cast,
  }));
  // Votes that are next to the edition stay with it: it can then be computed again at every check.
  const edition =
    held === undefined
      ? { kind: 'scored', ...head, entries: rows }
      : { kind: 'voted', ...head, votes: held, ...recipe, entries: rows };
  return stringify(edition, { lineWidth: 0, collectionStyle: 'any', flowCollectionPadding: false });
}

/** @returns false when the file exists */
function write(root: string, file: string, text: string): boolean {
  try {
    writeFileSync(join(root, file), text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

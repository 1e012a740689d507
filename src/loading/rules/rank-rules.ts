import { isDeepStrictEqual } from 'node:util';
import { findWrongRank } from '#domain/ranking/board/ranks';
import { computeConsensus, idsForConsensus } from '../consensus-edition.ts';
import { problemIn, warn, type EntryProblem, type Content } from '../content.ts';
import { inferenceSource, votesFile } from '../edition-inference.ts';
import { ratingsOf } from '../voted-edition.ts';

/** Ranks of editions: typed ones must obey competition ranking, computed ones must equal their own recomputation. */
export function* rankRules(content: Content): Iterable<EntryProblem> {
  yield* editorialRanks(content);
  yield* consensusRanks(content);
  yield* votedRanks(content);
  yield* inferences(content);
  yield* emptyIntervals(content);
}

function* emptyIntervals({ collections }: Content): Iterable<EntryProblem> {
  // Evidence is as a publisher has it, and some give the model that all others are measured against an interval of 0.
  for (const entry of collections.editions) {
    for (const [index, row] of entry.data.entries.entries()) {
      if ('lower' in row && row.lower !== undefined && row.lower === row.upper)
        yield warn(
          entry,
          ['entries', index, 'lower'],
          `The interval of \`${row.model}\` has no width: both ends are ${row.lower}.`,
          'Write both ends as the board gives them, or leave both out.',
        );
    }
  }
}

function* editorialRanks({ collections }: Content): Iterable<EntryProblem> {
  for (const entry of collections.editions) {
    if (entry.data.kind !== 'editorial') continue;
    const ranks = entry.data.entries.map(({ rank }) => rank);
    const wrong = findWrongRank(ranks);
    if (wrong)
      yield problemIn(
        entry,
        ['entries', wrong.index, 'rank'],
        `Rank ${ranks[wrong.index]} is not possible here: the ranks are ${around(ranks, wrong.index)}.`,
        `Write ${[...new Set(wrong.right)].join(' (tied) or ')}: equal models share the better rank, and the ranks after them are left out.`,
      );
  }
}

/** Ranks before and after one that are enough to see why it is wrong. */
const shownAround = 10;

function around(ranks: readonly number[], index: number): string {
  const from = Math.max(0, index - shownAround);
  const shown = ranks.slice(from, index + shownAround);
  return [...(from > 0 ? ['…'] : []), ...shown, ...(index + shownAround < ranks.length ? ['…'] : [])].join(', ');
}

function* consensusRanks({ collections, invalid }: Content): Iterable<EntryProblem> {
  // A broken file next to it would make every consensus look wrong.
  if (invalid.size > 0) return;
  for (const entry of collections.editions) {
    const { data } = entry;
    if (data.kind !== 'consensus') continue;
    const { consensus, missing } = computeConsensus(data.from, collections);
    const [board = '', date = ''] = entry.id.split('/');
    const newest = idsForConsensus(board, date, collections);
    if (missing.length === 0 && newest.join() !== [...data.from].sort().join())
      yield problemIn(
        entry,
        ['from'],
        `This consensus does not rest on the newest editions of its day: ${newest.join(', ')}.`,
        'Delete the file and run `npm run edition -- --date=YYYY-MM-DD` with its date.',
      );
    for (const id of missing)
      yield problemIn(
        entry,
        ['from', data.from.indexOf(id)],
        `\`${id}\` is neither an edition with scores nor evidence.`,
        'Write the id of an edition, for example `arena-text-to-video/2026-09-22`.',
      );
    if (
      missing.length === 0 &&
      !isDeepStrictEqual(
        { entries: data.entries, notPlaced: data.notPlaced },
        { entries: consensus.placed, notPlaced: consensus.notPlaced },
      )
    ) {
      yield problemIn(
        entry,
        ['entries'],
        'This consensus no longer equals its own recomputation.',
        'Never type its ranks: delete the file and run `npm run edition -- --date=YYYY-MM-DD` with its date.',
      );
    }
  }
}

function* votedRanks({ collections, votes, problems }: Content): Iterable<EntryProblem> {
  for (const entry of collections.editions) {
    const { data } = entry;
    if (data.kind !== 'voted') continue;
    const file = votesFile(entry.file, data.votes);
    const bytes = votes.get(file);
    if (!bytes) {
      yield problemIn(
        entry,
        ['votes'],
        `There is no file ${file}.`,
        'Put the votes there, or write the name of a file that is there.',
      );
      continue;
    }
    const { ratings, problems: faults } = ratingsOf(bytes, file, data);
    for (const fault of faults) problems.push(fault);
    const written = data.entries.map(({ listed, score, lower, upper, votes: count }) => ({
      model: listed,
      rating: score,
      lower,
      upper,
      votes: count,
    }));
    if (ratings && !isDeepStrictEqual(written, ratings.models))
      yield problemIn(
        entry,
        ['entries'],
        'These ratings no longer equal their own recomputation.',
        `Never type them: delete this file and run: npm run rate -- ${file} --edition=${entry.id}`,
      );
  }
}

/** Rank ranges are computed apart from a build: each must be of the scores that are there now. */
function* inferences(content: Content): Iterable<EntryProblem> {
  // A broken file next to it would make every file look old.
  if (content.invalid.size > 0) return;
  const { editions, inferences: known } = content.collections;
  const advice = 'Run `npm run check -- --fix` and add the file that it writes.';
  for (const edition of editions) {
    const source = inferenceSource(edition, content);
    const entry = known.find(({ id }) => id === edition.id);
    if (source && !entry)
      yield problemIn(edition, ['entries'], 'The rank ranges of this edition have not been computed.', advice);
    if (source && entry && source.digest !== entry.data.digest)
      yield problemIn(entry, ['digest'], 'These rank ranges are of other scores than the edition has now.', advice);
  }
  for (const entry of known) {
    const edition = editions.find(({ id }) => id === entry.id);
    if (!edition || !inferenceSource(edition, content))
      yield problemIn(entry, [], 'There are no scores with intervals for these rank ranges.', 'Delete the file.');
  }
}

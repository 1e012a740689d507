import { z } from 'zod';
import { idOf } from '../ids.ts';
import { scoreFields, withInterval } from './interval.ts';
import { editionSource } from '../source.ts';
import { line, paragraph } from '../text.ts';

const rankedEntry = z.strictObject({
  model: idOf('content/models'),
  /** Place; equal places share the better one: 1, 1, 3. */
  rank: z.int().min(1).describe('Write the place as a whole number from 1.'),
});

const scoredEntry = withInterval(
  z.strictObject({
    model: idOf('content/models'),
    /** The name on the source board, unique within the edition. */
    listed: line.describe('Write the name exactly as the board lists it.'),
    /** The name of exactly this variant, as readers know it. */
    name: line.describe('Write the name of this variant as readers know it.'),
    ...scoreFields,
    votes: z.int().min(0).describe('Write the number of votes as a whole number.').optional(),
  }),
);

const kindAdvice =
  'Write editorial for ranks by judgement, scored for scores that a board published, voted for ratings of votes that we hold, or consensus for ranks from several boards.';

/** A rating from votes, as computed. */
const votedEntry = z.strictObject({
  model: idOf('content/models'),
  /** The name in the file of votes. */
  listed: line.describe('Write the name as the votes have it.'),
  name: line.describe('Write the name of this variant as readers know it.'),
  score: z.number().describe('Write the rating; `npm run rate` computes it.'),
  lower: z.number().describe('Write the lower end of the 95% interval; `npm run rate` computes it.'),
  upper: z.number().describe('Write the upper end of the 95% interval; `npm run rate` computes it.'),
  votes: z.int().min(1).describe('Write the number of votes; `npm run rate` computes it.'),
});

const columnName = line.describe('Write the name of a column of the file of votes.');

const count = z.int().min(0).describe('Write a whole number; `npm run edition` computes it.');

/** A place by consensus, as computed. */
const consensusEntry = z.strictObject({
  model: idOf('content/models'),
  rank: z.int().min(1).describe('Write the place; `npm run edition` computes it.'),
  ahead: count,
  behind: count,
  compared: count,
  /** Each publisher's own part. */
  parts: z
    .array(
      z.strictObject({
        publisher: line.describe('Write the publisher; `npm run edition` computes it.'),
        ahead: count,
        behind: count,
      }),
    )
    .describe('Write {publisher, ahead, behind} for each publisher.'),
});

const common = {
  source: editionSource,
  /** What a reader should know of this edition. */
  note: paragraph.describe('Write one sentence.').optional(),
};

/** One dated state of a board, results only: `content/leaderboards/<board>/<YYYY-MM-DD>.yaml`. */
export const edition = z.discriminatedUnion('kind', [
  z.strictObject({
    /** Ranks by judgement of the editors; no scores. */
    kind: z.literal('editorial').describe(kindAdvice),
    ...common,
    entries: z.array(rankedEntry).min(1).describe('Write at least one entry.'),
  }),
  z.strictObject({
    /** Scores as a board published them; ranks are computed. */
    kind: z.literal('scored').describe(kindAdvice),
    ...common,
    /** True when scores and ranks cannot be set next to those of the edition before. */
    scaleChanged: z
      .boolean()
      .describe('Write true when the board changed its scale since the edition before.')
      .optional(),
    /** How many entries the board itself lists, where we have only some of them. */
    listedInAll: z
      .int()
      .min(1)
      .describe('Write how many entries the board itself lists, when these are only some of them.')
      .optional(),
    entries: z.array(scoredEntry).min(1).describe('Write at least one entry.'),
  }),
  z.strictObject({
    /** Ratings from votes that we hold; never typed, see `domain/ratings.ts`. */
    kind: z.literal('voted').describe(kindAdvice),
    ...common,
    /** File in `votes/` next to the edition. */
    votes: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]*\.csv$/u, 'is not the name of a CSV file')
      .describe('Write the name of a file in the folder `votes` of this board, for example `2026-05-01.csv`.'),
    columns: z.strictObject({ left: columnName, right: columnName, winner: columnName }).optional(),
    /** A model whose rating is given; all others shift with it. */
    anchor: z
      .strictObject({
        model: line.describe('Write the name as the votes have it.'),
        rating: z.number().describe('Write a rating in points.'),
      })
      .optional(),
    entries: z.array(votedEntry).min(1).describe('Write at least one entry; `npm run rate` writes them.'),
  }),
  z.strictObject({
    /** Ranks from several independent boards; never typed, see `domain/consensus.ts`. */
    kind: z.literal('consensus').describe(kindAdvice),
    ...common,
    /** Editions and evidence from which the places were computed. */
    from: z
      .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u, 'is not an edition or evidence'))
      .min(1)
      .describe('Write ids such as `arena-text-to-video/2026-09-22`.'),
    entries: z.array(consensusEntry).min(1).describe('Write at least one entry.'),
    /** Models known to fewer than two publishers. */
    notPlaced: z.array(idOf('content/models')),
  }),
]);

import { z } from 'zod';
import { idOf } from '../ids.ts';
import { line } from '../text.ts';

const computed = 'Write nothing here by hand: `npm run check -- --fix` writes this file.';
const rank = z.int().min(1).describe(computed);
const chance = z.number().min(0).max(1).describe(computed);

const simulation = {
  /** SHA-256 of the scores from which the file was computed. */
  digest: line.describe(computed),
  seed: z.int().describe(computed),
  draws: z.int().positive().describe(computed),
};

/**
 * What the scores of an edition say of its ranks, by simulation: `content/leaderboards/<board>/<YYYY-MM-DD>.inference.json`.
 * `npm run check -- --fix` writes it, since a build must not wait for it; see `domain/ranking/inference/rank-inference.ts` and `consensus-inference.ts`.
 */
export const inference = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scores').describe(computed),
    ...simulation,
    /** The intervals are scaled by it, so that all ranges hold together. */
    factor: z.number().positive().describe(computed),
    /** Share of the draws in which all ranges hold, for true scores as estimated and drawn towards their mean. */
    coverage: z.array(chance),
    /** Longest runs of neighbours by score, none of whom is ahead of another: first and last place, from 0. */
    groups: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
    /** How many neighbours by score are distinguished. */
    settled: z.int().min(0).describe(computed),
    entries: z
      .array(
        z.strictObject({
          listed: line.describe(computed),
          best: rank,
          worst: rank,
          /** Chance to have the highest true score. */
          first: chance,
        }),
      )
      .min(1)
      .describe(computed),
    /** Chance of each of the first entries, by score, to be ahead of each other one: rows against columns. */
    pairs: z.array(z.array(chance)),
  }),
  z.strictObject({
    kind: z.literal('consensus').describe(computed),
    ...simulation,
    entries: z
      .array(
        z.strictObject({
          model: idOf('content/models'),
          best: rank,
          worst: rank,
          /** Share of the draws in which no other model is placed higher. */
          first: chance,
        }),
      )
      .min(1)
      .describe(computed),
    /** What each publisher says of every pair, as text: a line for each entry, `+` ahead, `-` behind, `0` neither, `.` not compared. */
    voices: z.array(z.strictObject({ publisher: line.describe(computed), verdicts: z.array(line.describe(computed)) })),
    /** Places when a publisher is left out; a model that the others hardly compare has none. */
    without: z.array(
      z.strictObject({
        publisher: line.describe(computed),
        ranks: z.record(idOf('content/models'), rank).describe(computed),
      }),
    ),
  }),
]);

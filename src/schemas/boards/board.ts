import { z } from 'zod';
import { line, paragraph, webAddress } from '../text.ts';

/** A leaderboard: `content/leaderboards/<board>/board.yaml`. Results are in its editions. */
export const board = z.strictObject({
  name: line.describe('Write the name of the board.'),
  /** The name in menus and narrow tables. */
  shortName: line.max(28).describe('Write a short name for menus.'),
  /** What is measured, in one sentence. */
  measures: paragraph.describe('Write in one sentence what is measured.'),
  /** Who measures. */
  by: z
    .strictObject({ name: line.describe('Write the name of who measures.'), url: webAddress })
    .describe('Write {name, url} of who measures.'),
  /** How scores are formed and how we rank from them. */
  method: paragraph.describe('Write two or three sentences on how the ranks come about.'),
  /** What a score is; left out for boards of ranks alone. */
  metric: z
    .strictObject({
      name: line.describe('Write the name of the score.'),
      unit: line.describe('Write the unit, for example points or per cent.'),
      /** Digits after the point that readers see; ranks from scores alone use the same. */
      decimals: z.int().min(0).max(4).describe('Write how many digits after the point are shown.'),
    })
    .optional(),
  higherIsBetter: z.boolean().describe('Write true or false.').optional(),
  /** Whether scores of two editions share one scale. */
  comparable: z.boolean().describe('Write whether scores of two editions share one scale.').default(false),
  /** Days between two editions, as the board itself keeps them. */
  paceDays: z.int().positive().describe('Write how many days are between two editions.').optional(),
  /** Below this an entry is marked as provisional. */
  provisional: z
    .strictObject({
      minVotes: z.int().positive().describe('Write the fewest votes for a settled score.').optional(),
      maxHalfWidth: z.number().positive().describe('Write the widest half interval for a settled score.').optional(),
    })
    .optional(),
  licence: z
    .strictObject({
      name: line.describe('Write the name of the licence or terms.'),
      url: webAddress.optional(),
      /** The credit line that the licence requires. */
      credit: line.describe('Write the credit line.'),
      /** Whether we may offer the table as a download. */
      redistribute: z.boolean().describe('Write whether the table may be offered as a download.'),
    })
    .describe('Write {name, url, credit, redistribute}.'),
  /** Place in menus, from 1. */
  order: z.int().min(1).describe('Write the place in menus, from 1.'),
  /** True for a board that is no longer kept. */
  history: z.boolean().describe('Write true for a board that is no longer kept.').default(false),
});

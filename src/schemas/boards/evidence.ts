import { z } from 'zod';
import { day } from '../dates.ts';
import { idOf } from '../ids.ts';
import { scoreFields, withInterval } from './interval.ts';
import { factSource } from '../source.ts';
import { line, paragraph, webAddress } from '../text.ts';

/**
 * Figures of a board that may be cited and not republished, as evidence for a consensus:
 * `content/leaderboards/<board>/evidence/<id>.yaml`. It makes no board page and no download.
 */
export const evidence = z.strictObject({
  /** Who measures; one publisher has one voice. */
  publisher: line.describe('Write who measures.'),
  /** The board as its publisher names it. */
  name: line.describe('Write the name of the board.'),
  /** Where readers find the board itself. */
  board: webAddress.describe('Write the address of the board itself.'),
  date: day,
  note: paragraph.describe('Write one sentence.').optional(),
  source: factSource,
  /** The best row of each model. */
  entries: z
    .array(
      withInterval(
        z.strictObject({
          model: idOf('content/models'),
          listed: line.describe('Write the name exactly as the board lists it.'),
          ...scoreFields,
        }),
      ),
    )
    .min(1)
    .describe('Write at least one entry.'),
});

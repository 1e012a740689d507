import { isBefore, isoMoment } from '#domain/text/dates';
import { updateMoment, updateName } from '#domain/stories/updates';
import type { BodyProblem } from '#markdown/check';
import type { WrittenUpdate } from '#markdown/updates';
import { moment } from '#schemas/dates';

/** The fields of a story that bound the moments of its updates. */
interface Bounds {
  date: string;
  draft: boolean;
  publishAt?: string | undefined;
}

const adviceOnMoment = 'Write a moment with its time zone, for example `at="2026-01-23T09:00+01:00"`.';

/** The moments in UTC of the updates that have one that exists, in their order. */
export const momentsOf = (updates: readonly WrittenUpdate[]): string[] =>
  updates.flatMap(({ at }) => (moment.safeParse(at).success ? [updateMoment(at)] : []));

/** The last moment that an update may have: the present, or the end of an embargo; none for a draft. */
function latestFor({ draft, publishAt }: Bounds, now: Date): string | undefined {
  if (draft) return undefined;
  const end = publishAt === undefined ? now : new Date(publishAt);
  return isoMoment(end > now ? end : now);
}

/** True when no update is later than it may be: what was right in an earlier check is right now. */
export function areNotAhead(moments: readonly string[], bounds: Bounds, now: Date): boolean {
  const latest = latestFor(bounds, now);
  return latest === undefined || !moments.some((at) => isBefore(latest, at));
}

/**
 * What is wrong with the moments of updates: none that exists, one of the future or before the story, or one for two.
 * @param updates of one story
 * @param now the moment of the check
 */
export function findUpdateFaults(updates: readonly WrittenUpdate[], bounds: Bounds, now: Date): BodyProblem[] {
  const taken = new Set<string>();
  return updates.flatMap(({ at, line, column }): BodyProblem[] => {
    const problem = (what: string, write: string): BodyProblem[] => [{ line, column, what, write }];
    // Without one, its form is reported.
    if (at === '') return [];
    const read = moment.safeParse(at);
    if (!read.success) return problem(`\`at="${at}"\` ${read.error.issues[0]?.message ?? ''}.`, adviceOnMoment);
    const inUtc = updateMoment(at);
    if (taken.has(updateName(inUtc)))
      return problem(
        `Another update of this story has the same minute, ${inUtc.slice(0, 16)}Z.`,
        'Write another minute in `at`, or put both into one update: the minute is the address of an update.',
      );
    taken.add(updateName(inUtc));
    if (!areNotAhead([inUtc], bounds, now))
      return problem(`The update (${inUtc}) is in the future.`, 'Write in `at` the moment at which it was written.');
    if (isBefore(inUtc, bounds.date))
      return problem(
        `The update (${inUtc}) is before the date of the story (${bounds.date}).`,
        'Write in `at` the moment at which it was written, or fix the date.',
      );
    return [];
  });
}

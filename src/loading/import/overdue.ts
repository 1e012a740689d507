import { daysBetween, isoDay } from '#domain/text/dates';
import type { Collections } from '../content.ts';

/** A board whose newest edition is older than its own pace. */
export interface OverdueBoard {
  id: string;
  name: string;
  /** Where its figures are published. */
  url: string;
  /** Day of the newest edition. */
  newest: string;
  /** Days since then. */
  days: number;
  paceDays: number;
  /** True where ranks are computed from other boards. */
  consensus: boolean;
}

/**
 * Boards that need a new edition, the longest overdue first. Boards that are no longer kept never do.
 * @param now the moment for which it is said
 */
export function overdueBoards({ boards, editions }: Collections, now: Date): OverdueBoard[] {
  return boards
    .flatMap(({ id, data }): OverdueBoard[] => {
      const [newest] = editions.filter((entry) => entry.id.startsWith(`${id}/`)).sort((a, b) => (a.id < b.id ? 1 : -1));
      if (!newest || data.paceDays === undefined || data.history) return [];
      const day = newest.id.split('/')[1] ?? '';
      const days = daysBetween(day, isoDay(now));
      const consensus = newest.data.kind === 'consensus';
      return days > data.paceDays
        ? [{ id, name: data.name, url: data.by.url, newest: day, days, paceDays: data.paceDays, consensus }]
        : [];
    })
    .sort((a, b) => b.days - b.paceDays - (a.days - a.paceDays));
}

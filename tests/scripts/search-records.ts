import type { CustomRecord } from 'pagefind';
import type { Store } from '../../scripts/store.ts';

/** A page that the search finds: its day, and what is written on it beside its name. */
export const record = (name: string, kind: string, date: string, words = 'a lantern in the harbour'): CustomRecord => ({
  url: `/${name}/`,
  language: 'en',
  content: `${name}. It tells of ${words}.`,
  meta: { title: name, kind, day: date },
  filters: { kind: [kind], year: [date.slice(0, 4)] },
  sort: { date },
});

/** Stories, the oldest first. */
export const stories = ['2021-03-01', '2021-09-12', '2022-04-04', '2022-05-30', '2024-01-08', '2025-07-19'].map((date, index) => record(`story-${index}`, 'Article', date));

/** Models and boards, older than all stories, between them, and newer. */
export const others = [record('model-old', 'Model', '0000'), record('model-between', 'Model', '2022-05-01'), record('board-new', 'Leaderboard', '2026-01-01')];

/** Puts records where pages put them: two stories to a file, and the others in the last. */
export function putRecords(store: Store, ofStories: readonly CustomRecord[], ofOthers: readonly CustomRecord[]): void {
  const files = Array.from({ length: Math.ceil(ofStories.length / 2) }, (_, index) => ofStories.slice(index * 2, index * 2 + 2));
  for (const [index, records] of [...files, ofOthers].entries()) store.put(`/search-records/${index + 1}.json`, Buffer.from(JSON.stringify(records)), { key: '' });
}

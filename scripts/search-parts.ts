import type { CustomRecord } from 'pagefind';

/** What one index of the search is made of. */
export interface SearchPart {
  /** Files of records of stories. */
  files: readonly string[];
  /** Records of other pages whose day falls into the time of these stories. */
  others: readonly CustomRecord[];
}

/**
 * Files of 25 stories each in one index. An index of 2,000 takes 3 s and 360 MB to make; a reader who looks for a word pays
 * for each more index with some 30 kB.
 */
const filesInPart = 80;

/**
 * Divides what can be found among indexes by date, so that one change indexes few texts again, and the lists of all indexes,
 * one after the other, are in the order of time.
 * @param files files of records: stories, the oldest first, and in the last file all other pages
 * @param size files in one index
 * @returns at least one part, the newest last
 */
export function divide(files: readonly string[], read: (file: string) => CustomRecord[], size = filesInPart): SearchPart[] {
  const stories = files.slice(0, -1);
  const others = files.slice(-1).flatMap(read);
  const groups = Array.from({ length: Math.max(1, Math.ceil(stories.length / size)) }, (_, index) => stories.slice(index * size, (index + 1) * size));
  const begins = groups.map(([file], index) => (index === 0 || file === undefined ? '' : dayOf(read(file)[0])));
  const placeOf = (record: CustomRecord): number => begins.findLastIndex((begin) => begin <= dayOf(record));
  return groups.map((group, index) => ({ files: group, others: others.filter((record) => placeOf(record) === index) }));
}

const dayOf = (record: CustomRecord | undefined): string => record?.sort?.['date'] ?? '';

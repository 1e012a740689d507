/**
 * Why the places of two editions of one board cannot be compared: they were made in different ways or on different scales, or
 * only some of the entries of one are known.
 */
export type SeriesBreak = 'method' | 'part';

const reasons: Readonly<Record<SeriesBreak, string>> = {
  method: 'the two editions were made in different ways',
  part: 'only some entries of the two editions are known',
};

/** The reason as a clause, for the middle of a sentence. */
export const reasonOfBreak = (seriesBreak: SeriesBreak): string => reasons[seriesBreak];

import { z } from 'zod';

/** A score, with the ends of its 95% interval where it has one. */
export const scoreFields = {
  score: z.number().describe('Write the score as a number.'),
  lower: z.number().describe('Write the lower end of the 95% interval.').optional(),
  upper: z.number().describe('Write the upper end of the 95% interval.').optional(),
};

type WithScore = z.ZodType<{ score: number; lower?: number | undefined; upper?: number | undefined }>;

/** Adds what must hold between a score and its interval: both ends or none, in their order, around the score. */
export function withInterval<Row extends WithScore>(row: Row): Row {
  return row
    .refine(({ lower, upper }) => (lower === undefined) === (upper === undefined), {
      path: ['lower'],
      error: 'is without its other end: write both `lower` and `upper`, or neither',
    })
    .refine(({ lower, upper }) => lower === undefined || upper === undefined || lower <= upper, {
      path: ['lower'],
      error: 'is above `upper`: swap the two ends of the interval',
    })
    .refine(
      ({ score, lower, upper }) =>
        lower === undefined || upper === undefined || lower > upper || (lower <= score && score <= upper),
      {
        path: ['score'],
        error: 'is outside its own interval',
      },
    );
}

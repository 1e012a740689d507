import { z } from 'zod';

/** The version of {@link boardData}. It rises when a field goes or changes its meaning; a new field alone does not raise it. */
export const boardDataVersion = 1;

const rank = z.int().min(1);
const day = z.iso.date();
const address = z.url();

const row = z.strictObject({
  best: rank.describe('Best rank that the data allow.'),
  worst: rank.describe('Worst rank that the data allow; equal to best where the rank is certain.'),
  listed: z
    .string()
    .describe(
      'Name of the entry on the source board, unique within the edition; for editorial boards the id of the model.',
    ),
  name: z.string().describe('Name of exactly this variant, as readers know it.'),
  model: z.string().describe('Id of the model, as in https://megaton.ai/models/<id>/.'),
  provider: z.string().nullable().describe('Name of who made the model.'),
  score: z.number().nullable().describe('Score in the unit of the metric, as published.'),
  lower: z.number().nullable().describe('Lower end of the 95% interval of the score.'),
  upper: z.number().nullable().describe('Upper end of the 95% interval of the score.'),
  votes: z.int().min(0).nullable().describe('Votes behind the score.'),
});

/** One edition of a board as a file of data for others, see `/leaderboards/schema/v1.json`. */
export const boardData = z.strictObject({
  $schema: address.describe('Address of this schema.'),
  schemaVersion: z.literal(boardDataVersion),
  board: z.strictObject({
    id: z.string(),
    name: z.string(),
    measures: z.string().describe('What is measured, in one sentence.'),
    by: z.strictObject({ name: z.string(), url: address }).describe('Who measures.'),
    url: address.describe('Page of the newest edition.'),
  }),
  edition: z.strictObject({
    date: day.describe('Day of the edition, UTC.'),
    before: day.nullable().describe('Day of the edition before.'),
    kind: z
      .string()
      .describe(
        'How ranks come about: editorial (by judgement), scored (computed from scores), voted (computed from votes) or consensus (computed from several boards).',
      ),
    finding: z.string().describe('What can be said of the first place.'),
    note: z.string().nullable(),
    url: address.describe('Permanent page of the edition.'),
  }),
  metric: z
    .strictObject({
      name: z.string(),
      unit: z.string(),
      decimals: z.int().min(0).describe('Digits after the point that readers see.'),
    })
    .nullable()
    .describe('What a score is; null where there are ranks alone.'),
  licence: z.strictObject({ name: z.string(), url: address.nullable() }).describe('Licence of the data.'),
  credit: z.string().describe('Credit line to show wherever the data are used.'),
  source: z.strictObject({
    title: z.string(),
    publisher: z.string(),
    url: address.nullable(),
    published: z.string().nullable(),
  }),
  listedInAll: z
    .int()
    .min(1)
    .nullable()
    .describe('How many entries the source board lists, when these are only some of them.'),
  rows: z.array(row).min(1).describe('Entries, best first.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe('SHA-256, in hexadecimal, of the rows as canonical JSON (RFC 8785) in UTF-8.'),
});

/**
 * The JSON Schema of {@link boardData}, draft 2020-12.
 * @param id address where it will be found
 */
export function boardDataSchema(id: string): object {
  return {
    ...z.toJSONSchema(boardData, { target: 'draft-2020-12' }),
    $id: id,
    title: `Edition of a Megaton leaderboard, version ${boardDataVersion}`,
  };
}

/** A column of the CSV file of an edition. */
interface Column {
  name: string;
  type: 'integer' | 'number' | 'string';
  description: string | undefined;
  /** False where a cell may be empty. */
  required: boolean;
  minimum: number | undefined;
}

/** The columns of the CSV file of an edition, which are the fields of a row of {@link boardData}. */
export function boardRowColumns(): Column[] {
  return Object.entries(row.shape).map(([name, field]) => {
    const required = !(field instanceof z.ZodNullable);
    const { type, minimum } = z.toJSONSchema(required ? field : field.unwrap());
    return {
      name,
      type: type === 'integer' || type === 'number' ? type : 'string',
      description: field.description,
      required,
      minimum,
    };
  });
}

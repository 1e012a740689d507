import { expect, test } from 'vitest';
import { z } from 'zod';
import { kinds } from '#loading/collections';

/** A schema with the path of field names to it; `[]` means the items of a list. */
interface Found {
  path: string;
  schema: z.ZodType;
}

/** The schema inside `optional`, `default` and `transform`; the outermost description wins, as in messages. */
function inside(schema: z.ZodType): { schema: z.ZodType; description: string | undefined } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return within(schema, schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return within(schema, schema.in as z.ZodType);
  return { schema, description: schema.description };
}

function within(outer: z.ZodType, inner: z.ZodType): { schema: z.ZodType; description: string | undefined } {
  const { schema, description } = inside(inner);
  return { schema, description: outer.description ?? description };
}

/** A schema and all schemas below it. */
function allIn({ path, schema }: Found): Found[] {
  const { schema: bare } = inside(schema);
  return [{ path, schema }, ...partsOf(path, bare).flatMap(allIn)];
}

function partsOf(path: string, schema: z.ZodType): Found[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, part]) => ({
      path: `${path}.${name}`,
      schema: part,
    }));
  if (schema instanceof z.ZodArray) return [{ path: `${path}[]`, schema: schema.element as z.ZodType }];
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).map((part) => ({ path, schema: part }));
  return [];
}

const all = Object.entries(kinds).flatMap(([kind, { schema }]) => allIn({ path: kind, schema }));

test('the walk sees every kind and reaches the depths', () => {
  const paths = all.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'articles.hero.alt',
      'editions.entries[].score',
      'models.released.sources[]',
      'site.menus.main[].links[].path',
    ]),
  );
});

test('every group of fields refuses unknown ones', () => {
  const groups = all.filter(({ schema }) => inside(schema).schema instanceof z.ZodObject);
  const refuses = ({ schema }: Found): boolean =>
    inside(schema)
      .schema.safeParse({ 'no such field': 1 })
      .error?.issues.some(({ code }) => code === 'unrecognized_keys') ?? false;
  expect(groups.length).toBeGreaterThan(50);
  expect(groups.filter((group) => !refuses(group)).map(({ path }) => path)).toEqual([]);
});

test('every field that holds a value says in a sentence what to write', () => {
  const holdsValue = ({ path, schema }: Found): boolean => {
    const bare = inside(schema).schema;
    return (
      path.includes('.') && !path.endsWith('[]') && !(bare instanceof z.ZodObject) && !(bare instanceof z.ZodArray)
    );
  };
  const advice = new Map<string, string>();
  // Forms of a union are at the path of the union, which speaks for them.
  for (const { path, schema } of all.filter(holdsValue))
    advice.set(path, advice.get(path) || (inside(schema).description ?? ''));
  expect(advice.size).toBeGreaterThan(100);
  expect([...advice].filter(([, sentence]) => !/^(?:Write|Put) .+\.$/u.test(sentence))).toEqual([]);
});

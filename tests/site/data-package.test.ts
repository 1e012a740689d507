import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { content } from './content.ts';
import { attribute, dist, pageAt, read, tagged } from './dist.ts';

/**
 * What the standard demands with MUST, and what it recommends with SHOULD for data that are passed on, written from
 * https://datapackage.org/standard/data-package/, /data-resource/ and /table-schema/ (version 2).
 */
const name = z.string().regex(/^[a-z0-9._-]+$/u);
/** A full address, or a relative POSIX path that stays within the folder. */
const urlOrPath = z.string().regex(/^(?:https?:\/\/|(?![./~])(?!.*\.\.))/u);
const licences = z
  .array(
    z
      .looseObject({ name: z.string().optional(), path: urlOrPath.optional(), title: z.string().optional() })
      .refine((licence) => licence.name !== undefined || licence.path !== undefined, 'has neither name nor path'),
  )
  .min(1);
const sources = z.array(z.looseObject({ title: z.string(), path: urlOrPath.optional() })).min(1);
const field = z.looseObject({
  name: z.string().min(1),
  type: z.enum([
    'string',
    'number',
    'integer',
    'boolean',
    'object',
    'array',
    'list',
    'datetime',
    'date',
    'time',
    'year',
    'yearmonth',
    'duration',
    'geopoint',
    'geojson',
    'any',
  ]),
  description: z.string().min(1),
  constraints: z.strictObject({ required: z.boolean().optional(), minimum: z.number().optional() }).optional(),
});
const resource = z.looseObject({
  name,
  path: urlOrPath,
  type: z.literal('table'),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  bytes: z.int().positive(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
  licenses: licences,
  sources,
  schema: z.looseObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
    fields: z.array(field).min(1),
    missingValues: z.array(z.string()),
    primaryKey: z.array(z.string()).min(1),
  }),
});
const descriptor = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name,
  id: z.url(),
  homepage: z.url(),
  created: z.iso.datetime(),
  licenses: licences,
  sources,
  contributors: z.array(z.looseObject({ title: z.string(), path: z.url(), roles: z.array(z.string()) })).min(1),
  keywords: z.array(z.string()).min(1),
  resources: z.array(resource).min(1),
});

const path = '/leaderboards/datapackage.json';
const found = descriptor.safeParse(JSON.parse(read(path)));
const resources = found.data?.resources ?? [];

describe('datapackage.json', () => {
  it('keeps to the standard', () => {
    expect(found.error?.issues).toBeUndefined();
    const names = resources.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('describes every edition that may be passed on, and no other', () => {
    const shared = new Set(content.boards.filter(({ data }) => data.licence.redistribute).map(({ id }) => id));
    const editions = content.editions.filter(({ id }) => shared.has(id.split('/')[0] ?? ''));
    expect(resources.map((one) => one.path).sort()).toEqual(editions.map(({ id }) => `${id}.csv`).sort());
    expect(read(path)).not.toContain('vbench');
  });

  it.each(resources)('has size, checksum and columns of $path as they are', (one) => {
    const bytes = readFileSync(join(dist, posix.join('/leaderboards', one.path)));
    expect(bytes.length).toBe(one.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(one.hash.replace('sha256:', ''));
    const [head = '', ...lines] = bytes.toString('utf8').trimEnd().split('\r\n');
    expect(one.schema.fields.map((column) => column.name)).toEqual(head.split(','));
    expect(lines.length).toBe(content.editions.find(({ id }) => `${id}.csv` === one.path)?.data.entries.length);
  });

  it('gives each column the type that its values have', () => {
    const types = Object.fromEntries(resources[0]?.schema.fields.map(({ name: column, type }) => [column, type]) ?? []);
    expect(types).toMatchObject({
      best: 'integer',
      worst: 'integer',
      listed: 'string',
      name: 'string',
      model: 'string',
      provider: 'string',
      score: 'number',
      lower: 'number',
      upper: 'number',
      votes: 'integer',
    });
    const optional = resources[0]?.schema.fields.filter(({ constraints }) => constraints?.required !== true);
    expect(optional?.map((column) => column.name)).toEqual(
      expect.arrayContaining(['provider', 'score', 'lower', 'upper', 'votes']),
    );
  });

  it('has the licence of each board', () => {
    for (const { name: resourceName, licenses } of resources) {
      const board = content.boards.find(({ id }) => resourceName.startsWith(`${id}-`));
      expect(licenses, resourceName).toEqual([{ path: board?.data.licence.url, title: board?.data.licence.name }]);
    }
  });

  it('is one link away from each board that is in it', () => {
    const links = (board: string): (string | undefined)[] =>
      tagged(pageAt(`/leaderboards/${board}/`).root, 'a').map((link) => attribute(link, 'href'));
    expect(links('arena-text-to-video')).toContain(path);
    expect(links('vbench')).not.toContain(path);
  });
});

import type { Field } from '@sveltia/cms';
import { describe, expect, it, test } from 'vitest';
import type { z } from 'zod';
import { directives, faultsOf } from '#markdown/directives';
import { kinds } from '#loading/collections';
import { readContent } from '#loading/read-content';
import { boxes } from '../../src/integrations/editor/boxes.ts';
import { editorConfig } from '../../src/integrations/editor/config.ts';
import { fieldSets } from '../../src/integrations/editor/fields.ts';

const { collections: real } = readContent('.', new Date('2026-11-29T12:00:00Z'));
/** The real content, of a site that names its repository. */
const repository = { url: 'https://github.com/owner/name', branch: 'main' };
const content = { ...real, site: real.site.map((entry) => ({ ...entry, data: { ...entry.data, repository } })) };
const config = editorConfig(content);
const collections = (config.collections ?? []).filter((one) => 'folder' in one);
const collection = (name: string) => collections.find((one) => one.name === name)!;

/** Paths of all fields of a form: `sources.url`. */
const pathsOfForm = (fields: readonly Field[], from = ''): string[] =>
  fields.flatMap((field) => [
    `${from}${field.name}`,
    ...('fields' in field && field.fields ? pathsOfForm(field.fields as Field[], `${from}${field.name}.`) : []),
  ]);

/** Paths of all fields of a schema, found in zod's own definitions. */
function pathsOfSchema(schema: z.core.$ZodType, from = ''): string[] {
  const { def } = schema._zod as unknown as {
    def: { type: string; shape: Record<string, z.core.$ZodType>; element: z.core.$ZodType; innerType: z.core.$ZodType };
  };
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, part]) => [
        `${from}${name}`,
        ...pathsOfSchema(part, `${from}${name}.`),
      ]);
    case 'array':
      return pathsOfSchema(def.element, from);
    case 'optional':
    case 'default':
      return pathsOfSchema(def.innerType, from);
    default:
      return [];
  }
}

describe('the forms of the editor', () => {
  it.each(['articles', 'reviews'] as const)('have every field of %s, and the text', (kind) => {
    const paths = pathsOfSchema(kinds[kind].schema);
    expect(paths).toContain('sources.url');
    expect(pathsOfForm(collection(kind).fields)).toEqual([...paths, 'body']);
  });

  it.each(['models', 'authors', 'providers', 'boards'] as const)('have every field of %s', (kind) => {
    expect(pathsOfForm(collection(kind).fields)).toEqual(pathsOfSchema(kinds[kind].schema));
  });

  const context = {
    collections: new Map([['content/models', { name: 'models', label: 'Models' }]]),
    categories: [],
  };

  it.each(kinds.editions.schema.options.map((option) => [option.shape.kind.value, option] as const))(
    'have every field of an edition that is %s',
    (kind, option) => {
      const fields = fieldSets(kinds.editions.schema, context).find((set) => set.kind === kind)?.fields ?? [];
      expect(pathsOfForm(fields)).toEqual(pathsOfSchema(option));
      expect(fields.find(({ name }) => name === 'kind')).toEqual({ name: 'kind', widget: 'hidden', default: kind });
    },
  );

  it('have one collection for the editions of each board, in its folder', () => {
    const boards = content.boards
      .map(({ id }) => id)
      .filter((id) => content.editions.some((one) => one.id.startsWith(`${id}/`)));
    expect(collections.filter(({ name }) => name.startsWith('editions-')).map(({ folder }) => folder)).toEqual(
      boards.map((id) => `content/leaderboards/${id}`),
    );
  });

  it('choose ids from what exists', () => {
    const names = new Set(collections.map(({ name }) => name));
    const relations = collections
      .flatMap(({ fields }) => fields)
      .filter((field) => field.widget === 'relation' && 'collection' in field);
    expect(relations.length).toBeGreaterThan(4);
    for (const field of relations) expect(names).toContain((field as { collection: string }).collection);
    expect(collection('articles').fields.find(({ name }) => name === 'category')).toMatchObject({
      widget: 'select',
      options: content.categories.map(({ id, data }) => ({ value: id, label: data.name })),
    });
  });

  it('require what the schema requires', () => {
    const required = collection('reviews').fields.flatMap((field) =>
      'required' in field && field.required === true ? [field.name] : [],
    );
    expect(required).toEqual(['title', 'date', 'authors', 'model', 'verdict', 'strengths', 'limits', 'bestFor']);
  });

  it('keep pictures next to the story, and never copy a permanent id', () => {
    for (const name of ['articles', 'reviews'])
      expect(collection(name)).toMatchObject({ media_folder: '', public_folder: '', duplicate: false });
    expect(config).toMatchObject({ media_folder: '', public_folder: '' });
  });
});

it('whoever has an account at GitHub writes in a fork, and a pull request opens', () => {
  const [owner, name] = new URL(repository.url).pathname.slice(1).split('/');
  expect(config).toMatchObject({
    backend: { name: 'github', repo: `${owner}/${name}`, open_authoring: true, auth_scope: 'public_repo' },
    publish_mode: 'editorial_workflow',
  });
});

describe('boxes', () => {
  const values: Record<string, Record<string, unknown>> = {
    figure: { src: 'hero.webp', alt: 'A "disc" {behind} a bar', credit: 'Ann', made: 'ai', words: 'Caption.' },
    pullquote: { by: 'Ann', words: 'Nobody knew.\n\nNobody at all.' },
    aside: { title: 'A box', words: '- one\n- two' },
    board: { id: 'top-models', limit: '5' },
    model: { id: 'kling-2-6' },
    compare: { models: ['kling-2-6', 'veo-3-1'] },
    video: { url: 'https://vimeo.com/1', title: 'A film' },
    chart: { data: 'prices.csv', kind: 'bar', title: 'A "cheap" one', unit: '$', highlight: 'Kling', source: '2' },
    update: { at: '2026-01-23T09:00+01:00', title: 'A "turn"', words: 'It began.' },
  };
  const all = boxes();

  test('are there for every directive', () => {
    expect(all.map(({ id }) => id)).toEqual([...directives.keys()]);
    expect(Object.keys(values)).toEqual([...directives.keys()]);
  });

  test.each(all.map((box) => [box.id, box] as const))('%s comes back as it was written, and is right', (name, box) => {
    const block = box.toBlock(values[name]!);
    const match = box.pattern.exec(`Before.\n\n${block}\n\nAfter.`)!;
    expect(match[0]).toBe(block);
    expect(box.fromBlock!(match)).toEqual(values[name]);
    const { words: _words, ...attributes } = values[name]!;
    const written = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, Array.isArray(value) ? value.join(' ') : String(value)]),
    );
    expect(faultsOf({ name, holds: directives.get(name)!.holds, attributes: written })).toEqual([]);
  });

  test('of others keep apart', () => {
    const [pullquote, aside] = ['pullquote', 'aside'].map((id) => all.find((box) => box.id === id)!);
    const text = `${aside!.toBlock(values['aside']!)}\n\nBetween.\n\n${pullquote!.toBlock(values['pullquote']!)}`;
    expect(pullquote!.fromBlock!(pullquote!.pattern.exec(text)!)).toEqual(values['pullquote']);
    expect(aside!.fromBlock!(aside!.pattern.exec(text)!)).toEqual(values['aside']);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { kinds } from '#loading/collections';
import { splitFrontMatter } from '#loading/files/front-matter';
import { directives } from '#markdown/directives';
import { checkContent } from '../../../src/loading/check-content.ts';
import { editorFiles } from '../../../scripts/assets/editor-files.ts';
import { makeProject, now, paths, swap, type Changes } from '../../loading/fixture.ts';

const root = join(import.meta.dirname, '../../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const files = editorFiles();

test.each([...files.keys()])('%s is as `npm run assets -- schemas` writes it', (path) => {
  expect(textOf(path)).toBe(files.get(path));
});

test('every YAML file of the content has a schema, and only one', () => {
  const { 'yaml.schemas': globs } = JSON.parse(files.get('.vscode/settings.json') ?? '') as {
    'yaml.schemas': Record<string, string>;
  };
  const patterns = Object.values(globs).map(
    (glob) =>
      new RegExp(
        `^${glob
          .replaceAll('.', '\\.')
          .replaceAll('[0-9]*', '[0-9][^/]*')
          .replaceAll(/(?<!\])\*/gu, '[^/]*')}$`,
        'u',
      ),
  );
  const yaml = (readdirSync(join(root, 'content'), { recursive: true }) as string[])
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => `content/${path}`);
  expect(yaml.length).toBeGreaterThan(50);
  expect(yaml.filter((path) => patterns.filter((pattern) => pattern.test(path)).length !== 1)).toEqual([]);
});

describe('the schema of articles', () => {
  const article = z.fromJSONSchema(
    JSON.parse(files.get('.vscode/schemas/articles.schema.json') ?? '') as z.core.JSONSchema.JSONSchema,
  );
  const fields = (text: string): unknown => parse(splitFrontMatter(text)?.yaml ?? '', { schema: 'core' });

  test('takes every article that the check takes', () => {
    const stories = (readdirSync(join(root, 'content/articles'), { recursive: true }) as string[]).filter((path) =>
      path.endsWith('index.md'),
    );
    expect(stories.length).toBeGreaterThan(10);
    expect(stories.filter((path) => !article.safeParse(fields(textOf(`content/articles/${path}`))).success)).toEqual(
      [],
    );
  });

  test.each([
    ['an unknown field', (text: string) => text.replace('title:', 'headline:')],
    ['an unknown value', (text: string) => text.replace('made: illustration', 'made: drawn')],
    ['an id of another form', (text: string) => text.replace(/^id: .*$/mu, 'id: x')],
  ])('marks %s', (_, change) => {
    const good = readFileSync(join(makeProject(), 'content', paths.article), 'utf8');
    expect([article.safeParse(fields(good)).success, article.safeParse(fields(change(good))).success]).toEqual([
      true,
      false,
    ]);
  });

  test('says for each field what to write', () => {
    const { properties } = JSON.parse(files.get('.vscode/schemas/articles.schema.json') ?? '') as {
      properties: Record<string, { description?: string }>;
    };
    expect(Object.keys(properties)).toEqual(Object.keys(kinds.articles.schema.shape));
    expect(properties['category']?.description).toBe('Write one of the ids in content/categories.yaml.');
  });
});

describe('snippets', () => {
  interface Snippet {
    prefix: string;
    body: string[];
  }
  const snippets = Object.values(JSON.parse(textOf('.vscode/megaton.code-snippets')) as Record<string, Snippet>);

  /** A snippet as it is before anything is typed: the first choice, the proposed words, the moment. */
  const inserted = ({ body }: Snippet): string =>
    body
      .join('\n')
      .replaceAll(/\$\{\d+\|([^,|]+)[^}]*\|\}/gu, '$1')
      .replaceAll(/\$\{\d+:([^}]*)\}/gu, '$1')
      .replaceAll('${CURRENT_DATE}', '$CURRENT_DATE')
      .replaceAll('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', '2026-11-20')
      .replaceAll('T$CURRENT_HOUR:$CURRENT_MINUTE$CURRENT_TIMEZONE_OFFSET', 'T09:30+01:00');
  const snippet = (prefix: string): string =>
    inserted(snippets.find((one) => one.prefix === prefix) ?? { prefix, body: ['::missing'] });

  /** Problems of the fixture with a snippet in it, whose ids are those of the real content. */
  function problemsWith(changes: Changes): string[] {
    const nextTo = {
      'articles/2026/first-story/prices.csv': 'Model,Price\nA,7.91\nB,0.60\n',
      'models/kling-2-6.yaml': 'name: Kling 2.6\n',
      'models/veo-3-1.yaml': 'name: Veo 3.1\n',
      'leaderboards/top-models/board.yaml':
        'name: T\nshortName: T\nmeasures: X.\nby: {name: N, url: https://n.example/}\nmethod: Y.\nlicence: {name: L, credit: C, redistribute: true}\norder: 3\n',
      'leaderboards/top-models/2026-01-10.yaml':
        'kind: editorial\nsource: {title: T, publisher: P, accessed: 2026-01-11}\nentries: [{model: gamma, rank: 1}]\n',
    };
    return checkContent(makeProject({ ...nextTo, ...changes }), now).problems.map(({ what }) => what);
  }

  test.each([...directives.keys()])('there is one for `%s`, and it is right', (name) => {
    const text = snippet(name).replace('picture.webp', 'hero.webp');
    expect(problemsWith({ [paths.article]: swap('The first sentence.', text) })).toEqual([]);
  });

  test.each(['link-model', 'note'])('the one for `%s` is right', (prefix) => {
    expect(problemsWith({ [paths.article]: swap('The first sentence.', snippet(prefix)) })).toEqual([]);
  });

  test('those for fields are right', () => {
    const withFields = (text: string): string =>
      swap('sources:\n', `${snippet('correction')}\nsources:\n${snippet('source')}\n`)(text);
    expect(problemsWith({ [paths.article]: withFields })).toEqual([]);
  });
});

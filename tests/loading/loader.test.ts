import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { describe, expect, test, vi } from 'vitest';
import type { Kind } from '#loading/collections';
import { contentLoader } from '#loading/loader';
import { ContentError } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { onShelved, shelved } from '#loading/shelf';
import { makeProject, now, paths, swap, writeContent } from './fixture.ts';

const nameOfDesk = (): string | undefined => shelved()?.collections.authors[0]?.data.name;

/** What Astro hands to a loader, as far as ours looks at it. */
function fakeAstro(root: string, preview = false) {
  const stored = new Map<string, { id: string; data: unknown; digest?: string | number; filePath?: string }>();
  const watchers: ((event: string, path: string) => void)[] = [];
  const error = vi.fn();
  const context = {
    config: { root: pathToFileURL(`${root}/`) },
    store: { clear: () => stored.clear(), set: (entry: { id: string; data: unknown }) => stored.set(entry.id, entry) },
    watcher: preview ? { on: (_event: string, react: (event: string, path: string) => void) => watchers.push(react) } : undefined,
    logger: { error },
  };
  return {
    stored,
    error,
    load: (kind: Kind) => contentLoader(kind, () => now).load(context as unknown as LoaderContext),
    /** Tells the loader that a file was saved. */
    saved: (path: string) => watchers.forEach((react) => react('change', join(root, path))),
  };
}

describe('contentLoader', () => {
  test('stores the fields, a digest and the path of every entry, and no body', async () => {
    const { stored, load } = fakeAstro(makeProject());
    await load('articles');
    expect([...stored.keys()]).toEqual(['first-story']);
    const entry = stored.get('first-story');
    expect(entry).toMatchObject({ data: { title: 'A first story' }, filePath: `content/${paths.article}` });
    expect(entry?.digest).toMatch(/^[\w-]{43}$/u);
    expect(JSON.stringify(entry)).not.toContain('The first sentence.');
  });

  test('one build sees one state of the content, and the next build the next', async () => {
    const root = makeProject();
    const { stored, load } = fakeAstro(root);
    await load('providers');
    await load('categories');
    writeContent(root, paths.categories, 'culture: {name: Culture, description: Film.}\n');
    await load('authors');
    expect([...stored.keys()]).toEqual(['the-desk']);
    writeContent(root, 'authors/ann-example.yaml', 'name: Ann\nkind: person\nbio: Writes.\n');
    writeContent(root, paths.article, `---\nid: 20260110-abc123\ntitle: T\ncategory: culture\ndate: 2026-01-10\nauthors: [ann-example]\n---\n`);
    await load('models');
    expect(stored.has('gamma')).toBe(true);
    await load('authors');
    expect([...stored.keys()]).toEqual(['ann-example', 'the-desk']);
  });

  test('fails with every problem of all the content, whichever kind is loaded', async () => {
    const { load } = fakeAstro(makeProject({ [paths.article]: swap('category: technology', 'category: none'), 'models/gamma.yaml': 'name: " "\n' }));
    const failure = await Promise.resolve()
      .then(() => load('authors'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ContentError);
    expect((failure as ContentError).message.split('\n')).toEqual([
      '2 problems in the content:',
      `content/${paths.article}:5:11  There is no \`none\` in content/categories.yaml.  Use an id that exists, or add it to content/categories.yaml first.`,
      'content/models/gamma.yaml:1:7  `name` is blank or has spaces at its ends.  Write the name as readers know it.',
    ]);
  });

  test('in a preview, content lies on the shelf, and a file that was saved is read again: alone, and once', async () => {
    const root = makeProject();
    const { stored, load, saved } = fakeAstro(root, true);
    await load('authors');
    expect(stored.size).toBe(0);
    const before = shelved();
    expect(nameOfDesk()).toBe('The Desk');
    writeContent(root, 'authors/the-desk.yaml', 'name: The Night Desk\nkind: desk\nbio: Writes at night.\n');
    // Nobody said that this one changed.
    writeContent(root, 'models/gamma.yaml', 'name: Other\n');
    const told = vi.fn();
    const forget = onShelved(told);
    saved('content/authors/the-desk.yaml');
    saved('content/authors/the-desk.yaml');
    await expect.poll(nameOfDesk).toBe('The Night Desk');
    forget();
    expect(told).toHaveBeenCalledOnce();
    expect(shelved()).not.toBe(before);
    expect(shelved()?.collections.models.find(({ id }) => id === 'gamma')?.data.name).toBe('Gamma');
  });

  test.each<[string, (root: string) => string]>([
    ['added', (root) => {
      writeContent(root, 'authors/ann-example.yaml', 'name: Ann\nkind: person\nbio: Writes.\n');
      return 'content/authors/ann-example.yaml';
    }],
    ['added with its folder', (root) => {
      writeContent(root, 'articles/2025/other-story/index.md', '---\nid: 20250110-abc129\ntitle: T\ncategory: technology\ndate: 2025-01-10\nauthors: [the-desk]\n---\nText.\n');
      return 'content/articles/2025';
    }],
    ['deleted', (root) => {
      rmSync(join(root, 'content', 'models', 'gamma.yaml'));
      writeContent(root, paths.editorial, 'kind: editorial\nsource: {title: Top Models, publisher: The Paper, accessed: 2026-01-11}\nentries:\n  - {model: alpha-1, rank: 1}\n');
      return 'content';
    }],
  ])('in a preview, a file that was %s is like one that was there from the beginning', async (_name, change) => {
    const root = makeProject();
    const { load, saved } = fakeAstro(root, true);
    await load('authors');
    const path = change(root);
    saved(path === 'content' ? 'content/models/gamma.yaml' : path);
    if (path === 'content') saved(`content/${paths.editorial}`);
    await expect.poll(() => shelved()?.collections).toEqual(readContent(root, now).collections);
  });

  test('in a preview, what an editor keeps beside an open file is no mistake', async () => {
    const root = makeProject({ 'articles/2026/first-story/.index.md.swp': 'x' });
    const { load, saved } = fakeAstro(root, true);
    await load('models');
    writeContent(root, 'authors/the-desk.yaml', 'name: The Open Desk\nkind: desk\nbio: Writes.\n');
    saved('content/authors/the-desk.yaml');
    await expect.poll(nameOfDesk).toBe('The Open Desk');
  });

  test('in a preview, a mistake is told and the last good state stays', async () => {
    const root = makeProject();
    const { load, saved, error } = fakeAstro(root, true);
    await load('site');
    writeContent(root, paths.site, 'name: The Paper\n');
    saved(`content/${paths.site}`);
    await expect.poll(() => error.mock.calls.length).toBe(1);
    expect(error.mock.calls[0]?.[0]).toContain('content/site.yaml:1:1  `url` is missing.');
    expect(shelved()?.collections.site[0]?.data.url).toBe('https://paper.example');
  });

  test('in a preview, files outside the content change nothing', async () => {
    const root = makeProject();
    const { load, saved } = fakeAstro(root, true);
    await load('authors');
    const told = vi.fn();
    const forget = onShelved(told);
    saved('src/pages/index.astro');
    await new Promise((end) => setTimeout(end, 60));
    forget();
    expect(told).not.toHaveBeenCalled();
  });
});

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { describe, expect, test, vi } from 'vitest';
import type { Kind } from '#loading/collections';
import { contentLoader } from '#loading/loader';
import { ContentError } from '#loading/problem';
import { makeProject, now, paths, swap, writeContent } from './fixture.ts';

/** What Astro hands to a loader, as far as ours looks at it. */
function fakeAstro(root: string) {
  const stored = new Map<string, { id: string; data: unknown; digest?: string | number; filePath?: string }>();
  const watchers: ((event: string, path: string) => void)[] = [];
  const error = vi.fn();
  const context = {
    config: { root: pathToFileURL(`${root}/`) },
    store: { clear: () => stored.clear(), set: (entry: { id: string; data: unknown }) => stored.set(entry.id, entry) },
    watcher: { on: (_event: string, react: (event: string, path: string) => void) => watchers.push(react) },
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
    expect(entry?.digest).toMatch(/^[0-9a-f]{16}$/u);
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

  test('in a preview, a file that was saved is read again', async () => {
    const root = makeProject();
    const { stored, load, saved } = fakeAstro(root);
    await load('authors');
    writeContent(root, 'authors/the-desk.yaml', 'name: The Night Desk\nkind: desk\nbio: Writes at night.\n');
    saved('content/authors/the-desk.yaml');
    expect(stored.get('the-desk')?.data).toMatchObject({ name: 'The Night Desk' });
  });

  test('in a preview, a mistake is told and the last good state stays', async () => {
    const root = makeProject();
    const { stored, load, saved, error } = fakeAstro(root);
    await load('site');
    writeContent(root, paths.site, 'name: The Paper\n');
    saved(`content/${paths.site}`);
    expect(error).toHaveBeenCalledOnce();
    expect(error.mock.calls[0]?.[0]).toContain('content/site.yaml:1:1  `url` is missing.');
    expect(stored.get('site')?.data).toMatchObject({ url: 'https://paper.example' });
  });

  test('in a preview, files outside the content change nothing', async () => {
    const root = makeProject();
    const { stored, load, saved } = fakeAstro(root);
    await load('authors');
    writeContent(root, 'authors/the-desk.yaml', 'name: The Night Desk\nkind: desk\nbio: Writes at night.\n');
    saved('src/pages/index.astro');
    expect(stored.get('the-desk')?.data).toMatchObject({ name: 'The Desk' });
  });
});

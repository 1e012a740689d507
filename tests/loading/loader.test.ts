import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { describe, expect, test, vi } from 'vitest';
import type { Kind } from '#loading/collections';
import { contentLoader } from '#loading/loader';
import { ContentError } from '#loading/problem';
import { append, makeProject, now, paths, swap, writeContent } from './fixture.ts';

interface StoredEntry {
  id: string;
  data: Record<string, unknown>;
  digest?: string | number;
  filePath?: string;
}

/** What Astro hands to a loader, as far as ours looks at it; each collection has a store of its own. */
function fakeAstro(root: string, dev = false) {
  const stores = new Map<Kind, Map<string, StoredEntry>>();
  const watchers: ((event: string, path: string) => void)[] = [];
  const watcher = { on: (_event: string, react: (event: string, path: string) => void) => watchers.push(react) };
  const error = vi.fn();
  const storeOf = (kind: Kind): Map<string, StoredEntry> => {
    const store = stores.get(kind) ?? new Map<string, StoredEntry>();
    stores.set(kind, store);
    return store;
  };
  const contextOf = (kind: Kind) => ({
    config: { root: pathToFileURL(`${root}/`) },
    store: {
      clear: () => storeOf(kind).clear(),
      keys: () => [...storeOf(kind).keys()],
      delete: (id: string) => storeOf(kind).delete(id),
      set: (entry: StoredEntry) => storeOf(kind).set(entry.id, entry),
    },
    watcher: dev ? watcher : undefined,
    logger: { error },
  });
  return {
    store: storeOf,
    error,
    load: (kind: Kind) => contentLoader(kind, () => now).load(contextOf(kind) as unknown as LoaderContext),
    /** Reports to the loaders that a file was saved. */
    save: (path: string) => watchers.forEach((react) => react('change', join(root, path))),
  };
}

describe('contentLoader', () => {
  test('stores the fields, a digest, the path and what the text refers to, and no body', async () => {
    const { store, load } = fakeAstro(
      makeProject({ [paths.article]: append('See [Alpha](model:alpha-1).\n\n::board{id=arena}') }),
    );
    await load('articles');
    expect([...store('articles').keys()]).toEqual(['first-story']);
    const entry = store('articles').get('first-story');
    expect(entry).toMatchObject({
      data: {
        title: 'A first story',
        textReferences: { model: ['alpha-1'], board: ['arena'], picture: [], facts: false },
      },
      filePath: `content/${paths.article}`,
    });
    expect(entry?.data['fileDigest']).toBe(entry?.digest);
    expect(entry?.digest).toMatch(/^[\w-]{43}$/u);
    expect(JSON.stringify(entry)).not.toContain('The first sentence.');
  });

  test('one build sees one state of the content, and the next build the next', async () => {
    const root = makeProject();
    const { store, load } = fakeAstro(root);
    await load('providers');
    await load('categories');
    writeContent(root, paths.categories, 'culture: {name: Culture, description: Film.}\n');
    await load('authors');
    expect([...store('authors').keys()]).toEqual(['the-desk']);
    writeContent(root, 'authors/ann-example.yaml', 'name: Ann\nkind: person\nbio: Writes.\n');
    writeContent(
      root,
      paths.article,
      `---\nid: 20260110-abc123\ntitle: T\ncategory: culture\ndate: 2026-01-10\nauthors: [ann-example]\n---\nText.\n`,
    );
    await load('models');
    expect(store('models').has('gamma')).toBe(true);
    await load('authors');
    expect([...store('authors').keys()]).toEqual(['ann-example', 'the-desk']);
  });

  test('fails with every problem of all the content, whichever kind is loaded', async () => {
    const { load } = fakeAstro(
      makeProject({
        [paths.article]: swap('category: technology', 'category: none'),
        'models/gamma.yaml': 'name: " "\n',
      }),
    );
    const failure = await Promise.resolve()
      .then(() => load('authors'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ContentError);
    expect((failure as ContentError).message.split('\n')).toEqual([
      '2 problems in the content:',
      `content/${paths.article}:5:11  There is no \`none\` in content/categories.yaml.  Use an id that exists, or add it to content/categories.yaml first.`,
      'content/models/gamma.yaml:1:7  `name` is blank or has spaces at its ends.  Write the name as readers know it.',
      'Build stopped: fix the 2 problems above first.',
    ]);
  });

  describe('while astro dev runs', () => {
    const nameOfDesk = (astro: ReturnType<typeof fakeAstro>): unknown =>
      astro.store('authors').get('the-desk')?.data['name'];

    test('a saved file is read again, alone, and every collection is brought up to date', async () => {
      const root = makeProject();
      const astro = fakeAstro(root, true);
      for (const kind of ['authors', 'models'] as const) await astro.load(kind);
      expect(nameOfDesk(astro)).toBe('The Desk');
      writeContent(root, 'authors/the-desk.yaml', 'name: The Night Desk\nkind: desk\nbio: Writes at night.\n');
      // Nobody reported that this one changed.
      writeContent(root, 'models/gamma.yaml', 'name: Other\n');
      astro.save('content/authors/the-desk.yaml');
      await expect.poll(() => nameOfDesk(astro)).toBe('The Night Desk');
      expect(astro.store('models').get('gamma')?.data['name']).toBe('Gamma');
    });

    test('an added and a deleted file are an added and a deleted entry', async () => {
      const root = makeProject();
      const astro = fakeAstro(root, true);
      for (const kind of ['authors', 'articles', 'models'] as const) await astro.load(kind);
      writeContent(
        root,
        'articles/2025/other-story/index.md',
        '---\nid: 20250110-abc129\ntitle: T\ncategory: technology\ndate: 2025-01-10\nauthors: [the-desk]\n---\nText.\n',
      );
      astro.save('content/articles/2025');
      await expect.poll(() => astro.store('articles').size).toBe(2);
      rmSync(join(root, 'content/articles/2025'), { recursive: true });
      astro.save('content/articles/2025');
      await expect.poll(() => [...astro.store('articles').keys()]).toEqual(['first-story']);
    });

    test('what an editor keeps next to an open file is no mistake', async () => {
      const root = makeProject({ 'articles/2026/first-story/.index.md.swp': 'x' });
      const astro = fakeAstro(root, true);
      await astro.load('authors');
      expect(nameOfDesk(astro)).toBe('The Desk');
    });

    test('a mistake is reported once and the last valid state stays', async () => {
      const root = makeProject();
      const astro = fakeAstro(root, true);
      for (const kind of ['site', 'authors'] as const) await astro.load(kind);
      writeContent(root, paths.site, 'name: The Paper\n');
      astro.save(`content/${paths.site}`);
      await expect.poll(() => astro.error.mock.calls.length).toBe(1);
      expect(astro.error.mock.calls[0]?.[0]).toContain('content/site.yaml:1:1  `url` is missing.');
      expect(astro.store('site').get('site')?.data['url']).toBe('https://paper.example');
    });

    test('files outside the content change nothing', async () => {
      const root = makeProject();
      const astro = fakeAstro(root, true);
      await astro.load('authors');
      writeContent(root, 'authors/the-desk.yaml', 'name: The Night Desk\nkind: desk\nbio: Writes.\n');
      astro.save('src/pages/index.astro');
      await new Promise((end) => setTimeout(end, 60));
      expect(nameOfDesk(astro)).toBe('The Desk');
    });
  });
});

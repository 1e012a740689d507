import { describe, expect, test } from 'vitest';
import type { Entries } from '#queries/catalogue';
import type { FeedItem } from '#domain/site/feed';
import { storyItem } from '#feeds/story-item';
import { article, model, review, site } from '../queries/entries.ts';
import { readJson, readWithFeedsmith, type ReadItem } from './clients.ts';
import { archivesAt, newestOf, pictures, richBody, siteWith } from './newsroom.ts';
import { rssFaults, jsonFaults } from './validity.ts';

const kling = model('kling', { name: 'Kling' });

/** The one story of a site as RSS and as JSON. */
async function only(entries: Partial<Entries>): Promise<[rss: ReadItem | undefined, json: ReadItem | undefined]> {
  const catalogue = siteWith(entries);
  return [
    readWithFeedsmith(await newestOf('/rss.xml', 'rss', catalogue))[0],
    readJson(await newestOf('/rss.xml', 'json', catalogue))[0],
  ];
}

describe('the id of an item', () => {
  const id = '20260123-k7m2qx';
  const now = { id, title: 'A tale' };
  const moved: [string, Partial<Entries>, url: string][] = [
    [
      'is that of the story',
      { articles: [article('old-slug', '2026-01-23', now)] },
      'https://paper.example/news/old-slug/',
    ],
    [
      'stays with a new slug that has the old one as an alias',
      { articles: [article('new-slug', '2026-01-23', { ...now, aliases: ['old-slug'] })] },
      'https://paper.example/news/new-slug/',
    ],
    [
      'stays with a new host',
      { articles: [article('old-slug', '2026-01-23', now)], site: [site({ url: 'https://other.example' })] },
      'https://other.example/news/old-slug/',
    ],
    [
      'stays with a new title, day, category and author',
      { articles: [article('old-slug', '2026-01-24', { ...now, title: 'Another', category: 'policy' })] },
      'https://paper.example/news/old-slug/',
    ],
  ];
  test.each(moved)('%s', async (_, entries, url) => {
    for (const item of await only(entries)) {
      expect(item?.id).toBe(id);
      expect(item?.url).toBe(url);
      expect(URL.canParse(item?.id ?? '')).toBe(false);
    }
  });
});

describe('dates of an item', () => {
  test.each([
    ['a story as it came out', {}, undefined],
    ['an update', { updated: '2026-02-01' }, '2026-02-01T00:00:00.000Z'],
    ['a correction', { corrections: [{ date: '2026-02-03', text: 'Five, not four.' }] }, '2026-02-03T00:00:00.000Z'],
    [
      'an update after a correction',
      { updated: '2026-02-04', corrections: [{ date: '2026-02-03', text: 'Five, not four.' }] },
      '2026-02-04T00:00:00.000Z',
    ],
  ])('%s moves the update alone', async (_, changes, updated) => {
    for (const item of await only({ articles: [article('a', '2026-01-23', changes)] }))
      expect(item).toMatchObject({ published: '2026-01-23T00:00:00.000Z', updated });
  });

  test('stay when an embargo has ended', async () => {
    for (const item of await only({ articles: [article('a', '2026-01-23', { publishAt: '2026-01-24T09:00:00Z' })] }))
      expect(item?.published).toBe('2026-01-23T00:00:00.000Z');
  });
});

test.each([
  ['a draft', { draft: true }],
  ['a story under embargo', { publishAt: '2027-01-01T00:00:00Z' }],
])('%s is in no feed', async (_, changes) => {
  const catalogue = siteWith({
    articles: [
      article('secret', '2026-01-23', {
        ...changes,
        corrections: [{ date: '2026-01-23', text: 'Hidden.' }],
        models: ['kling'],
      }),
    ],
    models: [kling],
  });
  for (const rss of [
    '/rss.xml',
    '/categories/technology/rss.xml',
    '/authors/desk/rss.xml',
    '/models/kling/rss.xml',
    '/corrections/rss.xml',
  ])
    expect(await newestOf(rss, 'json', catalogue)).not.toMatch(/secret|Hidden/u);
});

test('a story is in the feeds of its category, authors, models and provider, and a review in that of reviews', async () => {
  const catalogue = siteWith({
    articles: [article('one', '2026-01-01', { models: ['kling'], category: 'policy' }), article('two', '2026-01-02')],
    reviews: [review('tested', '2026-01-03', 'kling')],
    models: [model('kling', { provider: 'kuaishou' }), model('veo')],
    providers: [
      {
        id: 'kuaishou',
        filePath: '',
        digest: '',
        data: { name: 'Kuaishou', shortName: 'K', aliases: [], notes: [], sources: [] },
      },
    ],
  });
  const slugs = async (rss: string): Promise<(string | undefined)[]> =>
    readJson(await newestOf(rss, 'json', catalogue)).map(({ url }) => url?.split('/').at(-2));
  expect(await slugs('/rss.xml')).toEqual(['tested', 'two', 'one']);
  expect(await slugs('/categories/policy/rss.xml')).toEqual(['one']);
  expect(await slugs('/authors/desk/rss.xml')).toEqual(['tested', 'two', 'one']);
  expect(await slugs('/models/kling/rss.xml')).toEqual(['tested', 'one']);
  expect(await slugs('/models/veo/rss.xml')).toEqual([]);
  expect(await slugs('/providers/kuaishou/rss.xml')).toEqual(['tested', 'one']);
  expect(await slugs('/reviews/rss.xml')).toEqual(['tested']);
});

describe('the HTML of an item', () => {
  const hero = { image: 'hero.webp', alt: 'A camera', credit: 'The Paper', made: 'ai' as const };
  const item = async (): Promise<FeedItem> => {
    const catalogue = siteWith({ articles: [article('rich', '2026-01-01', { hero })], models: [kling] }, richBody);
    const [entry] = catalogue.articles;
    if (!entry) throw new Error('The site has no article.');
    return storyItem(entry, catalogue, pictures);
  };

  test('has notes that lead to each other within the item, with full addresses', async () => {
    const { html } = await item();
    expect(html).toContain('<sup><a href="https://paper.example/news/rich/#fn-1" id="fnref-1">1</a></sup>');
    expect(html).toMatch(
      /<li id="fn-1">\s*<p>The note, with <a href="https:\/\/paper\.example\/about\/">a source<\/a>\. <a href="https:\/\/paper\.example\/news\/rich\/#fnref-1">/u,
    );
  });

  test('has a picture with a link where a video plays', async () => {
    expect((await item()).html).toContain(
      '<a href="https://youtu.be/abc123"><img src="https://paper.example/video.png" alt="Video: A clip &amp; more" width="1200" height="675"></a>',
    );
  });

  test('keeps its pictures, which are media too, and says how they were made', async () => {
    const { html, pictures: found } = await item();
    expect(found.map(({ alt, width, height }) => [alt, width, height])).toEqual([
      ['A camera', 1200, 675],
      ['Two \\"frames\\" & more', 1200, 675],
    ]);
    for (const { path } of found) expect(html).toContain(`<img src="https://paper.example${path}"`);
    expect(html).toContain('<figcaption>Made with AI: The Paper</figcaption>');
  });

  test('leaves what looks like an address in code, and takes characters out that XML cannot hold', async () => {
    const { html } = await item();
    expect(html).toContain('<code>&lt;a href="/x"&gt;</code>');
    expect(html).not.toMatch(/[\u0000-\u0008\ufffe\uffff]/u);
  });
});

describe('archives', () => {
  const day = (index: number): string => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
  const many = (count: number): ReturnType<typeof article>[] =>
    Array.from({ length: count }, (_, index) =>
      article(`n${index}`, day(index), { id: `20250101-${String(index).padStart(6, '0')}` }),
    );
  const ids = (xml: string): (string | undefined)[] => readWithFeedsmith(xml).map(({ id }) => id);

  test('are valid, and lead from the newest page to the first item', async () => {
    const catalogue = siteWith({ articles: many(120) });
    const newest = await newestOf('/rss.xml', 'rss', catalogue);
    const archives = await archivesAt('/rss.xml', 'rss', catalogue);
    expect(archives.length).toBe(3);
    expect([newest, ...archives].flatMap(rssFaults)).toEqual([]);
    const older = (xml: string): string | undefined => /<atom:link href="([^"]+)" rel="prev-archive"/u.exec(xml)?.[1];
    expect([newest, archives[2], archives[1], archives[0]].map((xml) => older(xml ?? ''))).toEqual([
      'https://paper.example/rss/3.xml',
      'https://paper.example/rss/2.xml',
      'https://paper.example/rss/1.xml',
      undefined,
    ]);
    expect(
      archives.every(
        (xml) =>
          xml.includes('<fh:archive/>') &&
          xml.includes('<atom:link href="https://paper.example/rss.xml" rel="current"'),
      ),
    ).toBe(true);
    expect(new Set([newest, ...archives].flatMap(ids)).size).toBe(120);
  });

  test('of JSON Feed lead on by next_url', async () => {
    const catalogue = siteWith({ articles: many(120) });
    const [newest, archives] = [
      await newestOf('/rss.xml', 'json', catalogue),
      await archivesAt('/rss.xml', 'json', catalogue),
    ];
    expect([newest, ...archives].flatMap(jsonFaults)).toEqual([]);
    const next = (json: string | undefined): unknown =>
      (JSON.parse(json ?? '{}') as Record<string, unknown>)['next_url'];
    expect([newest, archives[2], archives[1], archives[0]].map(next)).toEqual([
      'https://paper.example/feed/3.json',
      'https://paper.example/feed/2.json',
      'https://paper.example/feed/1.json',
      undefined,
    ]);
    expect(new Set([newest, ...archives].flatMap((json) => readJson(json).map(({ id }) => id))).size).toBe(120);
  });

  test('stay byte for byte when stories follow, and when one comes late', async () => {
    const before = await archivesAt('/rss.xml', 'rss', siteWith({ articles: many(120) }));
    const late = article('late', day(118), { id: '20250101-zzzzzz' });
    const after = await archivesAt('/rss.xml', 'rss', siteWith({ articles: [...many(160), late] }));
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  test('do not exist while the newest page holds everything', async () => {
    const catalogue = siteWith({ articles: many(49) });
    expect(await archivesAt('/rss.xml', 'rss', catalogue)).toEqual([]);
    expect(await newestOf('/rss.xml', 'rss', catalogue)).not.toContain('prev-archive');
  });
});

test('a hub is named in both forms', async () => {
  const catalogue = siteWith({ site: [site({ webSubHub: 'https://hub.example/?a=1&b=2' })] });
  const [rss, json] = [await newestOf('/rss.xml', 'rss', catalogue), await newestOf('/rss.xml', 'json', catalogue)];
  expect(rss).toContain('<atom:link href="https://hub.example/?a=1&amp;b=2" rel="hub"/>');
  expect(JSON.parse(json)).toMatchObject({ hubs: [{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' }] });
  expect([...rssFaults(rss), ...jsonFaults(json)]).toEqual([]);
});

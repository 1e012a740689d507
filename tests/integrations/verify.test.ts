import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { earlyScript } from '#domain/site/early-script';
import { readContent } from '#loading/read-content';
import { checks, problemsOf, type Checked } from '../../src/integrations/verify/checks.ts';
import { headersFile } from '../../src/integrations/host-files/headers.ts';
import { openSite } from '../../src/integrations/verify/site.ts';
import { addField, makeProject, now, paths } from '../loading/fixture.ts';

type Files = Record<string, string | Uint8Array | null>;

const home = 'https://paper.example';
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>${head}</head><body>${body}</body></html>`;
const item = (path: string, id: string, body = '<p>Text.</p>'): string =>
  `<item><title>x</title><link>${home}${path}</link><guid isPermaLink="false">${id}</guid><content:encoded><![CDATA[${body}]]></content:encoded></item>`;
const rss = (...items: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>${home}/</link><description>x</description>${items.join('')}</channel></rss>`;
const found = (url: string): Uint8Array => gzipSync(`pagefind_dcd${JSON.stringify({ url, content: 'x' })}`);

/** The entry of a bundle with so many pages; the fixture has two stories, three models and two boards. */
const entry = (count: number): string => JSON.stringify({ languages: { en: { hash: 'x', page_count: count } } });

/** An index of the search with the pages of the catalogue in the fixture and some stories. */
const searchIndex = (...stories: string[]): string =>
  JSON.stringify({
    names: [],
    pages: {
      model: ['/models/alpha-1/', '/models/beta-2/', '/models/gamma/'].map((path) => ['x', path, '']),
      provider: [['x', '/providers/acme/', '']],
      board: ['/leaderboards/top/', '/leaderboards/arena/'].map((path) => ['x', path, '']),
      story: stories.map((path) => ['x', path, '']),
    },
  });

/** A small site without a fault, of the content in the fixture: one article and one review. */
const goodSite: Files = {
  'index.html': page(
    `<a href="/news/first-story/#top">x</a><img src="/_astro/a.css"><script>${earlyScript}</script><script type="application/ld+json">{"a":1}</script>`,
  ),
  'news/first-story/index.html': page('<h1 id="top">A first story</h1><a href="/reviews/alpha-1-tested/">x</a>'),
  'reviews/alpha-1-tested/index.html': page('<h1>Alpha 1, tested</h1>'),
  'models/alpha-1/index.html': page('x'),
  'models/beta-2/index.html': page('x'),
  'models/gamma/index.html': page('x'),
  'providers/acme/index.html': page('x'),
  'leaderboards/top/index.html': page('x'),
  'leaderboards/arena/index.html': page('x'),
  'search-index.json': searchIndex('/news/first-story/', '/reviews/alpha-1-tested/'),
  'rss.xml': rss(item('/news/first-story/', '20260110-abc123'), item('/reviews/alpha-1-tested/', '20260112-def456')),
  'pagefind/2026/pagefind-entry.json': entry(7),
  'pagefind/2026/fragment/a.pf_fragment': found('/news/first-story/'),
  '_astro/a.css': 'p { color: red; }',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  _redirects: '/news/older/ /news/first-story/ 301\n',
  _headers: headersFile({
    newsletter: '',
    pages: ['news/first-story/', 'reviews/x/', 'models/x/', 'providers/x/', 'leaderboards/x/'],
  }),
};

async function makeSite(changes: Files): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries({ ...goodSite, ...changes })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file, { force: true });
    else writeFileSync(file, content);
  }
  return folder;
}

async function faults(changes: Files, more: Partial<Checked> = {}, contentChanges = {}): Promise<string[]> {
  const { collections: content } = readContent(makeProject(contentChanges), now);
  return problemsOf(checks, { site: await openSite(await makeSite(changes), home), content, now, ...more });
}

const withExif = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .withExif({ IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .webp()
    .toBuffer();

describe('a site without a fault', () => {
  test('passes', async () => {
    expect(await faults({})).toEqual([]);
  });
});

test('a story may be on the newest page of the feed and in an archive behind it', async () => {
  const older = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="prev-archive" href="${home}/rss/1.xml"/>`;
  const newest = rss(item('/news/first-story/', '20260110-abc123')).replace('<item>', `${older}<item>`);
  const archive = rss(
    item('/news/first-story/', '20260110-abc123'),
    item('/reviews/alpha-1-tested/', '20260112-def456'),
  );
  expect(await faults({ 'rss.xml': newest, 'rss/1.xml': archive })).toEqual([]);
  expect(await faults({ 'rss.xml': newest, 'rss/1.xml': rss(item('/news/first-story/', '20260110-abc123')) })).toEqual([
    '/reviews/alpha-1-tested/: has no item in the feed.',
  ]);
});

describe('a site is refused for', () => {
  test.each<[string, Files, string]>([
    [
      'a link to nothing',
      { 'index.html': page('<a href="/nowhere/">x</a>') },
      '/: the link to /nowhere/ leads nowhere.',
    ],
    [
      'a link to nothing by its full address',
      { 'index.html': page(`<a href="${home}/nowhere/">x</a>`) },
      `/: the link to ${home}/nowhere/ leads nowhere.`,
    ],
    [
      'an anchor that is not there',
      { 'index.html': page('<a href="/news/first-story/#gone">x</a>') },
      '/: the link to /news/first-story/#gone leads to a place that is not on that page.',
    ],
    [
      'a picture that is not there',
      { 'index.html': page('<img srcset="/_astro/a.css 1x, /_astro/gone.webp 2x" src="/_astro/a.css">') },
      '/: the link to /_astro/gone.webp leads nowhere.',
    ],
    [
      'a link to nothing in a feed',
      {
        'rss.xml': rss(
          item('/news/first-story/', '1', `<a href="${home}/nowhere/">x</a>`),
          item('/reviews/alpha-1-tested/', '2'),
        ),
      },
      `/rss.xml: the link to ${home}/nowhere/ leads nowhere.`,
    ],
    ['a style attribute', { 'index.html': page('<p style="color:red">x</p>') }, '/: holds <p style>.'],
    [
      'a style that the policy of its page does not name',
      { 'index.html': page('', '<style>p{}</style>') },
      // printf 'p{}' | openssl dgst -sha256 -binary | base64
      "/: holds a style that its Content-Security-Policy refuses, 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='.",
    ],
    ['a handler', { 'index.html': page('<p onclick="x()">x</p>') }, '/: holds <p onclick>.'],
    [
      'an inline script without a hash',
      { 'index.html': page('<script>alert(1)</script>') },
      '/: holds an inline script without a hash: alert(1)',
    ],
    [
      'a changed early script',
      { 'index.html': page(`<script>${earlyScript} </script>`) },
      `/: holds an inline script without a hash: ${`${earlyScript} `.slice(0, 60)}`,
    ],
    [
      'a link that runs',
      { 'index.html': page('<a href=" java\nscript:alert(1)">x</a>') },
      '/: holds <a href=" java\nscript:alert(1)">.',
    ],
    [
      'a document in an address',
      { 'index.html': page('<iframe src="data:text/html,x"></iframe>') },
      '/: holds <iframe src="data:text/html,x">.',
    ],
    ['a base', { 'index.html': page('', '<base href="/">') }, '/: holds <base>.'],
    [
      'a page that refreshes itself',
      { 'index.html': page('', '<meta http-equiv="refresh" content="0;url=/">') },
      '/: holds <meta http-equiv="refresh">.',
    ],
    [
      'a picture of another site',
      { 'index.html': page('<img src="https://tracker.example/x.gif">') },
      '/: loads https://tracker.example/x.gif from elsewhere.',
    ],
    [
      'a picture of another site without a scheme',
      { 'index.html': page('<img src="//tracker.example/x.gif">') },
      '/: loads //tracker.example/x.gif from elsewhere.',
    ],
    [
      'a script of another site',
      { 'index.html': page('<script src="https://tracker.example/x.js"></script>') },
      '/: loads https://tracker.example/x.js from elsewhere.',
    ],
    [
      'a font of another site',
      { 'index.html': page('', '<link rel="preload" as="font" href="https://fonts.example/x.woff2">') },
      '/: loads https://fonts.example/x.woff2 from elsewhere.',
    ],
    [
      'a promise to another site',
      { 'index.html': page('', '<link rel="preconnect" href="https://fonts.example">') },
      '/: loads https://fonts.example from elsewhere.',
    ],
    [
      'a frame of another site',
      { 'index.html': page('<iframe src="https://video.example/x"></iframe>') },
      '/: loads https://video.example/x from elsewhere.',
    ],
    [
      'a form to another site',
      { 'index.html': page('<form action="https://letter.example/x"></form>') },
      '/: sends a form to https://letter.example/x.',
    ],
    [
      'a handler in an SVG file',
      { 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>' },
      '/favicon.svg: holds <svg onload>.',
    ],
    [
      'a style in an SVG file',
      { 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><style>p{}</style></svg>' },
      '/favicon.svg: holds a style element: p{}',
    ],
    [
      'a style element in a feed',
      { 'rss.xml': rss(item('/news/first-story/', '1', '<style>p{}</style>'), item('/reviews/alpha-1-tested/', '2')) },
      '/rss.xml: holds <style>.',
    ],
    [
      'a script in a feed',
      {
        'rss.xml': rss(
          item('/news/first-story/', '1', '<p onclick="x()">x</p>'),
          item('/reviews/alpha-1-tested/', '2'),
        ),
      },
      '/rss.xml: holds <p onclick>.',
    ],
    [
      'a script that nobody knows',
      { 'scripts/jsonp.js': 'x()' },
      '/scripts/jsonp.js: is a script that the site does not know.',
    ],
    [
      'a feed with an id twice',
      { 'rss.xml': rss(item('/news/first-story/', '1'), item('/reviews/alpha-1-tested/', '1')) },
      '/rss.xml: two items have the same id.',
    ],
    [
      'a story without a page',
      { 'reviews/alpha-1-tested/index.html': null, 'news/first-story/index.html': page('<h1 id="top">x</h1>') },
      '/reviews/alpha-1-tested/: has no page.',
    ],
    [
      'a page without a story',
      { 'news/ghost/index.html': page('x') },
      '/news/ghost/: has an unexpected page and no source.',
    ],
    [
      'a story that is not in the feed',
      { 'rss.xml': rss(item('/news/first-story/', '1')) },
      '/reviews/alpha-1-tested/: has no item in the feed.',
    ],
    [
      'a story that cannot be found',
      { 'pagefind/2026/pagefind-entry.json': entry(6) },
      'The search has 6 entries, and should have 7: stories, models and boards.',
    ],
    [
      'a page without a policy',
      { 'other/deep/index.html': page('x') },
      '/other/deep/: no rule of _headers gives it a Content-Security-Policy.',
    ],
    [
      'a story that the search does not name',
      { 'search-index.json': searchIndex('/news/first-story/') },
      '/search-index.json: does not name /reviews/alpha-1-tested/.',
    ],
    [
      'a name of nothing',
      { 'search-index.json': searchIndex('/news/first-story/', '/reviews/alpha-1-tested/', '/news/ghost/') },
      '/search-index.json: the path /news/ghost/ leads nowhere.',
    ],
    [
      'a page that is no story among the stories',
      { 'search-index.json': searchIndex('/news/first-story/', '/reviews/alpha-1-tested/', '/') },
      '/search-index.json: names /, and should not.',
    ],
    [
      'a page that is named twice',
      { 'search-index.json': searchIndex('/news/first-story/', '/reviews/alpha-1-tested/', '/news/first-story/') },
      '/search-index.json: names a page twice.',
    ],
    [
      'an index of the search that is none',
      { 'search-index.json': '[]' },
      '/search-index.json: is no index of the search.',
    ],
    ['no index of the search', { 'search-index.json': null }, '/search-index.json: is no index of the search.'],
    [
      'a file of an unknown type',
      { 'notes.docx': 'x' },
      '/notes.docx: no type is known for such a file; add one to src/integrations/host-files/media-types.ts.',
    ],
    ['text that is not UTF-8', { 'robots.txt': Buffer.from([0x66, 0xff, 0xfe]) }, '/robots.txt: is not UTF-8.'],
    ['a picture of another type', { 'a.webp': 'GIF89a' }, '/a.webp: is not image/webp.'],
    [
      'a page that does not name its charset',
      { 'index.html': '<!doctype html><title>x</title>' },
      '/: does not name its charset at once.',
    ],
    ['a file of data that is none', { 'a.json': '{"a":' }, '/a.json: is no JSON.'],
    [
      'a JSON Feed that is served as anything',
      { 'other.json': '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}' },
      '/other.json: is served as application/json; charset=utf-8.',
    ],
    [
      'a feed with a control character',
      { 'rss.xml': rss(item('/news/first-story/', '1', 'a\u0008b'), item('/reviews/alpha-1-tested/', '2')) },
      '/rss.xml: holds a character that XML does not allow.',
    ],
    [
      'a drawing with a bare ampersand',
      { 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>a & b</title></svg>' },
      '/favicon.svg: holds an ampersand that begins nothing.',
    ],
  ])('%s', async (_name, changes, fault) => {
    expect(await faults(changes)).toContain(fault.replace(/^\/: does not/u, '/index.html: does not'));
  });

  test('a picture with the place where it was taken', async () => {
    expect(await faults({ 'a.webp': await withExif() })).toContain('/a.webp: holds EXIF.');
  });

  test('a feed that cannot be read', async () => {
    expect(
      (await faults({ 'rss.xml': '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>' })).join('\n'),
    ).toMatch(/\/rss\.xml: (?:is no feed that can be read|0 items)/u);
  });

  const signs: [string, Files][] = [
    ['its page', { 'news/first-story/index.html': goodSite['news/first-story/index.html'] ?? '' }],
    ['a link', { 'index.html': page('<a href="/news/first-story/">x</a>') }],
    ['its id in a feed', { 'rss.xml': rss(item('/reviews/alpha-1-tested/', '2', '20260110-abc123')) }],
    ['the search', { 'pagefind/2026/fragment/a.pf_fragment': found('/news/first-story/') }],
    ['the index of the search', { 'search-index.json': searchIndex('/news/first-story/', '/reviews/alpha-1-tested/') }],
  ];
  const without: Files = {
    'index.html': page(''),
    'news/first-story/index.html': null,
    'rss.xml': rss(item('/reviews/alpha-1-tested/', '2')),
    'pagefind/2026/fragment/a.pf_fragment': null,
    'pagefind/2026/pagefind-entry.json': entry(6),
    'search-index.json': searchIndex('/reviews/alpha-1-tested/'),
    _redirects: '',
  };

  test.each(['draft: true', 'publishAt: 2026-11-23T12:00:01Z'])('a hidden story: %s', async (field) => {
    const hidden = { [paths.article]: addField(field) };
    expect(await faults(without, {}, hidden)).toEqual([]);
    for (const [name, sign] of signs)
      expect((await faults({ ...without, ...sign }, {}, hidden)).join('\n'), name).toContain('is hidden');
    // A preview has its page, and still nothing in the feed and the search.
    expect(
      await faults({ ...without, 'news/first-story/index.html': page('<h1>x</h1>') }, { preview: true }, hidden),
    ).toEqual([]);
    expect((await faults({}, { preview: true }, hidden)).join('\n')).toContain(
      'The search has 7 entries, and should have 6',
    );
  });
});

test('a build reads again only what was written since the last one', async () => {
  const folder = await makeSite({});
  const cacheFolder = mkdtempSync(join(tmpdir(), 'megaton-verify-'));
  onTestFinished(() => rmSync(cacheFolder, { recursive: true, force: true }));
  const cache = { fileOf: (name: string) => join(cacheFolder, `${name}.json`), version: '1' };
  const path = '/models/gamma/index.html';
  const file = join(folder, path);
  await openSite(folder, home, cache);

  const { atime, mtime } = statSync(file);
  const [text, linked] = [page('123456789012345678901234567'), page('<a href="/nowhere/">1</a>..')];
  expect(text.length).toBe(linked.length);
  const writeAt = (content: string, time: Date): void => {
    writeFileSync(file, content);
    utimesSync(file, atime, time);
  };
  writeAt(text, mtime);
  await openSite(folder, home, cache);
  writeAt(linked, mtime);
  expect((await openSite(folder, home, cache)).facts(path).targets).toBeUndefined();
  writeAt(linked, new Date(mtime.getTime() + 1));
  expect((await openSite(folder, home, cache)).facts(path).targets).toEqual(['/nowhere/']);
});

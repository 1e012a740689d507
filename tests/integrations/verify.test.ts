import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { earlyScript } from '#domain/site/early-script';
import { readContent } from '#loading/read-content';
import { filesBelow } from '../../src/integrations/built-site/files.ts';
import { isText } from '../../src/integrations/host-files/media-types.ts';
import { allChecks, faultsOf, type Checked } from '../../src/integrations/verify/checks.ts';
import { openSite } from '../../src/integrations/verify/site.ts';
import { addField, makeProject, now, paths } from '../loading/fixture.ts';

type Files = Record<string, string | Uint8Array | null>;

const home = 'https://paper.example';
const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>${head}</head><body>${body}</body></html>`;
const item = (path: string, id: string, body = '<p>Text.</p>'): string =>
  `<item><title>x</title><link>${home}${path}</link><guid isPermaLink="false">${id}</guid><content:encoded><![CDATA[${body}]]></content:encoded></item>`;
const rss = (...items: string[]): string => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>${home}/</link><description>x</description>${items.join('')}</channel></rss>`;
const found = (url: string): Uint8Array => gzipSync(`pagefind_dcd${JSON.stringify({ url, content: 'x' })}`);

/** An index of headlines with the standing pages of the fixture and some stories. */
const headlines = (...stories: string[]): string => JSON.stringify({ names: [], pages: ['/models/alpha-1/', '/models/beta-2/', '/models/gamma/', '/leaderboards/top/', '/leaderboards/arena/', ...stories].map((path) => ['x', path, '']) });

/** A small site without a fault, of the content in the fixture: one article and one review. */
const goodSite: Files = {
  'index.html': page(`<a href="/news/first-story/#top">x</a><img src="/_astro/a.css"><script>${earlyScript}</script><script type="application/ld+json">{"a":1}</script>`),
  'news/first-story/index.html': page('<h1 id="top">A first story</h1><a href="/reviews/alpha-1-tested/">x</a>'),
  'reviews/alpha-1-tested/index.html': page('<h1>Alpha 1, tested</h1>'),
  'models/alpha-1/index.html': page('x'),
  'models/beta-2/index.html': page('x'),
  'models/gamma/index.html': page('x'),
  'leaderboards/top/index.html': page('x'),
  'leaderboards/arena/index.html': page('x'),
  'headlines.json': headlines('/news/first-story/', '/reviews/alpha-1-tested/'),
  'rss.xml': rss(item('/news/first-story/', '20260110-abc123'), item('/reviews/alpha-1-tested/', '20260112-def456')),
  'pagefind/fragment/a.pf_fragment': found('/news/first-story/'),
  'pagefind/fragment/b.pf_fragment': found('/reviews/alpha-1-tested/'),
  '_astro/a.css': 'p { color: red; }',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  _redirects: '/news/older/ /news/first-story/ 301\n',
  _headers: '/*\n  X-Content-Type-Options: nosniff\n',
};

async function makeSite(changes: Files): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const late = (path: string): boolean => /\.(?:br|gz)$/u.test(path);
  const write = (wanted: (path: string) => boolean): void => {
    for (const [path, content] of Object.entries({ ...goodSite, ...changes }).filter(([path]) => wanted(path))) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      if (content === null) rmSync(file, { force: true });
      else writeFileSync(file, content);
    }
  };
  write((path) => !late(path));
  for (const path of filesBelow(folder).filter(isText)) {
    const text = readFileSync(join(folder, path));
    writeFileSync(join(folder, `${path}.br`), brotliCompressSync(text));
    writeFileSync(join(folder, `${path}.gz`), gzipSync(text));
  }
  write(late);
  return folder;
}

async function faults(changes: Files, more: Partial<Checked> = {}, contentChanges = {}): Promise<string[]> {
  const { collections: content } = readContent(makeProject(contentChanges), now);
  return faultsOf(allChecks, { site: await openSite(await makeSite(changes), home), content, now, ...more });
}

const withExif = (): Promise<Buffer> => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).withExif({ IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } }).webp().toBuffer();

describe('a site without a fault', () => {
  test('passes', async () => {
    expect(await faults({})).toEqual([]);
  });
});

test('a story may stand on the newest page of the feed and in an archive behind it', async () => {
  const older = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="prev-archive" href="${home}/rss/1.xml"/>`;
  const newest = rss(item('/news/first-story/', '20260110-abc123')).replace('<item>', `${older}<item>`);
  const archive = rss(item('/news/first-story/', '20260110-abc123'), item('/reviews/alpha-1-tested/', '20260112-def456'));
  expect(await faults({ 'rss.xml': newest, 'rss/1.xml': archive })).toEqual([]);
  expect(await faults({ 'rss.xml': newest, 'rss/1.xml': rss(item('/news/first-story/', '20260110-abc123')) })).toEqual(['/reviews/alpha-1-tested/: has no item in the feed.']);
});

describe('a site is refused for', () => {
  test.each<[string, Files, string]>([
    ['a link to nothing', { 'index.html': page('<a href="/nowhere/">x</a>') }, '/: the link to /nowhere/ leads nowhere.'],
    ['a link to nothing by its full address', { 'index.html': page(`<a href="${home}/nowhere/">x</a>`) }, `/: the link to ${home}/nowhere/ leads nowhere.`],
    ['an anchor that is not there', { 'index.html': page('<a href="/news/first-story/#gone">x</a>') }, '/: the link to /news/first-story/#gone leads to a place that is not on that page.'],
    ['a picture that is not there', { 'index.html': page('<img srcset="/_astro/a.css 1x, /_astro/gone.webp 2x" src="/_astro/a.css">') }, '/: the link to /_astro/gone.webp leads nowhere.'],
    ['a link to nothing in a feed', { 'rss.xml': rss(item('/news/first-story/', '1', `<a href="${home}/nowhere/">x</a>`), item('/reviews/alpha-1-tested/', '2')) }, `/rss.xml: the link to ${home}/nowhere/ leads nowhere.`],
    ['a style attribute', { 'index.html': page('<p style="color:red">x</p>') }, '/: holds <p style>.'],
    ['a style element without a hash', { 'index.html': page('', '<style>p{}</style>') }, '/: holds styles without a hash: p{}'],
    ['a handler', { 'index.html': page('<p onclick="x()">x</p>') }, '/: holds <p onclick>.'],
    ['an inline script without a hash', { 'index.html': page('<script>alert(1)</script>') }, '/: holds an inline script without a hash: alert(1)'],
    ['a changed early script', { 'index.html': page(`<script>${earlyScript} </script>`) }, `/: holds an inline script without a hash: ${`${earlyScript} `.slice(0, 60)}`],
    ['a link that runs', { 'index.html': page('<a href=" java\nscript:alert(1)">x</a>') }, '/: holds <a href=" java\nscript:alert(1)">.'],
    ['a document in an address', { 'index.html': page('<iframe src="data:text/html,x"></iframe>') }, '/: holds <iframe src="data:text/html,x">.'],
    ['a base', { 'index.html': page('', '<base href="/">') }, '/: holds <base>.'],
    ['a page that refreshes itself', { 'index.html': page('', '<meta http-equiv="refresh" content="0;url=/">') }, '/: holds <meta http-equiv="refresh">.'],
    ['a picture of another site', { 'index.html': page('<img src="https://tracker.example/x.gif">') }, '/: loads https://tracker.example/x.gif from elsewhere.'],
    ['a picture of another site without a scheme', { 'index.html': page('<img src="//tracker.example/x.gif">') }, '/: loads //tracker.example/x.gif from elsewhere.'],
    ['a script of another site', { 'index.html': page('<script src="https://tracker.example/x.js"></script>') }, '/: loads https://tracker.example/x.js from elsewhere.'],
    ['a font of another site', { 'index.html': page('', '<link rel="preload" as="font" href="https://fonts.example/x.woff2">') }, '/: loads https://fonts.example/x.woff2 from elsewhere.'],
    ['a promise to another site', { 'index.html': page('', '<link rel="preconnect" href="https://fonts.example">') }, '/: loads https://fonts.example from elsewhere.'],
    ['a frame of another site', { 'index.html': page('<iframe src="https://video.example/x"></iframe>') }, '/: loads https://video.example/x from elsewhere.'],
    ['a form to another site', { 'index.html': page('<form action="https://letter.example/x"></form>') }, '/: sends a form to https://letter.example/x.'],
    ['a handler in an SVG file', { 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>' }, '/favicon.svg: holds <svg onload>.'],
    ['a style in an SVG file', { 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><style>p{}</style></svg>' }, '/favicon.svg: holds styles without a hash: p{}'],
    ['a style element in a feed', { 'rss.xml': rss(item('/news/first-story/', '1', '<style>p{}</style>'), item('/reviews/alpha-1-tested/', '2')) }, '/rss.xml: holds <style>.'],
    ['a script in a feed', { 'rss.xml': rss(item('/news/first-story/', '1', '<p onclick="x()">x</p>'), item('/reviews/alpha-1-tested/', '2')) }, '/rss.xml: holds <p onclick>.'],
    ['a script that nobody knows', { 'scripts/jsonp.js': 'x()' }, '/scripts/jsonp.js: is a script that the site does not know.'],
    ['a feed with an id twice', { 'rss.xml': rss(item('/news/first-story/', '1'), item('/reviews/alpha-1-tested/', '1')) }, '/rss.xml: two items have the same id.'],
    ['a story without a page', { 'reviews/alpha-1-tested/index.html': null, 'news/first-story/index.html': page('<h1 id="top">x</h1>') }, '/reviews/alpha-1-tested/: has no page.'],
    ['a page without a story', { 'news/ghost/index.html': page('x') }, '/news/ghost/: has an unexpected page and no source.'],
    ['a story that is not in the feed', { 'rss.xml': rss(item('/news/first-story/', '1')) }, '/reviews/alpha-1-tested/: has no item in the feed.'],
    ['a story that cannot be found', { 'pagefind/fragment/b.pf_fragment': null }, '/reviews/alpha-1-tested/: has no entry in the search.'],
    ['a story without a headline', { 'headlines.json': headlines('/news/first-story/') }, '/headlines.json: does not name /reviews/alpha-1-tested/.'],
    ['a headline of nothing', { 'headlines.json': headlines('/news/first-story/', '/reviews/alpha-1-tested/', '/news/ghost/') }, '/headlines.json: the path /news/ghost/ leads nowhere.'],
    ['a headline of a page that is none to find', { 'headlines.json': headlines('/news/first-story/', '/reviews/alpha-1-tested/', '/') }, '/headlines.json: names /, and should not.'],
    ['a headline twice', { 'headlines.json': headlines('/news/first-story/', '/reviews/alpha-1-tested/', '/news/first-story/') }, '/headlines.json: names a page twice.'],
    ['an index of headlines that is none', { 'headlines.json': '[]' }, '/headlines.json: is no index of headlines.'],
    ['no index of headlines', { 'headlines.json': null }, '/headlines.json: is no index of headlines.'],
    ['a file of an unknown type', { 'notes.docx': 'x' }, '/notes.docx: no type is known for such a file; add one to scripts/media-types.ts.'],
    ['text that is not UTF-8', { 'robots.txt': Buffer.from([0x66, 0xff, 0xfe]) }, '/robots.txt: is not UTF-8.'],
    ['a picture of another type', { 'a.webp': 'GIF89a' }, '/a.webp: is not image/webp.'],
    ['a page that does not name its charset', { 'index.html': '<!doctype html><title>x</title>' }, '/: does not name its charset at once.'],
    ['a file of data that is none', { 'a.json': '{"a":' }, '/a.json: is no JSON.'],
    ['a JSON Feed that is served as anything', { 'other.json': '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}' }, '/other.json: is served as application/json; charset=utf-8.'],
    ['a feed with a control character', { 'rss.xml': rss(item('/news/first-story/', '1', 'a\u0008b'), item('/reviews/alpha-1-tested/', '2')) }, '/rss.xml: holds a character that XML does not allow.'],
    ['a drawing with a bare ampersand', { 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>a & b</title></svg>' }, '/favicon.svg: holds an ampersand that begins nothing.'],
    ['a missing twin', { 'index.html.br': null }, '/index.html.br: is missing.'],
    ['a twin with old text', { 'index.html.gz': gzipSync('old') }, '/index.html.gz: holds something else than /index.html.'],
    ['a twin that is none', { 'index.html.br': 'x' }, '/index.html.br: holds something else than /index.html.'],
    ['the twin of nothing', { 'gone.html.gz': gzipSync('x') }, '/gone.html.gz: is the twin of nothing.'],
  ])('%s', async (_name, changes, fault) => {
    expect(await faults(changes)).toContain(fault.replace(/^\/: does not/u, '/index.html: does not'));
  });

  test('a picture that tells where it was taken', async () => {
    expect(await faults({ 'a.webp': await withExif() })).toContain('/a.webp: holds EXIF.');
  });

  test('a feed that cannot be read', async () => {
    expect((await faults({ 'rss.xml': '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>' })).join('\n')).toMatch(/\/rss\.xml: (?:is no feed that can be read|0 items)/u);
  });

  const signs: [string, Files][] = [
    ['its page', { 'news/first-story/index.html': goodSite['news/first-story/index.html'] ?? '' }],
    ['a link', { 'index.html': page('<a href="/news/first-story/">x</a>') }],
    ['its id in a feed', { 'rss.xml': rss(item('/reviews/alpha-1-tested/', '2', '20260110-abc123')) }],
    ['the search', { 'pagefind/fragment/a.pf_fragment': found('/news/first-story/') }],
    ['the headlines', { 'headlines.json': headlines('/news/first-story/', '/reviews/alpha-1-tested/') }],
  ];
  const without: Files = { 'index.html': page(''), 'news/first-story/index.html': null, 'rss.xml': rss(item('/reviews/alpha-1-tested/', '2')), 'pagefind/fragment/a.pf_fragment': null, 'headlines.json': headlines('/reviews/alpha-1-tested/'), _redirects: '' };

  test.each(['draft: true', 'publishAt: 2026-11-23T12:00:01Z'])('a hidden story: %s', async (field) => {
    const hidden = { [paths.article]: addField(field) };
    expect(await faults(without, {}, hidden)).toEqual([]);
    for (const [name, sign] of signs) expect((await faults({ ...without, ...sign }, {}, hidden)).join('\n'), name).toContain('is hidden');
    // A preview has its page, and still nothing in the feed and the search.
    expect(await faults({ ...without, 'news/first-story/index.html': page('<h1>x</h1>') }, { preview: true }, hidden)).toEqual([]);
    expect((await faults({}, { preview: true }, hidden)).join('\n')).toContain('/news/first-story/: has an entry in the search and no source.');
  });
});

describe('beside the last site', () => {
  const many = (count: number): Files => Object.fromEntries(Array.from({ length: count }, (_, index) => [`models/m${index}/index.html`, page('x')]));

  test('a few lost pages are let through, many are not, and redirects save them', async () => {
    const last = filesBelow(await makeSite(many(30))).filter((path) => path.endsWith('.html'));
    expect(await faults(many(25), { last })).toEqual([]);
    expect(await faults(many(10), { last })).toEqual(['20 of 38 pages of the last site are gone and have no redirect, /models/m10/, /models/m11/, /models/m12/, /models/m13/, /models/m14/ among them. When that is meant: npm run build -- --accept-loss']);
    expect(await faults(many(10), { last, acceptsLoss: true })).toEqual([]);
    const redirects = Array.from({ length: 20 }, (_, index) => `/models/m${index + 10}/ /models/m1/ 301\n`).join('');
    expect(await faults({ ...many(10), _redirects: redirects }, { last })).toEqual([]);
  });
});

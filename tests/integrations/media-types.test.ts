import { expect, test } from 'vitest';
import { isText, isCompressed, typeOf } from '../../src/integrations/host-files/media-types.ts';

test.each([
  ['/index.html', 'text/html; charset=utf-8'],
  ['/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/leaderboards/arena/changes.xml', 'application/rss+xml; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/sitemap-news.xml', 'application/xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/authors/the-desk/feed/12.json', 'application/feed+json; charset=utf-8'],
  ['/leaderboards/arena/changes.json', 'application/feed+json; charset=utf-8'],
  ['/leaderboards/arena/latest.json', 'application/json; charset=utf-8'],
  ['/next-change.json', 'application/json; charset=utf-8'],
  ['/news/a-story/index.md', 'text/markdown; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['/sw.js', 'text/javascript; charset=utf-8'],
  ['/cards/a.png', 'image/png'],
  ['/pagefind/wasm.en.pagefind', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(typeOf(path)).toBe(type);
});

test('files without an ending that is known have no type', () => {
  expect([typeOf('/a.exe'), typeOf('/LICENSE'), typeOf('/a.html.br')]).toEqual([undefined, undefined, undefined]);
});

test('text is compressed, but for what only the host reads; compressed files are known by their names', () => {
  expect(['/a.html', '/a.svg', '/_headers', '/_redirects', '/a.webp', '/a.pf_index'].map(isText)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(['/a.html.br', '/a.html.gz', '/a.html'].map(isCompressed)).toEqual([true, true, false]);
});

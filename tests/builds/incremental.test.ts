import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBuildState } from '../../src/integrations/build-state.ts';
import { append, now, paths, swap, writeContent, writeProject, type Changes } from '../loading/fixture.ts';
import { addCode, digestsOf } from '../project.ts';
import { buildAt, makeSite } from './small-site.ts';

/** Pagefind writes its index in another order in every run. */
const built = (root: string): Record<string, string> =>
  Object.fromEntries(Object.entries(digestsOf(join(root, 'dist'))).filter(([path]) => !path.startsWith('pagefind/')));

const story = (id: string, title: string, date: string, text: string): string =>
  `---\nid: ${id}\ntitle: ${title}\ncategory: policy\ndate: ${date}\nauthors: [the-desk]\nsources: [{title: R, publisher: P, url: https://p.example/, accessed: 2026-01-11}]\n---\n${text}\n`;
/** A live story with updates at these hours. */
const live = (...hours: string[]): string =>
  story(
    '20260111-ccc333',
    'A day in court',
    '2026-01-11T09:00Z',
    `The summary.\n\n${hours
      .map((hour) => `:::update{at="2026-01-11T${hour}Z" title="News of ${hour}"}\nText.\n:::\n`)
      .join('\n')}`,
  );
const hero = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 900, channels: 3, background: colour } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Secret' } })
    .toBuffer();
const files = {
  live: 'articles/2026/day-in-court/index.md',
  short: 'articles/2026/second-story/index.md',
  picture: `${dirname(paths.article)}/hero.jpg`,
};

const tomorrow = new Date('2026-11-24T00:00:00Z');

/** What is the same before and after the change. */
const morning: Changes = {
  'articles/2026/this-morning/index.md': story(
    '20261123-bbb222',
    'News of this morning',
    '2026-11-23T10:05+01:00',
    'Words.',
  ),
  'front-page.yaml': `lead: {story: first-story, until: ${now.toISOString().slice(0, 10)}}\nbanner: {text: Only today, until: 2026-11-23T20:00Z}\n`,
};
const red = await hero('#f00');
const before: Changes = {
  ...morning,
  [paths.article]: swap('image: hero.webp', 'image: hero.jpg'),
  [files.picture]: red,
  [files.short]: story('20260111-aaa111', 'A second story', '2026-01-11', 'Second words.'),
  [files.live]: live('10:00'),
};
const edited = (text: string): string =>
  swap('title: A first story', 'title: An edited story')(swap('image: hero.webp', 'image: hero.jpg')(text));
const after: Changes = {
  ...morning,
  [paths.article]: edited,
  [files.picture]: red,
  [files.live]: live('10:00', '12:30'),
};

// One site, built again and again: each test goes on where the one before ended.
const root = addCode(mkdtempSync(join(tmpdir(), 'megaton-incremental-')));
const page = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');
const writtenAt = (path: string): number => statSync(join(root, 'dist', path)).mtimeMs;
const untouched = 'models/gamma/index.html';
beforeAll(async () => {
  writeProject(root, before);
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Address of the picture on the page of the story, and its colour. */
async function heroShown(): Promise<{ path: string; colour: number[] }> {
  const path =
    /<meta property="og:image" content="[^"]*\/(_astro\/[^"]+)"/u.exec(page('news/first-story/index.html'))?.[1] ?? '';
  const pixel = await sharp(join(root, 'dist', path))
    .resize(1, 1)
    .raw()
    .toBuffer();
  return { path, colour: [...pixel].map((value) => Math.round(value / 255)) };
}
const hour = '<time datetime="2026-11-23T09:05:00Z">23 November 2026, 09:05 UTC</time>';
const withHour = ['news/this-morning/index.html', 'categories/policy/index.html', 'index.html'];
const frontPage = (): [lead: string | undefined, banner: boolean] => [
  /<article class="lead[^]*?<h2[^>]*><a href="([^"]+)"/u.exec(page('index.html'))?.[1],
  page('index.html').includes('Only today'),
];

test('a build after a change renders what shows it, removes what is gone, and equals a cold build elsewhere', async () => {
  const last = writtenAt(untouched);
  expect(existsSync(join(root, 'dist/news/second-story/index.html'))).toBe(true);

  writeProject(root, after);
  rmSync(join(root, 'content', dirname(files.short)), { recursive: true });
  expect(
    await buildAt(root, now, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
  ).toMatchObject({ code: 0 });
  expect(page('news/first-story/index.html')).toContain('An edited story');
  expect(existsSync(join(root, 'dist/news/second-story'))).toBe(false);
  for (const file of ['news/day-in-court/index.html', 'rss.xml', 'categories/policy/feed.json'])
    expect(page(file)).toContain('/news/day-in-court/#update-20260111-1230');
  expect(writtenAt(untouched)).toBe(last);

  // Another folder, time zone and locale.
  const other = makeSite(after);
  expect(await buildAt(other, now, { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' })).toMatchObject({ code: 0 });
  const cold = built(other);
  expect(Object.keys(cold).length).toBeGreaterThan(100);
  expect(built(root)).toEqual(cold);
});

test('on the next day hours and what an editor chose for today are gone, as in a cold build', async () => {
  expect(withHour.filter((path) => !page(path).includes(hour))).toEqual([]);
  expect(frontPage()).toEqual(['/news/first-story/', true]);
  expect(JSON.parse(page('next-change.json'))).toEqual({
    at: '2026-11-23T20:00:00.000Z',
    why: 'Something on the front page runs out.',
  });

  const other = makeSite(after);
  for (const site of [root, other]) expect(await buildAt(site, tomorrow)).toMatchObject({ code: 0 });
  expect(built(root)).toEqual(built(other));
  expect(withHour.filter((path) => page(path).includes('UTC</time>'))).toEqual([]);
  expect(frontPage()).toEqual(['/news/this-morning/', false]);
});

test('another picture of the same name and size is shown, and originals are not published', async () => {
  const first = await heroShown();
  expect(first.colour).toEqual([1, 0, 0]);
  writeContent(root, files.picture, await hero('#00f'));
  expect(await buildAt(root, tomorrow)).toMatchObject({ code: 0 });
  expect((await heroShown()).colour).toEqual([0, 0, 1]);
  // Only pictures made from it, without the notes of the camera, and none of the first.
  const pictures = Object.keys(built(root)).filter((path) => path.startsWith('_astro/hero.'));
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => /^_astro\/hero\.[\w-]{8}\.jpg$/u.test(path))).toEqual([]);
  expect(pictures.filter((path) => path.startsWith(first.path.slice(0, '_astro/hero.12345678'.length)))).toEqual([]);
});

test('a build after one that was killed is a full one', async () => {
  const whole = built(root);
  const text = readFileSync(join(root, 'content', paths.article), 'utf8');
  writeContent(root, paths.article, swap('An edited story', 'A story of a killed build')(text));
  const shown = page('news/first-story/index.html');
  // Some pages are written by then, and others not.
  expect(await buildAt(root, tomorrow, {}, () => page('news/first-story/index.html') !== shown)).toMatchObject({
    signal: 'SIGKILL',
  });
  expect(readBuildState(root)?.state).toBe('started');
  writeContent(root, paths.article, text);
  const next = await buildAt(root, tomorrow);
  expect(next).toMatchObject({ code: 0 });
  expect(next.said).toContain('the last build did not finish: every page is rendered again');
  expect(built(root)).toEqual(whole);
  expect(readBuildState(root)?.state).toBe('verified');
});

test('a change of code renders every page, and a link that leads nowhere fails the build', async () => {
  const last = writtenAt(untouched);
  const footer = join(root, 'src/components/site/Footer.astro');
  writeFileSync(footer, readFileSync(footer, 'utf8').replace('<footer', '<a href="/nowhere/">x</a><footer'));
  const failed = await buildAt(root, tomorrow);
  expect(failed.code).toBe(1);
  expect(failed.said).toContain('/feeds/: the link to /nowhere/ leads nowhere.\n');
  expect(readBuildState(root)?.state).toBe('rendered');
  expect(writtenAt(untouched)).toBeGreaterThan(last);
});

test('a mistake in the content stops the build', async () => {
  const wrong = makeSite({
    [paths.model]: 'name: Alpha 1\nreleased: {value: 2026-02-30, sources: [1]}\n',
    [paths.article]: append('[x](model:nothing-like-it)'),
  });
  const stopped = await buildAt(wrong, now);
  expect([stopped.code, existsSync(join(wrong, 'dist/index.html'))]).toEqual([1, false]);
  expect(stopped.said).toContain(`content/${paths.article}:22:1  There is no model \`nothing-like-it\`.`);
  expect(stopped.said).toContain('content/models/alpha-1.yaml:2:19  ');
  expect(stopped.said).toContain('Build stopped: fix the');
});

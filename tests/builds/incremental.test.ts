import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readBuildState } from '../../src/integrations/build-state.ts';
import { append, now, paths, swap, writeContent, goodFiles } from '../loading/fixture.ts';
import { digestsOf } from '../project.ts';
import { buildAt, makeSite } from './small-site.ts';

/** Pagefind writes its index in another order in every run. */
const built = (root: string): Record<string, string> =>
  Object.fromEntries(Object.entries(digestsOf(join(root, 'dist'))).filter(([path]) => !path.startsWith('pagefind/')));

const second =
  '---\nid: 20260111-bbb222\ntitle: A second story\ncategory: policy\ndate: 2026-01-11\nauthors: [the-desk]\nsources: [{title: R, publisher: P, url: https://p.example/, accessed: 2026-01-11}]\n---\nSecond words.\n';
/** A live story with updates at these hours. */
const live = (...hours: string[]): string =>
  `---\nid: 20260111-ccc333\ntitle: A day in court\ncategory: policy\ndate: 2026-01-11T09:00Z\nauthors: [the-desk]\nsources: [{title: R, publisher: P, url: https://p.example/, accessed: 2026-01-11}]\n---\nThe summary.\n\n${hours
    .map((hour) => `:::update{at="2026-01-11T${hour}Z" title="News of ${hour}"}\nText.\n:::\n`)
    .join('\n')}`;
const writtenAt = (root: string, path: string): number => statSync(join(root, 'dist', path)).mtimeMs;

test('a build after a change renders what shows it, removes what is gone, and equals a cold build elsewhere', async () => {
  const livePath = 'articles/2026/day-in-court/index.md';
  const root = makeSite({ 'articles/2026/second-story/index.md': second, [livePath]: live('10:00') });
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  const pages = {
    edited: 'news/first-story/index.html',
    untouched: 'models/gamma/index.html',
    deleted: 'news/second-story/index.html',
  };
  const before = writtenAt(root, pages.untouched);
  expect(existsSync(join(root, 'dist', pages.deleted))).toBe(true);

  writeContent(
    root,
    paths.article,
    swap('title: A first story', 'title: An edited story')(String(goodFiles[paths.article])),
  );
  rmSync(join(root, 'content/articles/2026/second-story'), { recursive: true });
  writeContent(root, livePath, live('10:00', '12:30'));
  expect(
    await buildAt(root, now, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
  ).toMatchObject({ code: 0 });
  expect(readFileSync(join(root, 'dist', pages.edited), 'utf8')).toContain('An edited story');
  expect(existsSync(join(root, 'dist/news/second-story'))).toBe(false);
  const update = '/news/day-in-court/#update-20260111-1230';
  for (const file of ['news/day-in-court/index.html', 'rss.xml', 'categories/policy/feed.json'])
    expect(readFileSync(join(root, 'dist', file), 'utf8')).toContain(update);
  expect(writtenAt(root, pages.untouched)).toBe(before);

  // Another folder, time zone and locale.
  const other = makeSite({
    [paths.article]: swap('title: A first story', 'title: An edited story'),
    [livePath]: live('10:00', '12:30'),
  });
  expect(await buildAt(other, now, { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' })).toMatchObject({ code: 0 });
  const cold = built(other);
  expect(Object.keys(cold).length).toBeGreaterThan(100);
  expect(built(root)).toEqual(cold);

  // A change of code is a change of every page: names of shared stylesheets change.
  const footer = join(root, 'src/components/site/Footer.astro');
  writeFileSync(
    footer,
    readFileSync(footer, 'utf8').replace('<style>', '<style>\n  .unused {\n    color: red;\n  }\n'),
  );
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  expect(writtenAt(root, pages.untouched)).toBeGreaterThan(before);
}, 180_000);

test('on the next day hours and what an editor chose for today are gone, as in a cold build', async () => {
  const changes = {
    'articles/2026/second-story/index.md': second.replace('date: 2026-01-11', 'date: 2026-11-23T10:05+01:00'),
    'front-page.yaml': `lead: {story: first-story, until: ${now.toISOString().slice(0, 10)}}\nbanner: {text: Only today, until: 2026-11-23T20:00Z}\n`,
  };
  const [root, other] = [makeSite(changes), makeSite(changes)];
  const page = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');
  const hour = '<time datetime="2026-11-23T09:05:00Z">23 November 2026, 09:05 UTC</time>';
  const leads = (): string | undefined =>
    /<article class="lead[^]*?<h2[^>]*><a href="([^"]+)"/u.exec(page('index.html'))?.[1];
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  const shown = ['news/second-story/index.html', 'categories/policy/index.html', 'index.html'];
  expect(shown.filter((path) => !page(path).includes(hour))).toEqual([]);
  expect([leads(), page('index.html').includes('Only today')]).toEqual(['/news/first-story/', true]);
  expect(JSON.parse(page('next-change.json'))).toEqual({
    at: '2026-11-23T20:00:00.000Z',
    why: 'Something on the front page runs out.',
  });

  const tomorrow = new Date('2026-11-24T00:00:00Z');
  for (const site of [root, other]) expect(await buildAt(site, tomorrow)).toMatchObject({ code: 0 });
  expect(built(root)).toEqual(built(other));
  expect(shown.filter((path) => page(path).includes('UTC</time>'))).toEqual([]);
  expect([leads(), page('index.html').includes('Only today')]).toEqual(['/news/second-story/', false]);
}, 180_000);

test('another picture of the same name and size is shown, and originals are not published', async () => {
  const hero = (colour: string): Promise<Buffer> =>
    sharp({ create: { width: 1600, height: 900, channels: 3, background: colour } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Secret' } })
      .toBuffer();
  const root = makeSite({
    [paths.article]: swap('image: hero.webp', 'image: hero.jpg'),
    [`${dirname(paths.article)}/hero.jpg`]: await hero('#f00'),
  });
  const file = join(root, 'content', dirname(paths.article), 'hero.jpg');
  const picture = (): string =>
    /<meta property="og:image" content="[^"]*\/(_astro\/[^"]+)"/u.exec(
      readFileSync(join(root, 'dist/news/first-story/index.html'), 'utf8'),
    )?.[1] ?? '';
  const colour = async (): Promise<number[]> => [
    ...(await sharp(join(root, 'dist', picture()))
      .resize(1, 1)
      .raw()
      .toBuffer()),
  ];
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  expect((await colour())[0]).toBeGreaterThan(200);
  const first = picture().slice(0, '_astro/hero.12345678'.length);
  writeFileSync(file, await hero('#00f'));
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  expect((await colour())[2]).toBeGreaterThan(200);
  // Only pictures made from it, without the notes of the camera, and none of the first.
  const pictures = Object.keys(built(root)).filter((path) => path.startsWith('_astro/hero.'));
  expect(pictures.filter((path) => /^_astro\/hero\.[\w-]{8}\.jpg$/u.test(path))).toEqual([]);
  expect(pictures.filter((path) => path.startsWith(first))).toEqual([]);
}, 180_000);

test('a build after one that was killed is a full one', async () => {
  const root = makeSite();
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  const whole = built(root);
  writeContent(
    root,
    paths.article,
    swap('title: A first story', 'title: A story of a killed build')(String(goodFiles[paths.article])),
  );
  const page = join(root, 'dist/news/first-story/index.html');
  const before = readFileSync(page, 'utf8');
  // Some pages are written by then, and others not.
  expect(await buildAt(root, now, {}, () => readFileSync(page, 'utf8') !== before)).toMatchObject({
    signal: 'SIGKILL',
  });
  expect(readBuildState(root)?.state).toBe('started');
  writeContent(root, paths.article, String(goodFiles[paths.article]));
  const next = await buildAt(root, now);
  expect(next).toMatchObject({ code: 0 });
  expect(next.said).toContain('the last build did not finish: every page is rendered again');
  expect(built(root)).toEqual(whole);
  expect(readBuildState(root)?.state).toBe('verified');
}, 180_000);

test('a mistake in the content stops the build, and a broken link fails it', async () => {
  const root = makeSite({
    [paths.model]: 'name: Alpha 1\nreleased: {value: 2026-02-30, sources: [1]}\n',
    [paths.article]: append('[x](model:nothing-like-it)'),
  });
  const stopped = await buildAt(root, now);
  expect([stopped.code, existsSync(join(root, 'dist/index.html'))]).toEqual([1, false]);
  expect(stopped.said).toContain(`content/${paths.article}:22:1  There is no model \`nothing-like-it\`.`);
  expect(stopped.said).toContain('content/models/alpha-1.yaml:2:19  ');
  expect(stopped.said).toContain('Build stopped: fix the');

  writeContent(root, paths.model, String(goodFiles[paths.model]));
  writeContent(root, paths.article, String(goodFiles[paths.article]));
  const footer = join(root, 'src/components/site/Footer.astro');
  writeFileSync(footer, readFileSync(footer, 'utf8').replace('<footer', '<a href="/nowhere/">x</a><footer'));
  const failed = await buildAt(root, now);
  expect(failed.code).toBe(1);
  expect(failed.said).toContain('/feeds/: the link to /nowhere/ leads nowhere.\n');
  expect(readBuildState(root)?.state).toBe('rendered');
}, 180_000);

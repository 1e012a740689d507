import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/integrations/built-site/files.ts';
import { goodFiles, paths, swap, writeContent } from '../loading/fixture.ts';
import { addCode, digestsOf, run } from '../project.ts';

/**
 * What builds keep, on a small site that is built again and again. `tests/site/changing.test.ts` proves that the bytes are
 * right; here it is that no more is made than must be, and that harm is found and told.
 */
const epoch = { SOURCE_DATE_EPOCH: '1795435200' };
let root = '';
let whole: Record<string, string> = {};

const build = async (): Promise<string> => {
  const { code, said } = await run(root, ['scripts/build.ts'], epoch);
  expect(code, said).toBe(0);
  return said;
};
const published = (): Record<string, string> => digestsOf(realpathSync(join(root, 'dist')));
const edit = (path: keyof typeof goodFiles & string, change: (text: string) => string): void => writeContent(root, path, change(String(goodFiles[path])));

/** Paths of printed files that are not those of the site before; twins left out. */
async function printedAnew(): Promise<string[]> {
  const before = inodes();
  await build();
  return Object.entries(inodes()).flatMap(([path, inode]) => (before[path] === inode || /\.(?:br|gz)$/u.test(path) ? [] : [path])).sort();
}

const inodes = (): Record<string, number> => {
  const folder = realpathSync(join(root, 'dist'));
  return Object.fromEntries(filesBelow(folder).map((path) => [path, statSync(join(folder, path)).ino]));
};

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-kept-'));
  const second = String(goodFiles[paths.article]).replace('The first sentence.', '::model{id=gamma}\n\n::board{id=arena limit=2}\n').replace('20260110-abc123', '20260111-abc124').replace('A first story', 'A second story').replace(/hero:\n(?: {2}.*\n)+/u, '').replace('models: [alpha-1]\n', '');
  for (const [path, content] of Object.entries({ ...goodFiles, 'articles/2026/second-story/index.md': second })) writeContent(folder, path, content);
  root = addCode(folder);
  await build();
  whole = published();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a change makes only what shows it:', () => {
  it('nothing, for no change', async () => {
    expect(await printedAnew()).toEqual([]);
  });

  it('a text', async () => {
    edit(paths.article, swap('The first sentence.', 'The first sentence, corrected.'));
    const made = await printedAnew();
    // Its page, its Markdown, every feed that holds it, and the search.
    const feeds = ['', '/categories/technology', '/authors/the-desk', '/models/alpha-1', '/providers/acme'].flatMap((place) => [`${place}/rss.xml`, `${place}/feed.json`]);
    expect(made.filter((path) => !path.startsWith('/pagefind/'))).toEqual([...feeds, '/news/first-story/index.html', '/news/first-story/index.md'].sort());
    expect(made.some((path) => path.startsWith('/pagefind/fragment/'))).toBe(true);
  }, 30_000);

  it('the rank of a model, where it is shown', async () => {
    edit(paths.editorial, swap('{model: beta-2, rank: 1}', '{model: beta-2, rank: 2}'));
    const made = await printedAnew();
    // The strip stands on every page with a masthead.
    expect(made).toEqual(expect.arrayContaining(['/index.html', '/news/first-story/index.html', '/leaderboards/top/index.html', '/cards/leaderboards/top.png']));
    expect(made).not.toEqual(expect.arrayContaining(['/cards/leaderboards/arena.png']));
  }, 30_000);

  it('a picture: its page, its cut for social media, and what names it', async () => {
    const other = readFileSync('content/reviews/ltx-2-review/hero.webp');
    writeContent(root, 'articles/2026/first-story/hero.webp', other);
    const made = await printedAnew();
    expect(made).toEqual(expect.arrayContaining(['/news/first-story/index.html', '/rss.xml']));
    for (const type of ['webp', 'jpg']) expect(made.some((path) => path.startsWith('/_astro/hero.') && path.endsWith(`.${type}`)), type).toBe(true);
    expect(made.filter((path) => /^\/(?:leaderboards|products|method|compare)\//u.test(path))).toEqual([]);
  }, 60_000);

  it('a fact of a model, and a row of a board, where prose shows them', async () => {
    writeContent(root, 'models/gamma.yaml', 'name: Gamma\nopenWeights: {value: true, sources: [1]}\nsources:\n  - {title: A data sheet, publisher: Acme, accessed: 2026-01-11}\n');
    const ofFact = await printedAnew();
    expect(ofFact).toEqual(expect.arrayContaining(['/news/second-story/index.html', '/news/second-story/index.md', '/rss.xml']));
    expect(ofFact).not.toContain('/news/first-story/index.html');
    edit(paths.scored, swap('score: 1200, lower: 1190, upper: 1210', 'score: 1205, lower: 1195, upper: 1215'));
    const ofRow = await printedAnew();
    expect(ofRow).toEqual(expect.arrayContaining(['/news/second-story/index.html', '/news/second-story/index.md', '/rss.xml', '/leaderboards/arena/index.html']));
    expect(ofRow).not.toContain('/news/first-story/index.html');
  }, 60_000);

  it('and the way back gives the first site again', async () => {
    for (const path of [paths.article, paths.editorial, paths.scored, 'models/gamma.yaml', 'articles/2026/first-story/hero.webp']) writeContent(root, path, goodFiles[path] ?? '');
    await build();
    expect(published()).toEqual(whole);
  }, 60_000);
});

describe('what is harmed between builds is found and told, and the next build is right:', () => {
  const inStore = (path: string): string => join(root, '.dist', 'store', path);
  const entry = (): string => readdirSync(join(root, '.dist', 'press', 'bundle')).find((name) => name.startsWith('prerender-entry.')) ?? '';

  it.each<[string, () => void, string]>([
    ['a page of the site that readers see, changed by hand', () => writeFileSync(join(root, 'dist', 'news', 'first-story', 'index.html'), '<p>by hand</p>'), 'Made anew, since what was kept is damaged or gone: /news/first-story/index.html.'],
    ['a kept page, cut off', () => writeFileSync(inStore('index.html'), readFileSync(inStore('index.html')).subarray(0, 900)), 'Made anew, since what was kept is damaged or gone: /index.html.'],
    ['a made picture, gone', () => rmSync(inStore(filesBelow(inStore('_astro')).filter((path) => path.endsWith('.webp')).map((path) => `_astro${path}`)[0] ?? '')), 'A picture is needed in a new size: the code is bundled anew, which makes it.'],
    ['styles, changed', () => writeFileSync(inStore(filesBelow(inStore('_astro')).filter((path) => path.endsWith('.css')).map((path) => `_astro${path}`)[0] ?? ''), 'p {}'), 'Files of the bundled code are damaged or gone: it is bundled anew.'],
    ['a part of the search, changed', () => writeFileSync(inStore('pagefind/pagefind-entry.json'), '{}'), 'Made anew, since what was kept is damaged or gone: /pagefind/pagefind-entry.json.'],
    ['the bundle of the code, changed', () => writeFileSync(join(root, '.dist', 'press', 'bundle', entry()), 'export const app = 1;'), 'The bundle of the code is damaged or unfinished: it is made anew.'],
    ['the list of what is kept, changed by hand', () => writeFileSync(join(root, '.dist', 'store.json'), readFileSync(join(root, '.dist', 'store.json'), 'utf8').replace(/"owner":"[^"]+"/u, '"owner":"other"')), 'What builds keep has no readable index: everything is made anew.'],
    ['what checks found, made up', () => {
      for (const name of ['facts', 'prose']) writeFileSync(join(root, '.dist', `${name}.json`), '[["x",{}]]');
    }, 'The site is in dist/'],
  ])('%s', async (_name, harm, words) => {
    harm();
    const said = await build();
    expect(said).toContain(words);
    expect(published()).toEqual(whole);
  }, 60_000);

  it('code of another version', async () => {
    const file = join(root, 'src', 'feeds', 'plain-files.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n// Another version.\n`);
    const said = await build();
    writeFileSync(file, text);
    expect(said).toContain('What builds keep is of another version of the code or of the tools: everything is made anew.');
    expect(published()).toEqual(whole);
    await build();
  }, 60_000);
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goodFiles, paths, writeContent } from '../loading/fixture.ts';
import { rollBack } from '../../scripts/publish.ts';
import { addCode, digestsOf, run, type Ended } from '../project.ts';

/**
 * Whole builds of a small site, with the faults that builders have. `tests/scripts/publish.test.ts` lets a build fail at
 * each of its changes to files; here the faults are real ones. What remains is always the same: the last site, whole, and
 * a next build that equals one without any fault.
 */
const epoch = { SOURCE_DATE_EPOCH: '1795435200' };
let root = '';
/** The site before the fault, and the one that the next build must give. */
let before: Record<string, string> = {};
let expected: Record<string, string> = {};

const build = (env: Record<string, string> = epoch, args: string[] = [], killAfter?: number): Promise<Ended> => run(root, ['scripts/build.ts', ...args], env, killAfter);
const published = (): Record<string, string> => digestsOf(realpathSync(join(root, 'dist')));
const writeTitle = (title: string): void => writeContent(root, paths.article, String(goodFiles[paths.article]).replace('title: A first story', `title: ${title}`));

function makeSmallProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-faults-'));
  for (const [path, text] of Object.entries(goodFiles)) writeContent(folder, path, text);
  return addCode(folder);
}

beforeAll(async () => {
  root = makeSmallProject();
  writeTitle('The title after the fault');
  expect((await build()).said).toContain('The site is in dist/');
  expected = published();
  writeTitle('The title before the fault');
  expect((await build()).code).toBe(0);
  before = published();
  expect(before).not.toEqual(expected);
  writeTitle('The title after the fault');
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(async () => {
  if (JSON.stringify(published()) !== JSON.stringify(before)) await rollBack(root);
  expect(published()).toEqual(before);
});

/** What must remain: the site as it was, and then a right next build without left-overs. */
async function remains(env?: Record<string, string>): Promise<string> {
  expect(published()).toEqual(before);
  const next = await build(env);
  expect(next.said).toContain('The site is in dist/');
  expect(published()).toEqual(expected);
  expect(readdirSync(join(root, '.dist', 'sites')).length).toBe(4);
  return next.said;
}

describe('the last site stays and the next build is right after', () => {
  it.each([150, 900, 1800])('a build that is killed after %i ms', async (after) => {
    // Without it a build takes longer than that.
    rmSync(join(root, '.dist', 'press'), { recursive: true, force: true });
    const ended = await build(epoch, [], after);
    expect(ended.signal).toBe('SIGKILL');
    await remains();
  });

  it('a disk without room', async () => {
    const store = join(root, '.dist', 'store');
    rmSync(store, { recursive: true, force: true });
    // A real small disk where that may be made, else a link to a place that takes nothing.
    const mounted = makeSmallDisk(store);
    const ended = await build();
    if (mounted) spawnSync('umount', [store]);
    rmSync(store, { recursive: true, force: true });
    expect(ended.code).not.toBe(0);
    expect(ended.said).toMatch(mounted ? /ENOSPC|no space left/iu : /ENOTDIR|EEXIST/u);
    await remains();
  });

  it('a cache with damaged pictures, half a list of content and files of strangers', async () => {
    const cache = join(root, '.dist', 'cache');
    const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.some((file) => file.endsWith('.webp'))).toBe(true);
    for (const file of files) writeFileSync(file, readFileSync(file).subarray(0, 40));
    writeFileSync(join(cache, 'stranger.json'), '{}');
    // Pictures are taken from there when the code is bundled.
    rmSync(join(root, '.dist', 'press'), { recursive: true });
    expect(await remains()).toContain('Taken out of the cache:');
    expect(existsSync(join(cache, 'stranger.json'))).toBe(false);
  });

  it('a cache of other versions', async () => {
    const seal = join(root, '.dist', 'cache.seal.json');
    writeFileSync(seal, readFileSync(seal, 'utf8').replace('"owner":"', '"owner":"other '));
    rmSync(join(root, '.dist', 'press'), { recursive: true });
    expect(await remains()).toContain('The cache is of other versions of the tools: everything is made anew.');
  });

  it('two builds at once, of which the second is refused', async () => {
    const [first, second] = await Promise.all([build(), build()]);
    const codes = [first.code, second.code].sort();
    expect(codes).toEqual([0, 1]);
    expect([first, second].find(({ code }) => code === 1)?.said).toBe('Another build of this folder is running. Wait until it ends, then start again.\n');
    expect(published()).toEqual(expected);
  });

  it('a clock that was set back, or far ahead', async () => {
    const record = readdirSync(join(root, '.dist', 'sites')).filter((name) => name.endsWith('.json')).map((name) => join(root, '.dist', 'sites', name));
    const records = record.map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
    for (const [time, words] of [['2099-01-01T00:00:00.000Z', 'the clock went back'], ['2019-01-01T00:00:00.000Z', 'days after the last build']] as const) {
      for (const [file, text] of records) writeFileSync(file, text.replace(/"time":"[^"]*"/u, `"time":"${time}"`));
      const ended = await build({ SOURCE_DATE_EPOCH: '' });
      expect(ended.code).toBe(1);
      expect(ended.said).toContain(words);
    }
    await remains();
  });

  it('content with a mistake', async () => {
    writeContent(root, paths.model, 'name: Alpha 1\nreleased: {value: 2026-02-30, sources: [1]}\n');
    const ended = await build();
    writeContent(root, paths.model, goodFiles[paths.model] ?? '');
    expect(ended.code).toBe(1);
    expect(ended.said).toContain('The site was not built: mend the content first.');
    await remains();
  });

  it('a template that breaks a link', async () => {
    const page = join(root, 'src', 'components', 'site', 'Footer.astro');
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, text.replace('<footer', '<a href="/nowhere/">x</a><footer'));
    const ended = await build();
    writeFileSync(page, text);
    expect(ended.code).toBe(1);
    expect(ended.said).toContain('/feeds/: the link to /nowhere/ leads nowhere.\n');
    await remains();
  });
});

/** Mounts a disk of half a megabyte; false where this may not be done. */
function makeSmallDisk(folder: string): boolean {
  spawnSync('mkdir', ['-p', folder]);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder]).status === 0) return true;
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  return false;
}

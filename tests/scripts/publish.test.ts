import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { takeLock } from '../../scripts/build-lock.ts';
import { currentSite, placesOf, publish, rollBack } from '../../scripts/publish.ts';
import { Store } from '../../scripts/store.ts';
import { digestsOf, run, type Ended } from '../project.ts';

const program = join(import.meta.dirname, 'faults', 'small-build.ts');
const disk = join(import.meta.dirname, 'faults', 'disk.mjs');
const time = new Date('2026-11-23T12:00:00Z');

function makeRoot(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-publish-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

const build = (root: string, word: string, fault: Record<string, string> = {}): Promise<Ended> => run(root, [...(fault['FAULT'] ? ['--import', disk] : []), program, root, word], fault);

/** The word that all of the published site says; throws when a file is missing, cut or of another site. */
function wordOf(root: string): string {
  const dist = join(root, 'dist');
  const files = Object.keys(digestsOf(`${realpathSync(dist)}`));
  expect(files).toEqual(['index.html', 'news/index.html', 'rss.xml', 'same.css'].flatMap((name) => [name, `${name}.br`, `${name}.gz`]).sort());
  const texts = files.map((file): [string, Buffer] => [file, readFileSync(join(dist, file))]).map(([file, bytes]) => (file.endsWith('.br') ? brotliDecompressSync(bytes) : file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  const words = new Set(texts.filter((text) => !text.startsWith('p {')).map((text) => {
    const [word = ''] = text.split(' ');
    expect(text).toBe(`${word} `.repeat(100));
    return word;
  }));
  expect(words.size).toBe(1);
  return [...words][0] ?? '';
}

/** Names below `.dist/sites` that belong to neither the present site nor the one before. */
async function leftOvers(root: string): Promise<string[]> {
  const site = await currentSite(root);
  const kept = [site?.id, site?.record.previous].flatMap((id) => [`${id}`, `${id}.json`]);
  return readdirSync(placesOf(root).sites).filter((name) => !kept.includes(name));
}

/** Changes to files that an undisturbed build makes. */
async function changesOf(word: string, root: string): Promise<number> {
  const { said } = await build(root, word, { FAULT: 'none', FAULT_AT: '0' });
  return Number(/changes: (\d+)/u.exec(said)?.[1]);
}

describe('whatever happens to a build', () => {
  test.each([
    ['kill', 'it is killed before any change to a file'],
    ['half', 'it is killed in the middle of any writing'],
    ['full', 'the disk is full from any moment on'],
  ])('%s: the last site stays whole, and the next build is right', async (fault) => {
    const counting = makeRoot();
    await build(counting, 'old');
    const changes = await changesOf('new', counting);
    expect(changes).toBeGreaterThan(20);
    const moments = Array.from({ length: changes }, (_, index) => index + 1);
    const outcomes = new Set<string>();
    const examine = async (moment: number): Promise<void> => {
      const root = makeRoot();
      await build(root, 'old');
      const ended = await build(root, 'new', { FAULT: fault, FAULT_AT: String(moment) });
      const word = wordOf(root);
      outcomes.add(word);
      // Only what comes after the swap may fail once the new site is there.
      if (word === 'old') expect(ended.code, `moment ${moment}: ${ended.said}`).not.toBe(0);
      expect((await build(root, 'next')).code).toBe(0);
      expect(wordOf(root)).toBe('next');
      expect(await leftOvers(root)).toEqual([]);
    };
    for (let start = 0; start < moments.length; start += 4) await Promise.all(moments.slice(start, start + 4).map(examine));
    expect(outcomes.has('old')).toBe(true);
  }, 120_000);

  test('a first build that is killed leaves no site at all, rather than half a one', async () => {
    const root = makeRoot();
    await build(root, 'first', { FAULT: 'half', FAULT_AT: '12' });
    expect(lstatSync(join(root, 'dist'), { throwIfNoEntry: false })).toBeUndefined();
    expect((await build(root, 'second')).code).toBe(0);
    expect(wordOf(root)).toBe('second');
    expect(await leftOvers(root)).toEqual([]);
  });

  test('a build whose checks fail publishes nothing and leaves nothing', async () => {
    const root = makeRoot();
    await build(root, 'old');
    await expect(publish(root, time, (folder) => {
      writeFileSync(join(folder, 'index.html'), 'bad');
      throw new Error('a fault in the new site');
    })).rejects.toThrow('a fault in the new site');
    expect(wordOf(root)).toBe('old');
    expect(await leftOvers(root)).toEqual([]);
  });
});

describe('two builds at once', () => {
  test('the second is refused in words, and the first is right', async () => {
    const root = makeRoot();
    await build(root, 'old');
    const unlock = takeLock(placesOf(root).lock);
    const refused = await build(root, 'new');
    unlock();
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('Another build of this folder is running. Wait until it ends, then start again.');
    expect(wordOf(root)).toBe('old');
    expect((await build(root, 'new')).code).toBe(0);
    expect(wordOf(root)).toBe('new');
  });

  test('of many that start together at least one is right, and none breaks the site', async () => {
    const root = makeRoot();
    const ended = await Promise.all(['a', 'b', 'c', 'd'].map((word) => build(root, word)));
    const good = ['a', 'b', 'c', 'd'].filter((_, index) => ended[index]?.code === 0);
    expect(good).toContain(wordOf(root));
    expect(await leftOvers(root)).toEqual([]);
  });

  test('the lock of a killed build is free at once', async () => {
    const root = makeRoot();
    mkdirSync(join(root, '.dist'));
    const lock = placesOf(root).lock;
    await run(root, ['-e', `import('${join(import.meta.dirname, '../../scripts/build-lock.ts')}').then(({ takeLock }) => { takeLock(${JSON.stringify(lock)}); process.kill(process.pid, 'SIGKILL'); })`]);
    expect(lstatSync(lock).isFile()).toBe(true);
    takeLock(lock)();
  });
});

describe('files of the last site', () => {
  test('are shared where they are the same, and never written into', async () => {
    const root = makeRoot();
    await build(root, 'old');
    const old = await currentSite(root);
    const before = digestsOf(old?.folder ?? '');
    await build(root, 'new');
    const now = await currentSite(root);
    expect(now?.record.previous).toBe(old?.id);
    expect(digestsOf(old?.folder ?? '')).toEqual(before);
    const inode = (folder: string | undefined, name: string): number => statSync(join(folder ?? '', name)).ino;
    for (const name of ['same.css', 'same.css.br', 'same.css.gz']) expect(inode(now?.folder, name)).toBe(inode(old?.folder, name));
    for (const name of ['rss.xml', 'rss.xml.br']) expect(inode(now?.folder, name)).not.toBe(inode(old?.folder, name));
  });

  test('stay as they are when what builds keep is thrown away', async () => {
    const root = makeRoot();
    await build(root, 'old');
    const old = await currentSite(root);
    const before = digestsOf(old?.folder ?? '');
    Store.open(placesOf(root).store, 'another owner');
    expect(digestsOf(old?.folder ?? '')).toEqual(before);
    await build(root, 'new');
    expect(wordOf(root)).toBe('new');
    expect(digestsOf(old?.folder ?? '')).toEqual(before);
  });

  test('are not taken over when somebody wrote into one', async () => {
    const root = makeRoot();
    await build(root, 'old');
    writeFileSync(join(root, 'dist', 'same.css'), 'p { color: blu; }');
    await build(root, 'new');
    expect(readFileSync(join(root, 'dist', 'same.css'), 'utf8')).toBe('p { color: red; }');
  });
});

describe('the way back', () => {
  test('publishes the site before, and the one after it can be built again', async () => {
    const root = makeRoot();
    await build(root, 'old');
    await build(root, 'new');
    await rollBack(root);
    expect(wordOf(root)).toBe('old');
    await build(root, 'mended');
    expect(wordOf(root)).toBe('mended');
  });

  test('is refused when there is no site before', async () => {
    const root = makeRoot();
    await build(root, 'old');
    await expect(rollBack(root)).rejects.toThrow('There is no earlier site here.');
    expect(wordOf(root)).toBe('old');
  });
});

test('a dist/ that is a folder becomes the first site, and is published until the next one is there', async () => {
  const root = makeRoot();
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist', 'index.html'), 'by hand');
  await expect(publish(root, time, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readFileSync(join(root, 'dist', 'index.html'), 'utf8')).toBe('by hand');
  await build(root, 'new');
  expect(wordOf(root)).toBe('new');
  expect(readlinkSync(join(root, 'dist'))).toMatch(/^\.dist\/sites\/[0-9a-f]{12}$/u);
});

import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeBuildState } from '#integrations/build-state';
import { currentRelease, publishSite, releasesOf, rollBack, type Publication } from '../../../scripts/site/releases.ts';
import { digestsOf, run, type Ended } from '../../project.ts';

const scripts = resolve('scripts/site');
/** What `publish` calls. Where it cannot be installed the rest of the suite still says much; CI installs it. */
const canPublish = ['rsync', 'brotli'].every((program) => spawnSync(program, ['--version']).status === 0);

function folderOf(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `megaton ${name} ü-`)));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a site of pages, one of them with its own text. */
function writeSite(folder: string, text: string, pages = 40): string {
  rmSync(folder, { recursive: true, force: true });
  const files = {
    _redirects: '',
    _headers: '',
    'index.html': text,
    'rss.xml': `<rss>${text}</rss>`,
    'a.png': 'picture',
    ...Object.fromEntries(
      Array.from({ length: pages }, (_, page) => [`news/${page}/index.html`, `page ${page} `.repeat(2000)]),
    ),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

let clock = Date.parse('2026-11-01T00:00:00Z');
/** Publishes at the next minute. */
function publish(site: string, folder: string, options: Partial<Publication> = {}): Promise<string> {
  clock += 60_000;
  return publishSite({ site, folder, now: new Date(clock), compress: false, keep: 5, acceptLoss: false, ...options });
}

const textOf = (folder: string, path = 'index.html'): string => readFileSync(join(folder, 'current', path), 'utf8');

describe.runIf(canPublish)('a published folder', () => {
  test('gets a release, links what did not change, and switches to it', async () => {
    const [folder, site] = [folderOf('published'), folderOf('site')];
    const first = await publish(writeSite(site, 'one'), folder);
    expect(first).toBe('2026-11-01T00-01-00.000Z');
    const second = await publish(writeSite(site, 'two'), folder);
    expect([currentRelease(folder), releasesOf(folder)]).toEqual([second, [first, second]]);
    expect(digestsOf(join(folder, 'releases', second))).toEqual(digestsOf(site));
    const inode = (release: string, path: string): number => statSync(join(folder, 'releases', release, path)).ino;
    expect(inode(first, 'news/3/index.html')).toBe(inode(second, 'news/3/index.html'));
    expect(inode(first, 'index.html')).not.toBe(inode(second, 'index.html'));
    expect(readFileSync(join(folder, 'releases', first, 'index.html'), 'utf8')).toBe('one');
  });

  test('never takes an old file for a new one of the same size and time', async () => {
    const [folder, site] = [folderOf('published'), folderOf('site')];
    await publish(writeSite(site, 'one'), folder);
    const { atime, mtime } = statSync(join(folder, 'current/index.html'));
    writeFileSync(join(site, 'index.html'), 'two');
    utimesSync(join(site, 'index.html'), atime, mtime);
    await publish(site, folder);
    expect(textOf(folder)).toBe('two');
  });

  test('holds compressed texts when that is wanted, and those of unchanged files are links', async () => {
    const [folder, site] = [folderOf('published'), folderOf('site')];
    await publish(writeSite(site, 'one'), folder, { compress: true });
    const before = statSync(join(folder, 'current/news/3/index.html.br')).ino;
    await publish(writeSite(site, 'two'), folder, { compress: true });
    expect(statSync(join(folder, 'current/news/3/index.html.br')).ino).toBe(before);
    for (const path of ['index.html', 'rss.xml', 'news/39/index.html']) {
      expect(brotliDecompressSync(readFileSync(join(folder, 'current', `${path}.br`))).toString(), path).toBe(
        textOf(folder, path),
      );
      expect(gunzipSync(readFileSync(join(folder, 'current', `${path}.gz`))).toString(), path).toBe(
        textOf(folder, path),
      );
    }
    expect(['a.png.br', '_headers.gz'].filter((path) => existsSync(join(folder, 'current', path)))).toEqual([]);
    // Without the option, the next release has none.
    await publish(site, folder);
    expect(Object.keys(digestsOf(join(folder, 'current'))).filter((path) => /\.(?:br|gz)$/u.test(path))).toEqual([]);
  });

  test('keeps as many releases as are wanted', async () => {
    const [folder, site] = [folderOf('published'), folderOf('site')];
    for (const text of ['1', '2', '3', '4']) await publish(writeSite(site, text, 1), folder, { keep: 2 });
    expect(releasesOf(folder)).toEqual([expect.any(String), currentRelease(folder)]);
    expect(textOf(folder)).toBe('4');
  });

  test('goes back to the release before, and to any other by its name', async () => {
    const [folder, site] = [folderOf('published'), folderOf('site')];
    await expect(rollBack(folder)).rejects.toThrow('Nothing is published in');
    const first = await publish(writeSite(site, 'one'), folder);
    await expect(rollBack(folder)).rejects.toThrow(`There is no release before ${first}.`);
    const second = await publish(writeSite(site, 'two'), folder);
    expect([await rollBack(folder), textOf(folder)]).toEqual([first, 'one']);
    expect([await rollBack(folder, second), textOf(folder)]).toEqual([second, 'two']);
    await expect(rollBack(folder, '../../etc')).rejects.toThrow('There is no release ../../etc. Releases: ');
    // After going back, the next release is the current one again.
    await rollBack(folder);
    await publish(writeSite(site, 'three'), folder);
    expect(textOf(folder)).toBe('three');
  });

  test('is not changed when many addresses are lost, unless that is meant', async () => {
    const [folder, site] = [folderOf('published'), folderOf('site')];
    await publish(writeSite(site, 'one', 40), folder);
    await expect(publish(writeSite(site, 'two', 20), folder)).rejects.toThrow(
      '20 of 41 published pages are gone and have no redirect, for example /news/20/, ',
    );
    expect(textOf(folder)).toBe('one');
    writeFileSync(
      join(site, '_redirects'),
      Array.from({ length: 20 }, (_, page) => `/news/${page + 20}/ / 301\n`).join(''),
    );
    await publish(site, folder);
    expect(textOf(folder)).toBe('two');
    await publish(writeSite(site, 'three', 1), folder, { acceptLoss: true });
    expect(textOf(folder)).toBe('three');
  });

  test('is worked on by one command at a time; the lock of a command that is gone does not count', async () => {
    const [folder, site] = [folderOf('published'), folderOf('site')];
    const lock = join(folder, 'publish.lock');
    writeFileSync(lock, String(process.pid));
    await expect(publish(writeSite(site, 'one'), folder)).rejects.toThrow(
      `Another command (process ${process.pid}) is publishing in ${folder}.`,
    );
    writeFileSync(lock, String(spawnSync('true').pid));
    await publish(site, folder);
    expect([textOf(folder), existsSync(lock)]).toEqual(['one', false]);
  });
});

/** A project with a built site. */
function projectWith(text: string, pages?: number): string {
  const root = folderOf('project');
  writeSite(join(root, 'dist'), text, pages);
  writeBuildState(root, { state: 'verified', generation: 1 });
  return root;
}

const command = (root: string, name: 'publish' | 'rollback', ...args: string[]): Promise<Ended> =>
  run(root, [join(scripts, `${name}.ts`), ...args]);

/** Kills the command with SIGKILL so long after it took the lock; returns how long it worked when it ended before. */
async function publishAndKill(root: string, folder: string, after: number): Promise<number> {
  const lock = join(folder, 'publish.lock');
  const child = spawn(process.execPath, [join(scripts, 'publish.ts'), folder, '--compress'], {
    cwd: root,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((end) => child.once('close', () => end()));
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  while (!existsSync(lock) && !hasEnded) await wait(1);
  const start = performance.now();
  await Promise.race([wait(after), ended]);
  child.kill('SIGKILL');
  await ended;
  return performance.now() - start;
}

describe.runIf(canPublish)('the command', () => {
  test('killed at 12 points leaves readers one whole site, and the next one succeeds', async () => {
    const folder = folderOf('published');
    const [old, next] = [projectWith('old site'), projectWith('new site')];
    const whole = { old: digestsOf(join(old, 'dist')), next: digestsOf(join(next, 'dist')) };
    const served = (): Record<string, string> =>
      Object.fromEntries(
        Object.entries(digestsOf(join(folder, 'current'))).filter(([path]) => !/\.(?:br|gz)$/u.test(path)),
      );
    const duration = await publishAndKill(old, folder, 60_000);
    expect(served()).toEqual(whole.old);
    for (let point = 0; point < 12; point += 1) {
      await publishAndKill(next, folder, (duration * point) / 11);
      expect([whole.old, whole.next], `killed at point ${point}`).toContainEqual(served());
      const ended = await command(old, 'publish', folder, '--compress');
      expect(ended.said, `after the kill at point ${point}`).toContain('Published');
      expect(served()).toEqual(whole.old);
      expect(readdirSync(folder).sort()).toEqual(['current', 'releases']);
      expect(readdirSync(join(folder, 'releases')).filter((name) => name.includes('unfinished'))).toEqual([]);
    }
  });

  test('on a full disk leaves readers the site from before, and says so', async () => {
    const folder = folderOf('published');
    // A real small disk where one may be mounted, else a limit on the size of files.
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder]).status === 0;
    if (isMounted) onTestFinished(() => void spawnSync('umount', [folder]));
    expect(await command(projectWith('old', 2), 'publish', folder)).toMatchObject({ code: 0 });
    const before = digestsOf(join(folder, 'current'));
    const root = projectWith('x'.repeat(1_000_000));
    const ended = isMounted
      ? await command(root, 'publish', folder)
      : spawnSync('bash', ['-c', `ulimit -f 400; exec "${process.execPath}" "${scripts}/publish.ts" "${folder}"`], {
          cwd: root,
          encoding: 'utf8',
        });
    expect('said' in ended ? ended.said : ended.stderr).toContain(
      'Nothing was published; readers get what they got before.',
    );
    expect(digestsOf(join(folder, 'current'))).toEqual(before);
    expect(readdirSync(join(folder, 'releases')).length).toBe(1);
  });

  test('publishes only a build that was verified', async () => {
    const root = projectWith('one');
    writeBuildState(root, { state: 'rendered', generation: 1 });
    expect(await command(root, 'publish', folderOf('published'))).toMatchObject({
      code: 2,
      said: 'The last build did not finish (rendered), so dist/ is not published. Run `npm run build` and try again.\n',
    });
    rmSync(join(root, '.cache'), { recursive: true });
    expect(await command(root, 'publish', folderOf('published'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('its state is not known'),
    });
  });

  test('goes back, and lists the releases', async () => {
    const [root, folder] = [projectWith('one'), folderOf('published')];
    await publish(join(root, 'dist'), folder);
    await publish(writeSite(join(root, 'dist'), 'two'), folder);
    const [first, second] = releasesOf(folder);
    expect(await command(root, 'rollback', folder, '--list')).toMatchObject({
      code: 0,
      said: `${first}\n${second} (current)\n`,
    });
    expect(await command(root, 'rollback', folder)).toMatchObject({ code: 0, said: `Readers get ${first} again.\n` });
    expect(await command(root, 'rollback', folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining(`There is no release before ${first}.`),
    });
  });

  test.each([
    ['publish', [], 'Name one folder to publish in'],
    ['publish', [''], 'Name one folder to publish in'],
    ['publish', ['a', 'b'], 'Name one folder to publish in'],
    ['publish', ['a', '--keep=0'], '`--keep` is `0`: write a whole number from 1 on.'],
    ['publish', ['a', '--compres'], "Unknown option '--compres'"],
    ['publish', ['dist/a'], 'contain each other'],
    ['publish', ['.'], 'contain each other'],
    ['rollback', [], 'Name one published folder'],
    ['rollback', ['nowhere'], 'nothing was published there'],
  ] as const)('`%s %j` is refused', async (name, args, words) => {
    expect(await command(projectWith('one', 1), name, ...args)).toMatchObject({
      code: 2,
      said: expect.stringContaining(words),
    });
  });
});

import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../../scripts/files.ts';
import { Store } from '../../scripts/store.ts';

function makeFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'megaton-store-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, 'store');
}

const bytes = (text: string): Buffer => Buffer.from(text);

/** A build that puts some files in and ends well. */
function build(folder: string, files: Record<string, string>, owner = 'versions 1'): Store {
  const store = Store.open(folder, owner);
  for (const [path, text] of Object.entries(files)) store.put(path, bytes(text), { key: `of ${text}` });
  store.sweep();
  store.save();
  return store;
}

describe('a file of the last build', () => {
  test('is handed out for the same key only', () => {
    const folder = makeFolder();
    build(folder, { '/a/index.html': 'one' });
    const store = Store.open(folder, 'versions 1');
    expect(store.notes).toEqual([]);
    expect(store.keeps('/a/index.html', 'of two')).toBe(false);
    expect(store.keeps('/b/index.html', 'of one')).toBe(false);
    expect(store.keeps('/a/index.html', 'of one')).toBe(true);
    expect([...store.paths().keys()]).toEqual(['/a/index.html']);
    expect(store.read('/a/index.html').toString()).toBe('one');
  });

  test('stays the same file when the same bytes are put in again, and is replaced, not written into, by others', () => {
    const folder = makeFolder();
    build(folder, { '/a.txt': 'one' });
    const file = join(folder, 'a.txt');
    const published = `${folder}-published`;
    linkSync(file, published);
    const { ino } = statSync(file);
    const store = Store.open(folder, 'versions 1');
    expect(store.put('/a.txt', bytes('one'), { key: 'another' })).toBe(false);
    expect(statSync(file).ino).toBe(ino);
    expect(store.put('/a.txt', bytes('two'), { key: 'another' })).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readFileSync(published, 'utf8')).toBe('one');
  });

  test('is taken away when no build asks for it any more, with folders that are empty then', () => {
    const folder = makeFolder();
    build(folder, { '/a/b/c.txt': 'one', '/a/d.txt': 'two' });
    build(folder, { '/a/d.txt': 'two' });
    expect(filesBelow(folder)).toEqual(['/a/d.txt']);
    expect(existsSync(join(folder, 'a', 'b'))).toBe(false);
  });
});

describe('what is not as it was made is made anew, and told', () => {
  test.each<[string, (file: string) => void]>([
    ['other bytes of the same number', (file) => writeFileSync(file, 'uno')],
    ['more bytes', (file) => writeFileSync(file, 'one more')],
    ['a part', (file) => truncateSync(file, 1)],
    ['nothing', (file) => rmSync(file)],
    ['a folder in its place', (file) => {
      rmSync(file);
      mkdirSync(file);
    }],
  ])('%s', (_name, harm) => {
    const folder = makeFolder();
    build(folder, { '/a.txt': 'one', '/b.txt': 'two' });
    harm(join(folder, 'a.txt'));
    const store = Store.open(folder, 'versions 1');
    expect(store.notes).toEqual(['Made anew, since what was kept is damaged or gone: /a.txt.']);
    expect(store.keeps('/a.txt', 'of one')).toBe(false);
    expect(store.keeps('/b.txt', 'of two')).toBe(true);
    store.put('/a.txt', bytes('one'), { key: 'of one' });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one');
  });

  test('a file with another time and the same bytes is as it was made: it may come from a backup', () => {
    const folder = makeFolder();
    build(folder, { '/a.txt': 'one' });
    utimesSync(join(folder, 'a.txt'), 1, 1);
    const store = Store.open(folder, 'versions 1');
    expect(store.notes).toEqual([]);
    expect(store.keeps('/a.txt', 'of one')).toBe(true);
  });

  test('everything, when another version made it', () => {
    const folder = makeFolder();
    build(folder, { '/a.txt': 'one' });
    const store = Store.open(folder, 'versions 2');
    expect(store.notes).toEqual(['What builds keep is of another version of the code or of the tools: everything is made anew.']);
    expect(store.keeps('/a.txt', 'of one')).toBe(false);
    expect(filesBelow(folder)).toEqual([]);
  });

  test.each<[string, (index: string) => void]>([
    ['is cut off', (index) => truncateSync(index, 80)],
    ['is changed by hand', (index) => writeFileSync(index, readFileSync(index, 'utf8').replace('of one', 'of two'))],
    ['is gone', (index) => rmSync(index)],
  ])('everything, when the index %s', (_name, harm) => {
    const folder = makeFolder();
    build(folder, { '/a.txt': 'one' });
    harm(`${folder}.json`);
    const store = Store.open(folder, 'versions 1');
    expect(store.notes).toEqual(['What builds keep has no readable index: everything is made anew.']);
    expect(store.keeps('/a.txt', 'of one')).toBe(false);
    expect(store.keeps('/a.txt', 'of two')).toBe(false);
  });

  test('a first build says nothing', () => {
    expect(Store.open(makeFolder(), 'versions 1').notes).toEqual([]);
  });
});

describe('files that others need', () => {
  test('belong to a build as long as one that needs them does', () => {
    const folder = makeFolder();
    const first = Store.open(folder, 'versions 1');
    first.put('/page.html', bytes('<img>'), { key: 'page', needs: ['/picture.webp'] });
    first.offer('/picture.webp', bytes('picture'));
    first.offer('/unused.webp', bytes('unused'));
    expect([...first.paths().keys()]).toEqual(['/page.html', '/picture.webp']);
    first.sweep();
    first.save();
    expect(filesBelow(folder)).toEqual(['/page.html', '/picture.webp']);
    const second = Store.open(folder, 'versions 1');
    expect(second.keeps('/page.html', 'page')).toBe(true);
    expect([...second.paths().keys()]).toEqual(['/page.html', '/picture.webp']);
    const third = Store.open(folder, 'versions 1');
    third.put('/page.html', bytes('no picture'), { key: 'other' });
    third.sweep();
    third.save();
    expect(filesBelow(folder)).toEqual(['/page.html']);
  });

  test('are missed: the file that needs them is made anew, or the build fails', () => {
    const folder = makeFolder();
    const first = Store.open(folder, 'versions 1');
    first.offer('/picture.webp', bytes('picture'));
    first.put('/page.html', bytes('<img>'), { key: 'page', needs: ['/picture.webp'] });
    first.save();
    rmSync(join(folder, 'picture.webp'));
    const second = Store.open(folder, 'versions 1');
    expect(second.keeps('/page.html', 'page')).toBe(false);
    second.put('/page.html', bytes('<img>'), { key: 'page', needs: ['/picture.webp'] });
    expect(() => second.paths()).toThrow('/page.html needs /picture.webp, which was not made.');
  });
});

describe('files that are made together', () => {
  const group = (): [string, Buffer][] => [
    ['/search/a', bytes('a')],
    ['/search/b', bytes('b')],
  ];

  test('are kept together', () => {
    const folder = makeFolder();
    const first = Store.open(folder, 'versions 1');
    first.putGroup('search', 'texts 1', group());
    first.sweep();
    first.save();
    const second = Store.open(folder, 'versions 1');
    expect(second.keepsGroup('search', 'texts 2')).toBe(false);
    expect(second.keepsGroup('search', 'texts 1')).toBe(true);
    expect([...second.paths().keys()]).toEqual(['/search/a', '/search/b']);
  });

  test('are made anew when one of them is damaged', () => {
    const folder = makeFolder();
    const first = Store.open(folder, 'versions 1');
    first.putGroup('search', 'texts 1', group());
    first.save();
    writeFileSync(join(folder, 'search', 'b'), 'x');
    expect(Store.open(folder, 'versions 1').keepsGroup('search', 'texts 1')).toBe(false);
  });
});

test('laying out makes hard links', () => {
  const folder = makeFolder();
  const store = build(folder, { '/a/b.txt': 'one', '/c.txt': 'two' });
  const site = `${folder}-site`;
  store.layOut(store.paths().keys(), site);
  expect(filesBelow(site)).toEqual(['/a/b.txt', '/c.txt']);
  expect(statSync(join(site, 'a', 'b.txt')).ino).toBe(statSync(join(folder, 'a', 'b.txt')).ino);
});

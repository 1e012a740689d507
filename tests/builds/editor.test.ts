import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '#loading/check-content';
import { readContent } from '#loading/read-content';
import { editorConfig } from '../../src/integrations/editor/config.ts';
import { append, goodFiles, makeProject, now, writeProject } from '../loading/fixture.ts';
import { Site } from '../browser/browser.ts';
import { parseHtml, tagged } from '../html.ts';
import { addCode } from '../project.ts';
import { buildAt } from './small-site.ts';

const edit = 'https://github.com/owner/name/edit/main/';
const root = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-editor-')));
const dist = join(root, 'dist');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A small site that names its repository, with the editor. */
async function buildSite(): Promise<string> {
  writeProject(root, {
    'site.yaml': append('repository: {url: https://github.com/owner/name, branch: main}\nadmin: true'),
  });
  addCode(root);
  const { code, said } = await buildAt(root, now);
  expect(code, said).toBe(0);
  return dist;
}

const site = new Site(buildSite);
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const pagesOf = (): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith('admin/'));
const linksIn = (path: string): string[] =>
  tagged(parseHtml(read(path)), 'a').map(({ properties }) =>
    typeof properties.href === 'string' ? properties.href : '',
  );

/** A file of the repository that the editor of a test writes into, kept by the browser. */
type WrittenFile = [path: string, bytes: number[]];

/** Opens the editor with its own test repository in place of GitHub. */
async function openEditor(): Promise<Awaited<ReturnType<Site['open']>>> {
  // Fields far below the window are not rendered.
  const visit = await site.open('/offline/', { viewport: { width: 1280, height: 5000 } });
  const { page } = visit;
  await page.clock.setFixedTime(now);
  await page.route('**/admin/editor/config.json', async (route) => {
    const config = (await (await route.fetch()).json()) as Record<string, unknown>;
    await route.fulfill({ json: { ...config, backend: { name: 'test-repo' }, publish_mode: 'simple' } });
  });
  await page.goto(`${site.origin}/admin/`);
  await page.waitForURL('**/admin/editor/');
  await page.evaluate(
    async (files) => {
      const root = await navigator.storage.getDirectory();
      for (const [path, bytes] of files) {
        const parts = `sveltia-cms-test/${path}`.split('/');
        const name = parts.pop()!;
        let folder = root;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(new Uint8Array(bytes));
        await stream.close();
      }
    },
    Object.entries(goodFiles).map(([path, text]): WrittenFile => [`content/${path}`, [...Buffer.from(text)]]),
  );
  await page.getByRole('button', { name: 'Work with Test Repository' }).click();
  await page.getByText('Collections', { exact: true }).waitFor();
  return visit;
}

/** Every file below a folder of the test repository. */
const filesOf = (page: Page, folder: string): Promise<WrittenFile[]> =>
  page.evaluate(async (path) => {
    const found: WrittenFile[] = [];
    const walk = async (handle: FileSystemDirectoryHandle, from: string): Promise<void> => {
      for await (const [name, child] of handle as unknown as AsyncIterable<[string, FileSystemHandle]>)
        if (child instanceof FileSystemDirectoryHandle) await walk(child, `${from}/${name}`);
        else if (child instanceof FileSystemFileHandle) {
          const bytes = await (await child.getFile()).arrayBuffer();
          found.push([`${from}/${name}`, [...new Uint8Array(bytes)]]);
        }
    };
    let handle = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test');
    for (const part of path.split('/')) handle = await handle.getDirectoryHandle(part);
    await walk(handle, path);
    return found;
  }, folder);

/** A field of a form; names are between marks that isolate their direction. */
const field = (within: Page | Locator, name: string): Locator =>
  within.getByRole('group', { name: new RegExp(`^“\\W?${name}\\W?” Field$`, 'u') });

const fill = (within: Page | Locator, name: string, value: string): Promise<void> =>
  field(within, name).first().getByRole('textbox').fill(value);

describe('links to the repository', () => {
  it('lead from every story, model and edition to its file and to the form for a mistake, and from no other page', () => {
    const kinds =
      /^(?:(?:news|reviews)\/(?!page\/)[^/]+|models\/[^/]+|leaderboards\/(?!your-ranking\/)[^/]+(?:\/\d{4}-\d{2}-\d{2})?)\/index\.html$/u;
    const shown = pagesOf().filter((path) => kinds.test(path));
    expect(shown.length).toBeGreaterThan(7);
    for (const path of shown) {
      const [file = ''] = linksIn(path).flatMap((link) => (link.startsWith(edit) ? link.slice(edit.length) : []));
      expect(file, path).toMatch(/^content\/.*\.(?:md|yaml)$/u);
      expect(existsSync(join(root, file)), file).toBe(true);
      const form = linksIn(path).find((link) => link.includes('/issues/new?')) ?? '';
      expect(new URL(form).searchParams.get('page')).toBe(`https://paper.example/${path.replace('index.html', '')}`);
    }
    const others = pagesOf().filter((path) => !shown.includes(path));
    expect(others.filter((path) => linksIn(path).some((link) => link.startsWith(edit)))).toEqual([]);
  });
});

describe('the editor', () => {
  it('has a configuration from the schemas, and no page or list leads to it', () => {
    const config: unknown = JSON.parse(read('admin/editor/config.json'));
    expect(config).toEqual(JSON.parse(JSON.stringify(editorConfig(readContent(root, now).collections))));
    expect(pagesOf().filter((path) => read(path).includes('/admin/'))).toEqual([]);
    const lists = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:xml|txt|opml)$/u.test(path),
    );
    expect(lists.filter((path) => read(path).includes('/admin/'))).toEqual([]);
    for (const page of ['admin/index.html', 'admin/editor/index.html'])
      expect(read(page)).toContain('<meta name="robots" content="noindex">');
  });

  it('loads what it needs from the site alone, and no script of it is refused', async () => {
    const { page, foreign, errors } = await site.open('/admin/');
    await page.waitForURL('**/admin/editor/');
    await page
      .getByRole('button', { name: /GitHub/u })
      .first()
      .waitFor();
    await page.evaluate(() => document.fonts.ready);
    expect(await page.locator('meta[name=robots]').first().getAttribute('content')).toBe('noindex');
    expect(foreign.filter((address) => !address.startsWith('blob:'))).toEqual([]);
    // The editor asks whether GitHub is up; the policy lets no request leave for that.
    expect(errors.filter((error) => !error.includes('https://www.githubstatus.com/'))).toEqual([]);
    await page.context().close();
  });

  it('writes a story with a picture, a source and a box, which passes the check', async () => {
    const { page, foreign, errors } = await openEditor();
    for (const name of ['Articles', 'Reviews', 'Models', 'Authors', 'Leaderboards', 'Editions: The Arena'])
      await page.getByText(name, { exact: true }).first().waitFor();
    await page.goto(`${site.origin}/admin/editor/#/collections/articles/new`);
    await fill(page, 'Title', 'A story written in the browser: “50% faster”');
    await fill(page, 'Dek', 'It has a picture, a source and a box.');
    await field(page, 'Authors').getByRole('checkbox', { name: 'The Desk' }).click();
    await field(page, 'Models').getByRole('checkbox', { name: 'Alpha 1' }).click();
    await field(page, 'Category').getByRole('radio', { name: 'Technology' }).click();

    await page.getByRole('checkbox', { name: /Add .*Hero/u }).click();
    const hero = field(page, 'Hero');
    await hero.getByRole('button', { name: 'Browse' }).click();
    const dialog = page.getByRole('dialog', { name: 'Select Image' });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Upload' }).click(),
    ]);
    const picture = 'content/articles/2026/artists-stealing-isnt-innovation/hero.webp';
    await chooser.setFiles({ name: 'My Picture.webp', mimeType: 'image/webp', buffer: readFileSync(picture) });
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await fill(hero, 'Alt', 'A disc behind a bar.');
    await fill(hero, 'Credit', 'Ann');
    await field(hero, 'Made').getByRole('radio', { name: 'illustration' }).click();

    const sources = field(page, 'Sources');
    await sources.getByRole('button', { name: /Add .*Sources/u }).click();
    await fill(sources, 'Title', 'A document: part 1');
    await fill(sources, 'Publisher', 'A court');
    await fill(sources, 'Address', 'https://court.example/');

    const text = field(page, 'Text').last();
    await text.getByRole('textbox', { name: 'Text' }).click();
    await page.keyboard.type('The first sentence of the story.');
    await page.keyboard.press('Enter');
    await text.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('menuitem', { name: 'Pullquote' }).click();
    await field(page, 'By').getByRole('textbox').fill('Ann "the" Judge');
    await field(page, 'Text').last().getByRole('textbox').fill('Nobody knew {that}.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/collections\/articles$/u);

    const written = await filesOf(page, 'content/articles');
    const slug = 'a-story-written-in-the-browser-50-faster';
    const story = Buffer.from(written.find(([path]) => path.endsWith(`${slug}/index.md`))?.[1] ?? []).toString();
    expect(story).toMatch(/^---\nid: 20261123-[a-f0-9]{6}\n/u);
    expect(story).toMatch(/^date: 2026-11-23T12:00:00Z$/mu);
    expect(story).toMatch(/^ {2}image: my-picture\.webp$/mu);
    expect(story).toContain(':::pullquote{by="Ann &quot;the&quot; Judge"}\nNobody knew {that}.\n:::');

    const copy = makeProject({});
    for (const [path, bytes] of written.filter(([path]) => path.includes(slug))) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), Buffer.from(bytes));
    }
    expect(existsSync(join(copy, `content/articles/2026/${slug}/my-picture.webp`))).toBe(true);
    expect(checkContent(copy, now).problems).toEqual([]);
    expect(foreign.filter((address) => !address.startsWith('blob:'))).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

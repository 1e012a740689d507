import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editorConfig } from '../../src/integrations/editor/config.ts';
import { content } from './content.ts';
import { dist, files, pages, read } from './dist.ts';

const folder = join(dist, 'admin');

it('the editor is there when the site says so, with a configuration from the schemas', () => {
  const { admin } = content.site[0]?.data ?? {};
  expect(existsSync(folder)).toBe(admin);
  const config: unknown = JSON.parse(readFileSync(join(folder, 'editor/config.json'), 'utf8'));
  expect(config).toEqual(JSON.parse(JSON.stringify(editorConfig(content))));
});

it('no page, sitemap or list of files leads to the editor, and search engines leave it out', () => {
  expect(pages.filter(({ html }) => html.includes('/admin/')).map(({ path }) => path)).toEqual([]);
  const lists = files.filter((path) => /\.(?:xml|txt|opml)$/u.test(path));
  expect(lists.filter((path) => read(path).includes('/admin/'))).toEqual([]);
  for (const page of ['index.html', 'editor/index.html'])
    expect(readFileSync(join(folder, page), 'utf8')).toContain('<meta name="robots" content="noindex">');
});

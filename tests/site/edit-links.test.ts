import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, pages, tagged } from './dist.ts';

const { url = '', repository } = content.site[0]?.data ?? {};
const kinds =
  /^\/(?:(?:news|reviews)\/(?!page\/)[^/]+|models\/[^/]+|leaderboards\/(?!your-ranking\/)[^/]+(?:\/\d{4}-\d{2}-\d{2})?)\/$/u;
const shown = pages.filter(({ path }) => kinds.test(path));
const addresses = ({ root }: (typeof pages)[number]): string[] =>
  tagged(root, 'a').map((link) => attribute(link, 'href') ?? '');

it('every story, model and edition leads to its file and to the form for a mistake, and no other page does', () => {
  expect(shown.length).toBeGreaterThan(content.articles.length + content.reviews.length + content.models.length);
  const edit = `${repository?.url ?? ''}/edit/${repository?.branch ?? ''}/`;
  for (const page of shown) {
    const [file = ''] = addresses(page).flatMap((address) =>
      address.startsWith(edit) ? address.slice(edit.length) : [],
    );
    expect(file, page.path).toMatch(/^content\/.*\.(?:md|yaml)$/u);
    expect(existsSync(file), file).toBe(true);
    const form = addresses(page).find((address) => address.includes('/issues/new?')) ?? '';
    expect(new URL(form).searchParams.get('page')).toBe(url + page.path);
  }
  const others = pages.filter((page) => !shown.includes(page));
  expect(others.filter((page) => addresses(page).some((address) => address.startsWith(edit)))).toEqual([]);
});

import { expect, test } from 'vitest';
import { storyMarkdown } from '#feeds/markdown/story-markdown';
import type { Catalogue } from '#queries/catalogue';
import { article } from '../queries/entries.ts';
import { newestOf, pictures, siteWith } from './newsroom.ts';

const source = { publisher: 'A maker', url: 'https://maker.example/', accessed: '2026-11-22' };
const entry = article('quoted', '2026-11-22', {
  sources: [
    { ...source, title: 'A paper' },
    { ...source, title: 'A copy', via: 'a daily copy' },
    { ...source, title: 'A price list', read: 'quoted', via: 'a research note of 8 October 2026' },
  ],
  howWeKnow: 'Checked on 22 November 2026.',
});
const says =
  'We read two of the three sources directly and know one from a document that quotes it. Checked on 22 November 2026.';

const markdownOf = (catalogue: Catalogue): Promise<string> =>
  storyMarkdown(catalogue.articles[0]!, catalogue, pictures);

test.each([
  ['RSS', async () => newestOf('/rss.xml', 'rss', siteWith({ articles: [entry] }))],
  ['JSON Feed', async () => newestOf('/rss.xml', 'json', siteWith({ articles: [entry] }))],
  ['Markdown', async () => markdownOf(siteWith({ articles: [entry] }))],
])('%s marks sources that were not read on their own page, and says how we know', async (_, made) => {
  const text = await made();
  expect(text).toMatch(/A price list.*A maker\. Quoted in a research note of 8 October 2026/u);
  expect(text).toMatch(/A copy.*A maker\. Read in a daily copy/u);
  expect(text.match(/Quoted in|Read in/gu)).toHaveLength(2);
  expect(text).toContain('How we know');
  expect(text).toContain(says);
});

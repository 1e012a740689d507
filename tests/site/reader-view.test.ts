import { expect, test } from 'vitest';
import { readerView } from '../../scripts/pull-request/reader-view.ts';
import { content } from './content.ts';
import { pageAt } from './dist.ts';

const stories = [
  ...content.articles.map((entry) => ({ path: `/news/${entry.id}/`, ...entry.data })),
  ...content.reviews.map((entry) => ({ path: `/reviews/${entry.id}/`, ...entry.data })),
];
const plain = (text: string): string => text.replace(/[‘’“”'"]/gu, '');

test.each(stories.map((story) => [story.path, story] as const))(
  'a reader view of %s keeps the story and leaves the rest out',
  (path, story) => {
    const view = readerView(pageAt(path).html);
    expect(plain(view.title)).toContain(plain(story.title));
    expect(view.byline).toContain('Megaton Staff');
    expect(view.text).toMatch(/\d{1,2} \w+ 202\d/u);
    if (story.hero) expect(plain(view.html)).toContain(plain(story.hero.alt).slice(0, 40));
    if ('verdict' in story) expect(plain(view.text)).toContain(plain(story.verdict).slice(0, 60));
    // From the first paragraph to the last.
    const body = /<div class="prose".*?<div class="side"/su.exec(pageAt(path).html)?.[0] ?? '';
    const paragraphs = [...body.matchAll(/<p>(.*?)<\/p>/gsu)]
      .map(([, words = '']) => words.replace(/<[^>]+>.*/su, '').trim())
      .filter((words) => words.length > 60 && !words.includes('&'));
    expect(paragraphs.length).toBeGreaterThan(3);
    for (const words of paragraphs) expect(view.text).toContain(words.replace(/\s+/gu, ' '));
    for (const words of ['The rankings, by e-mail', 'Read more', 'Next story', 'Bluesky', 'Skip to the text'])
      expect(view.text).not.toContain(words);
  },
);

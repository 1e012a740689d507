import { expect, test } from 'vitest';
import type { Story } from '#domain/stories/story';
import { jsonLd } from '#domain/site/structured-data';
import { storyStructuredData } from '#domain/stories/structured-story';

const site = {
  name: 'The Paper',
  url: 'https://paper.example',
  language: 'en-GB',
  tagline: '',
  mission: '',
  description: '',
};
const day = (iso: string): Story['date'] => ({ iso, text: iso });

const story: Story = {
  kind: 'article',
  slug: 'a',
  path: '/news/a/',
  id: '20260101-abcdef',
  file: 'content/articles/2026/a/index.md',
  title: 'A </script><b>',
  date: day('2026-01-01'),
  changed: '2026-03-01',
  section: { label: 'Policy', path: '/categories/policy/' },
  authors: [{ label: 'Ann', path: '/authors/ann/' }],
  writers: [
    { label: 'Ann', path: '/authors/ann/', kind: 'person' },
    { label: 'The Desk', path: '/authors/desk/', kind: 'desk' },
  ],
  sources: [],
  corrections: [{ date: day('2026-03-01'), text: 'Five, not four.' }],
  models: [],
  tags: [],
  topics: [],
  related: [],
  hidden: false,
};

test('nothing in structured data can end its element', () => {
  expect(jsonLd(storyStructuredData(story, undefined, { site }))).not.toMatch(/<\/script|</u);
});

test('a person signs as a person, and a desk as an organisation', () => {
  const [article] = storyStructuredData(story, undefined, { site });
  expect(article?.['author']).toEqual([
    { '@type': 'Person', name: 'Ann', url: 'https://paper.example/authors/ann/' },
    { '@type': 'Organization', name: 'The Desk', url: 'https://paper.example/authors/desk/' },
  ]);
});

test('the time to read is in minutes, as a duration of ISO 8601', () => {
  expect(storyStructuredData(story, undefined, { site }, [], 4)[0]).toMatchObject({ timeRequired: 'PT4M' });
  expect(storyStructuredData(story, undefined, { site })[0]?.['timeRequired']).toBeUndefined();
});

test('a correction is included, and moves the day of the last change', () => {
  const [article] = storyStructuredData(story, undefined, { site });
  expect(article).toMatchObject({
    datePublished: '2026-01-01T00:00:00.000Z',
    dateModified: '2026-03-01T00:00:00.000Z',
    correction: [{ '@type': 'CorrectionComment', text: 'Five, not four.', datePublished: '2026-03-01T00:00:00.000Z' }],
  });
});

test('a story without a picture has the card of its section, and one from elsewhere names the first page', () => {
  const [article] = storyStructuredData({ ...story, canonical: 'https://first.example/a' }, undefined, { site });
  expect(article).toMatchObject({
    image: ['https://paper.example/cards/categories/policy.png'],
    mainEntityOfPage: { '@id': 'https://first.example/a' },
  });
});

test.each([
  ['ai', 'https://schema.org/TrainedAlgorithmicMediaDigitalSource'],
  ['edited', 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource'],
  ['photo', undefined],
] as const)('a picture made as %s is marked %s', (made, source) => {
  const hero = { image: { source: Promise.resolve(), width: 1600, height: 900 }, alt: 'A', credit: 'B', made };
  const [article] = storyStructuredData(
    { ...story, hero },
    {
      search: [{ path: '/a.webp', width: 1200, height: 675 }],
      social: { path: '/a.jpg', type: 'image/jpeg', width: 1200, height: 630, alt: 'A' },
    },
    { site },
  );
  expect((article?.['image'] as { digitalSourceType?: string }[])[0]?.digitalSourceType).toBe(source);
});

// https://schema.org/LiveBlogPosting and https://schema.org/BlogPosting
test('a live story is a LiveBlogPosting too, with each update at its anchor', () => {
  const [article] = storyStructuredData(
    { ...story, date: { ...day('2026-01-01'), moment: '2026-01-01T08:00:00Z' }, changed: '2026-01-01T16:05:00Z' },
    undefined,
    { site },
    [{ kind: 'update', at: '2026-01-01T16:05:00Z', title: 'It ended', parts: [], text: 'At five.' }],
  );
  expect(article).toMatchObject({
    '@type': ['NewsArticle', 'LiveBlogPosting'],
    dateModified: '2026-01-01T16:05:00.000Z',
    coverageStartTime: '2026-01-01T08:00:00.000Z',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        url: 'https://paper.example/news/a/#update-20260101-1605',
        headline: 'It ended',
        articleBody: 'At five.',
        datePublished: '2026-01-01T16:05:00.000Z',
      },
    ],
  });
  expect(storyStructuredData(story, undefined, { site })[0]).not.toHaveProperty('liveBlogUpdate');
});

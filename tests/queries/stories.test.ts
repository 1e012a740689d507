import { describe, expect, test } from 'vitest';
import type { Entries } from '#queries/catalogue';
import { story, storyCard } from '#queries/stories/stories';
import { article, board, catalogueOf, editorial, findRaster, model, provider, review } from './entries.ts';

const facts = {
  models: [
    model('kling', { name: 'Kling 2.6', provider: 'kuaishou' }),
    model('veo', { name: 'Veo 3' }),
    model('sora', { name: 'Sora 2' }),
  ],
  providers: [provider('kuaishou', { shortName: 'Kling' })],
  boards: [board('top', 1)],
  editions: [editorial('top/2026-01-23', ['kling', 1], ['veo', 1])],
};

/** The whole story of an entry on a site with these entries. */
const storyIn = (entry: Entries['articles'][number] | Entries['reviews'][number], entries: Partial<Entries>) =>
  story(entry, catalogueOf({ ...facts, ...entries }), findRaster);

describe('storyCard', () => {
  test('of an article', async () => {
    const entry = article('genie', '2026-01-29', {
      title: `"Genie" isn't a game`,
      dek: `It's "new".`,
      category: 'policy',
    });
    expect(await storyCard(entry, catalogueOf({ articles: [entry] }), findRaster)).toEqual({
      kind: 'article',
      slug: 'genie',
      path: '/news/genie/',
      title: '“Genie” isn’t a game',
      dek: 'It’s “new”.',
      section: { label: 'Policy', path: '/categories/policy/' },
      date: { iso: '2026-01-29', text: '29 January 2026' },
      authors: [{ label: 'The Desk', path: '/authors/desk/' }],
      hero: undefined,
    });
  });

  test('of a review', async () => {
    const card = await storyCard(review('kling-tested', '2026-02-01', 'kling'), catalogueOf(facts), findRaster);
    expect(card).toMatchObject({
      kind: 'review',
      path: '/reviews/kling-tested/',
      section: { label: 'Reviews', path: '/reviews/' },
    });
  });

  test('has the picture from the story’s own folder', async () => {
    const hero = {
      image: 'hero.webp',
      alt: `A "camera"`,
      caption: `The editor's desk`,
      credit: 'The Paper',
      made: 'photo' as const,
    };
    const { hero: shown } = await storyCard(article('genie', '2026-01-29', { hero }), catalogueOf({}), findRaster);
    expect(shown).toMatchObject({
      image: { width: 1600, height: 900 },
      alt: 'A “camera”',
      caption: 'The editor’s desk',
      credit: 'The Paper',
      made: 'photo',
    });
  });

  test.each([
    ['an author', article('genie', '2026-01-29', { authors: ['nobody'] }), 'nobody'],
    ['a category', article('genie', '2026-01-29', { category: 'nothing' }), 'nothing'],
  ])('%s that does not exist is an error', async (_, entry, id) => {
    await expect(storyCard(entry, catalogueOf({}), findRaster)).rejects.toThrow(
      `content/articles/2026/genie/index.md names \`${id}\`, which does not exist.`,
    );
  });
});

describe('story', () => {
  test('has its permanent id, sources, corrections and days in words', async () => {
    const entry = article('genie', '2026-01-29', {
      id: '20260129-k7m2qx',
      updated: '2026-02-02',
      sources: [
        {
          title: 'A report',
          publisher: 'The Reporter',
          url: 'https://reporter.example/',
          published: '2026-01',
          accessed: '2026-02-01',
        },
      ],
      corrections: [{ date: '2026-02-02', text: `It's five, not four.` }],
      tags: ['games'],
      disclosure: 'None.',
      canonical: 'https://first.example/genie',
    });
    expect(await storyIn(entry, { articles: [entry] })).toMatchObject({
      id: '20260129-k7m2qx',
      updated: { iso: '2026-02-02', text: '2 February 2026' },
      sources: [
        {
          title: 'A report',
          publisher: 'The Reporter',
          url: 'https://reporter.example/',
          published: { iso: '2026-01', text: 'January 2026' },
        },
      ],
      corrections: [{ date: { iso: '2026-02-02' }, text: 'It’s five, not four.' }],
      tags: ['games'],
      disclosure: 'None.',
      canonical: 'https://first.example/genie',
      hidden: false,
      verdict: undefined,
    });
  });

  test('has its models with provider and present rank', async () => {
    const entry = article('genie', '2026-01-29', { models: ['kling', 'sora'] });
    expect((await storyIn(entry, {})).models).toEqual([
      { label: 'Kling 2.6', path: '/models/kling/', provider: 'Kling', rank: '=1' },
      { label: 'Sora 2', path: '/models/sora/', provider: undefined, rank: undefined },
    ]);
  });

  test('of a review begins its models with the one under review, and names none twice', async () => {
    const { models } = await storyIn(review('sora-tested', '2026-02-01', 'sora', { models: ['kling', 'sora'] }), {});
    expect(models.map(({ label }) => label)).toEqual(['Sora 2', 'Kling 2.6']);
  });

  test('of a review has its verdict', async () => {
    const entry = review('kling-tested', '2026-02-01', 'kling', {
      verdict: `It's "fine".`,
      strengths: ['Quick', `Doesn't stall`],
      limits: ['Dear'],
      bestFor: `The editor's shorts`,
    });
    expect((await storyIn(entry, {})).verdict).toEqual({
      model: { label: 'Kling 2.6', path: '/models/kling/' },
      text: 'It’s “fine”.',
      strengths: ['Quick', 'Doesn’t stall'],
      limits: ['Dear'],
      bestFor: 'The editor’s shorts',
    });
  });

  test.each([
    ['a model', article('genie', '2026-01-29', { models: ['nowhere'] })],
    ['a model under review', review('x', '2026-01-29', 'nowhere')],
  ])('%s that does not exist is an error', async (_, entry) => {
    await expect(storyIn(entry, {})).rejects.toThrow(`${entry.filePath} names \`nowhere\`, which does not exist.`);
  });

  test.each([
    ['a draft', { draft: true }, true],
    ['a story under embargo', { publishAt: '2026-12-01T00:00:00Z' }, true],
    ['a story whose embargo has ended', { publishAt: '2026-11-01T00:00:00Z' }, false],
  ])('says whether it is hidden: %s', async (_, changes, hidden) => {
    expect((await storyIn(article('x', '2026-01-29', changes), {})).hidden).toBe(hidden);
  });
});

describe('related stories', () => {
  const read = article('read', '2026-01-29', { models: ['kling'], tags: ['prices'] });
  const relatedTo = async (entry: Entries['articles'][number], entries: Partial<Entries>): Promise<string[]> =>
    (await storyIn(entry, entries)).related.map(({ path }) => path);

  test('are at most three, and never the story itself', async () => {
    const articles = [read, ...['a', 'b', 'c', 'd'].map((id) => article(id, '2026-01-01', { tags: ['prices'] }))];
    expect(await relatedTo(read, { articles })).toEqual(['/news/a/', '/news/b/', '/news/c/']);
  });

  test('share models, tags or category, and rare ones weigh more', async () => {
    const articles = [
      read,
      article('same-model', '2020-01-01', { models: ['kling'], category: 'policy' }),
      ...['d', 'e', 'f', 'g'].map((id) => article(id, '2026-01-28')),
      article('elsewhere', '2026-01-28', { category: 'policy' }),
    ];
    expect(await relatedTo(read, { articles })).toEqual(['/news/same-model/', '/news/d/', '/news/e/']);
  });

  test('may be reviews of a model in the story', async () => {
    expect(
      await relatedTo(read, { articles: [read], reviews: [review('kling-tested', '2025-01-01', 'kling')] }),
    ).toEqual(['/reviews/kling-tested/']);
  });

  test('an article and a review of one name are two stories', async () => {
    const sameSlug = review('read', '2026-01-28', 'kling');
    expect(await relatedTo(read, { articles: [read], reviews: [sameSlug] })).toEqual(['/reviews/read/']);
  });

  test('are never hidden ones, in a preview neither', async () => {
    const catalogue = catalogueOf(
      { ...facts, articles: [read, article('draft', '2026-01-28', { tags: ['prices'], draft: true })] },
      { preview: true },
    );
    expect((await story(read, catalogue, findRaster)).related).toEqual([]);
  });

  test('are next to a draft that only its writer sees', async () => {
    const draft = article('draft', '2026-01-28', { tags: ['prices'], draft: true });
    const catalogue = catalogueOf({ ...facts, articles: [read, draft] }, { preview: true });
    expect((await story(draft, catalogue, findRaster)).related.map(({ slug }) => slug)).toEqual(['read']);
  });
});

describe('the day of the last change', () => {
  test.each([
    ['is not shown where nothing changed', {}, undefined],
    ['is that of an update', { updated: '2026-02-01' }, '2026-02-01'],
    [
      'is that of a correction, also without an update',
      { corrections: [{ date: '2026-02-02', text: 'Five.' }] },
      '2026-02-02',
    ],
    [
      'is the later of the two',
      { updated: '2026-02-01', corrections: [{ date: '2026-02-02', text: 'Five.' }] },
      '2026-02-02',
    ],
    [
      'is not shown where the correction was made on the day itself',
      { corrections: [{ date: '2026-01-29', text: 'Five.' }] },
      undefined,
    ],
  ])('%s', async (_, changes, day) => {
    expect((await storyIn(article('genie', '2026-01-29', changes), {})).updated?.iso).toBe(day);
  });
});

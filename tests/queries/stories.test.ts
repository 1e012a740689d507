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
    expect(await relatedTo(read, { articles })).toEqual(['/news/d/', '/news/c/', '/news/b/']);
  });

  test('share models, tags or category, and rare ones weigh more', async () => {
    const articles = [
      read,
      article('same-model', '2020-01-01', { models: ['kling'], category: 'policy' }),
      ...['d', 'e', 'f', 'g'].map((id) => article(id, '2026-01-28')),
      article('elsewhere', '2026-01-28', { category: 'policy' }),
    ];
    expect(await relatedTo(read, { articles })).toEqual(['/news/same-model/', '/news/g/', '/news/f/']);
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

describe('the hour of a story', () => {
  // The site is built on 23 November 2026 at noon.
  const timesOf = async (date: string, changes: Partial<Parameters<typeof article>[2]> = {}) => {
    const entry = article('genie', date.slice(0, 10), { date, ...changes });
    const { date: shown, updated, corrections } = await storyIn(entry, { articles: [entry] });
    return { date: shown, updated, corrections: corrections.map((correction) => correction.date) };
  };

  test('is shown on the day of the build', async () => {
    expect((await timesOf('2026-11-23T10:05+01:00')).date).toEqual({
      iso: '2026-11-23',
      text: '23 November 2026',
      moment: '2026-11-23T09:05:00Z',
      clock: '09:05 UTC',
    });
  });

  test('is known and not shown later', async () => {
    expect((await timesOf('2026-11-22T23:59Z')).date).toEqual({
      iso: '2026-11-22',
      text: '22 November 2026',
      moment: '2026-11-22T23:59:00Z',
      clock: undefined,
    });
  });

  test('puts it on its day in UTC', async () => {
    expect((await timesOf('2026-11-23T00:30+01:00')).date).toMatchObject({ iso: '2026-11-22' });
  });

  test('of an update is shown on the day of the build, and on the day of the story', async () => {
    const updated = async (date: string, moment: string) => (await timesOf(date, { updated: moment })).updated?.clock;
    expect(await updated('2026-11-01', '2026-11-23T08:00Z')).toBe('08:00 UTC');
    expect(await updated('2026-11-01', '2026-11-22T08:00Z')).toBeUndefined();
    expect(await updated('2026-11-01T06:00Z', '2026-11-01T08:00Z')).toBe('08:00 UTC');
  });

  test('of a correction is shown on the day of the build', async () => {
    const corrections = ['2026-11-23T08:00Z', '2026-11-22T08:00Z'].map((date) => ({ date, text: 'Five.' }));
    expect((await timesOf('2026-11-01', { corrections })).corrections.map(({ clock }) => clock)).toEqual([
      '08:00 UTC',
      undefined,
    ]);
  });

  test('is that of the end of its embargo, where the date is that day', async () => {
    const publishAt = '2026-11-23T12:00:00+01:00';
    expect((await timesOf('2026-11-23', { publishAt })).date.moment).toBe('2026-11-23T11:00:00Z');
    expect((await timesOf('2026-11-20', { publishAt })).date.moment).toBeUndefined();
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

import { describe, expect, it } from 'vitest';
import StoryPage from '#layouts/StoryPage.astro';
import type { BodyPart } from '#domain/stories/body';
import type { Raster } from '#domain/stories/story';
import { frameOf } from '#queries/frame';
import { story } from '#queries/stories/stories';
import { article, catalogueOf, editorial, board, model } from '../queries/entries.ts';
import { readerView } from '../../scripts/pull-request/reader-view.ts';
import { render } from './container.ts';

const sources = import.meta.glob('/content/articles/2026/*/hero.webp', { import: 'default' });
const hero = {
  image: 'hero.webp',
  alt: 'A disc behind a bar',
  caption: 'Caption of the hero',
  credit: 'Ann',
  made: 'edited' as const,
};
const findRaster = (): Raster => ({
  width: 1600,
  height: 900,
  source: Object.values(sources)[0]?.() ?? Promise.reject(new Error('There is no hero.')),
});

const lead = article('lead', '2026-06-01', {
  title: 'The headline of the story',
  dek: 'A standfirst that says what the story is about.',
  hero,
  models: ['one'],
  corrections: [{ date: '2026-06-03', text: 'The first version gave 18 per cent. It was 81.' }],
  disclosure: 'The desk was paid by nobody.',
  sources: [{ title: 'A document', publisher: 'A court', url: 'https://court.example/', accessed: '2026-06-01' }],
});
const catalogue = catalogueOf({
  articles: [
    lead,
    article('before', '2026-05-01', { title: 'What came before', hero }),
    article('secret', '2026-04-30', { draft: true }),
    article('oldest', '2026-04-01'),
  ],
  models: [model('one')],
  boards: [board('top', 1)],
  editions: [editorial('top/2026-05-01', ['one', 1])],
});
const paragraph = (subject: string): string =>
  `<p>${subject} is in this paragraph, which is as long as a paragraph in a newspaper, with a comma here, another one there, and a full stop at its end. It goes on for one more sentence, so that nobody takes it for a caption.</p>`;
const text: BodyPart[] = [
  {
    kind: 'html' as const,
    html: `${paragraph('The beginning')}${paragraph('The second')}<h2 id="part">A part</h2>${paragraph('The third')}`,
  },
  { kind: 'half' as const },
  { kind: 'pullquote' as const, html: '<p>Words that were said.</p>', by: 'Their speaker' },
  { kind: 'html' as const, html: `${paragraph('The fourth')}${paragraph('The end')}` },
];
const page = async (
  entry = lead,
  contents: { id: string; text: string }[] = [],
  parts: BodyPart[] = text,
  frame = frameOf(catalogue),
): Promise<string> =>
  render(StoryPage, {
    frame,
    story: await story(entry, catalogue, findRaster),
    parts,
    minutes: 3,
    contents,
    images: undefined,
  });

describe('a reader view', async () => {
  const { title, byline, text, html } = readerView(await page());

  it('keeps headline, byline, date, hero, body, disclosure and corrections', () => {
    expect(title).toContain('The headline of the story');
    expect(byline).toContain('The Desk');
    expect(text).toContain('1 June 2026');
    expect(html).toContain('alt="A disc behind a bar"');
    for (const words of [
      'A standfirst',
      'The beginning',
      'The second',
      'A part',
      'The third',
      'Words that were said',
      'The fourth',
      'The end',
      'The desk was paid by nobody',
      'It was 81.',
      '3 June 2026',
    ])
      expect(text).toContain(words);
  });

  it('leaves out newsletter, related stories, the next one, share links and strip', () => {
    for (const words of [
      'The newsletter',
      'What came before',
      'Next story',
      'Bluesky',
      'Share',
      'Copy link',
      'Board top',
      'Skip to',
    ])
      expect(text).not.toContain(words);
  });
});

it('marks a source that is known from another document, and says how we know', async () => {
  const html = await page({
    ...lead,
    data: {
      ...lead.data,
      sources: [
        ...lead.data.sources,
        { ...lead.data.sources[0]!, title: 'A price list', read: 'quoted', via: 'a research note' },
      ],
      howWeKnow: 'Checked in June.',
    },
  });
  expect(html).toMatch(/A price list<\/a>.*Quoted in a research note/su);
  expect(html).not.toContain('Read in');
  expect(html).toContain(
    'We read one of the two sources directly and know one from a document that quotes it. Checked in June.',
  );
});

describe('a live story', async () => {
  const update = (at: string, subject: string): BodyPart => ({
    kind: 'update',
    at,
    title: `Title of ${subject}`,
    parts: [
      { kind: 'html', html: paragraph(subject) },
      { kind: 'pullquote', html: `<p>Words of ${subject}.</p>`, by: 'Their speaker' },
    ],
    text: subject,
  });
  const html = await page(
    {
      ...lead,
      references: { model: [], facts: false, board: [], picture: [], table: [], updates: ['2026-06-01T10:00:00Z'] },
    },
    [],
    [
      { kind: 'html', html: paragraph('The summary') },
      update('2026-06-01T08:00:00Z', 'the first update'),
      update('2026-06-01T10:00:00Z', 'the newest update'),
    ],
  );

  it('has the summary on top and the newest update first, each with its anchor and its hour in UTC', () => {
    const places = ['The summary', 'Title of the newest update', 'Title of the first update'].map((words) =>
      html.lastIndexOf(words),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(html).toMatch(
      /<article id="update-20260601-0800"[^>]*>[^]*?<time datetime="2026-06-01T08:00:00Z"[^>]*>1 June 2026, 08:00 UTC<\/time>/u,
    );
    expect(html).toContain('>Latest update <time datetime="2026-06-01T10:00:00Z"');
  });

  it('keeps its updates in a reader view', () => {
    const { text: shown } = readerView(html);
    for (const words of [
      'The summary is',
      'Title of the newest update',
      '1 June 2026, 10:00 UTC',
      'the first update is',
      'Words of the first update.',
    ])
      expect(shown).toContain(words);
  });
});

describe('a story', () => {
  it('leads on to the story before it that everybody may see, and the oldest to none', async () => {
    expect(await page()).toMatch(/<a href="\/news\/before\/" rel="next"/u);
    const before = catalogue.articles.find(({ id }) => id === 'before');
    expect(await page(before)).toMatch(/<a href="\/news\/oldest\/" rel="next"/u);
    expect(await page(catalogue.articles.at(-1))).not.toContain('rel="next"');
  });

  it('can be edited and reported where the site names a repository, and only there', async () => {
    expect(await page()).not.toContain('Edit this page');
    const repository = { url: 'https://github.com/owner/name', branch: 'main' };
    const html = await page(lead, [], text, { ...frameOf(catalogue), repository });
    expect(html).toContain(`href="https://github.com/owner/name/edit/main/${lead.filePath}"`);
    expect(html).toMatch(/href="https:\/\/github\.com\/owner\/name\/issues\/new\?[^"]*page=[^"]*%2Fnews%2Flead%2F"/u);
    expect(readerView(html).text).not.toContain('Edit this page');
  });

  it('lists its parts only when it has some to list', async () => {
    expect(await page(lead, [{ id: 'part', text: 'A part' }])).toMatch(
      /<nav class="contents"[^]*<a href="#part"[^>]*>A part<\/a>/u,
    );
    expect(await page()).not.toContain('class="contents"');
  });

  it('says below and next to each picture that it was edited with AI', async () => {
    const html = await page();
    expect(html.match(/Edited with AI: Ann/gu)?.length).toBe(1);
    // Related stories show pictures without a caption.
    expect(html.match(/<span class="made"[^>]*>Edited with AI<\/span>/gu)?.length).toBe(1);
  });

  describe('with hours', async () => {
    // The site is built on 23 November 2026 at noon.
    const html = await page(
      article('today', '2026-11-23', {
        date: '2026-11-23T09:30+01:00',
        updated: '2026-11-23T11:00Z',
        corrections: [{ date: '2026-11-23T10:00Z', text: 'Not four but five.' }],
      }),
    );
    const metas = (name: string): string | undefined =>
      new RegExp(`<meta property="${name}" content="([^"]*)"`, 'u').exec(html)?.[1];
    const [, json = '[]'] = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html) ?? [];

    it('shows them on their day, and to machines as moments', () => {
      expect([...html.matchAll(/<time datetime="([^"]*)"[^>]*>([^<]*)<\/time>/gu)].map(([, ...all]) => all)).toEqual(
        expect.arrayContaining([
          ['2026-11-23T08:30:00Z', '23 November 2026, 08:30 UTC'],
          ['2026-11-23T11:00:00Z', '23 November 2026, 11:00 UTC'],
          ['2026-11-23T10:00:00Z', '23 November 2026, 10:00 UTC'],
        ]),
      );
    });

    it('has them in OpenGraph and structured data', () => {
      expect([metas('article:published_time'), metas('article:modified_time')]).toEqual([
        '2026-11-23T08:30:00Z',
        '2026-11-23T11:00:00Z',
      ]);
      for (const part of [
        '"datePublished":"2026-11-23T08:30:00.000Z"',
        '"dateModified":"2026-11-23T11:00:00.000Z"',
        '"text":"Not four but five.","datePublished":"2026-11-23T10:00:00.000Z"',
      ])
        expect(json).toContain(part);
    });
  });

  it('with a day has that day in OpenGraph', async () => {
    expect(await page()).toContain('<meta property="article:published_time" content="2026-06-01"');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bodyOf, targetsIn, type StoryBody } from '#queries/stories/body';
import { article, board, catalogueOf, editorial, findRaster, model } from './entries.ts';

const catalogue = catalogueOf({
  models: [model('kling', { name: 'Kling 2.6' }), model('veo', { name: 'Veo 3' })],
  boards: [board('top', 1, { name: 'Top Models' }), board('empty', 2)],
  editions: [editorial('top/2026-01-23', ['kling', 1])],
  articles: [article('genie', '2026-01-29'), article('draft', '2026-01-29', { draft: true })],
});

/** A story in a temporary file. */
function storyWith(file: string) {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-text-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const filePath = join(folder, 'index.md');
  writeFileSync(filePath, file);
  return { ...article('story', '2026-02-01'), filePath };
}

const bodyWith = (body: string): Promise<StoryBody> =>
  bodyOf(storyWith(`---\ntitle: T\n---\n${body}\n`), catalogue, findRaster);

describe('bodyOf', () => {
  test('renders the body and leaves the fields out', async () => {
    const { parts, text } = await bodyWith('The *first* sentence.');
    expect(parts).toEqual([{ kind: 'html', html: '<p>The <em>first</em> sentence.</p>' }]);
    expect(text.trim()).toBe('The first sentence.');
  });

  test.each([
    ['a byte order mark', '\uFEFF---\ntitle: T\n---\nText.\n'],
    ['the line ends of Windows', '---\r\ntitle: T\r\n---\r\nText.\r\n'],
  ])('a body behind %s is not lost', async (_, file) => {
    expect((await bodyOf(storyWith(file), catalogue, findRaster)).parts).toEqual([
      { kind: 'html', html: '<p>Text.</p>' },
    ]);
  });

  test('a file without fields is an error, not an empty story', async () => {
    const entry = storyWith('Text alone.\n');
    await expect(bodyOf(entry, catalogue, findRaster)).rejects.toThrow(
      `${entry.filePath} does not begin with fields between two lines \`---\`.`,
    );
  });

  test('counts minutes of reading', async () => {
    expect((await bodyWith('word '.repeat(3 * 238))).minutes).toBe(3);
  });

  test('has updates in the order of the file, with their moments in UTC, and their words for the search', async () => {
    const { parts, text } = await bodyWith(
      'Summary.\n\n:::update{at="2026-02-01T11:00+01:00" title="One \'quoted\'"}\nText.\n\n::model{id=veo}\n:::\n\n:::update{at="2026-02-01T12:00Z" title="Two"}\nMore.\n:::',
    );
    expect(parts).toEqual([
      { kind: 'html', html: '<p>Summary.</p>' },
      {
        kind: 'update',
        at: '2026-02-01T10:00:00Z',
        title: 'One ‘quoted’',
        parts: [{ kind: 'html', html: '<p>Text.</p>' }, expect.objectContaining({ kind: 'models' })],
        text: 'Text.',
      },
      {
        kind: 'update',
        at: '2026-02-01T12:00:00Z',
        title: 'Two',
        parts: [{ kind: 'html', html: '<p>More.</p>' }],
        text: 'More.',
      },
    ]);
    for (const words of ['Summary.', 'Text.', 'More.', 'One ‘quoted’', 'Two']) expect(text).toContain(words);
  });

  test('an update without a moment is an error that names the file', async () => {
    await expect(bodyWith(':::update{at="five" title="T"}\nText.\n:::')).rejects.toThrow(
      /index\.md: `at="five"` of an update is not a moment\.$/u,
    );
  });

  test('joins every directive', async () => {
    const { parts } = await bodyWith(
      [
        '::board{id=top limit=3}',
        '::board{id=top}',
        '::model{id=veo}',
        '::compare{models="kling veo"}',
        '::video{url="https://vimeo.com/1" title="A clip"}',
        ':::pullquote{by="Ada"}\nWords.\n:::',
        ':::aside{title="Why"}\nSo.\n:::',
        ':::figure{src=a.webp alt="A" credit="C" made=ai}\nSee.\n:::',
      ].join('\n\n'),
    );
    expect(parts).toMatchObject([
      { kind: 'board', board: { id: 'top' }, limit: 3 },
      { kind: 'board', board: { id: 'top' }, limit: 5 },
      { kind: 'models', models: [{ name: 'Veo 3' }] },
      {
        kind: 'models',
        models: [
          { name: 'Kling 2.6', rank: '1' },
          { name: 'Veo 3', rank: undefined },
        ],
      },
      { kind: 'video', url: 'https://vimeo.com/1', title: 'A clip' },
      { kind: 'pullquote', html: '<p>Words.</p>', by: 'Ada' },
      { kind: 'aside', html: '<p>So.</p>', title: 'Why' },
      {
        kind: 'figure',
        html: '<p>See.</p>',
        picture: {
          alt: 'A',
          credit: 'C',
          made: 'ai',
          image: { width: 1600, height: 900, source: expect.any(Promise) as Promise<unknown> },
        },
      },
    ]);
  });

  test.each([
    ['an unknown directive', '::bord{id=top}', 'There is no directive `bord`. Did you mean `board`?'],
    ['a board without an edition', '::board{id=empty}', 'There is no board `empty` with an edition.'],
    ['a link to an unknown model', '[x](model:nowhere)', 'There is no model `nowhere`.'],
    ['a link to an article that readers cannot see', '[x](article:draft)', 'There is no article `draft`.'],
    [
      'parts too deep inside each other',
      '> '.repeat(100) + 'x',
      'Parts are inside each other more than 50 levels deep.',
    ],
  ])('%s is an error that names the file', async (_, body, message) => {
    const failure: unknown = await bodyWith(body).catch((error: unknown) => error);
    expect(String(failure)).toMatch(/megaton-text-.*index\.md: /u);
    expect(String(failure)).toContain(message);
  });

  test('an unknown model in a directive is an error that names it', async () => {
    await expect(bodyWith('::model{id=nowhere}')).rejects.toThrow(
      /index\.md names `nowhere`, which does not exist\.$/u,
    );
  });
});

describe('targetsIn', () => {
  const targets = targetsIn(catalogue);

  test('leads to models, with their rank where they have one', () => {
    expect(targets.model('kling')).toEqual({
      path: '/models/kling/',
      rank: { shown: '1', label: 'No. 1', board: 'Top Models' },
    });
    expect(targets.model('veo')).toEqual({ path: '/models/veo/', rank: undefined });
    expect(targets.model('nowhere')).toBeUndefined();
  });

  test('leads to articles that readers can see', () => {
    expect(targets.article('genie')).toEqual({ path: '/news/genie/' });
    expect(targets.article('draft')).toBeUndefined();
  });
});

describe('a chart', () => {
  const prices = {
    header: ['Model', 'Price'],
    rows: [
      ['A', '7.91'],
      ['B', '0.6'],
    ],
  };
  const withChart = (directive: string) => ({
    ...storyWith(`---\ntitle: T\n---\n${directive}\n`),
    storyTables: { 'prices.csv': prices },
  });

  test('has its figures and its source', async () => {
    const entry = withChart('::chart{data=prices.csv kind=bar title="A costs most" unit=$ source=1}');
    const source = { title: 'Prices', publisher: 'Hedra', url: 'https://hedra.example/', accessed: '2026-01-01' };
    const story = { ...entry, data: { ...entry.data, sources: [source as (typeof entry.data.sources)[number]] } };
    expect((await bodyOf(story, catalogue, findRaster)).parts).toEqual([
      {
        kind: 'chart',
        chart: {
          kind: 'bar',
          name: 'prices-bar',
          title: 'A costs most',
          unit: '$',
          highlight: undefined,
          source: { label: 'Hedra', url: 'https://hedra.example/' },
          header: ['Model', 'Price'],
          rows: [
            { label: 'A', values: [7.91] },
            { label: 'B', values: [0.6] },
          ],
          decimals: 2,
        },
      },
    ]);
  });

  test('that the check refused is an error in a preview too', async () => {
    await expect(
      bodyOf(withChart('::chart{data=other.csv kind=bar title="T"}'), catalogue, findRaster),
    ).rejects.toThrow('There is no table `other.csv` in this folder.');
    await expect(
      bodyOf(withChart('::chart{data=prices.csv kind=slope title="T"}'), catalogue, findRaster),
    ).rejects.toThrow('prices.csv: A chart of the kind `slope` takes 3 columns');
  });
});

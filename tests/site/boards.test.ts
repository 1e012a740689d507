import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, elements, files, pageAt, pages, read, tagged, textOf } from './dist.ts';

const rows = (path: string): Element[] =>
  elements(pageAt(path).root, (element) => element.tagName === 'tr' && 'dataPlace' in element.properties);
const rankOf = (row: Element): string =>
  textOf(elements(row, (element) => attribute(element, 'ariaHidden') === 'true')[0]!);
const nameOf = (row: Element): string => textOf(tagged(tagged(row, 'th')[0]!, 'a')[0]!);

describe('Arena text-to-video, 22 September 2026', () => {
  const board = rows('/leaderboards/arena-text-to-video/');

  it('has all 48 rows, with the ranges of ranks that the intervals allow', () => {
    expect(board.length).toBe(48);
    // From the board's picture in the design reference, made independently of this code.
    expect(board.slice(0, 10).map((row) => [rankOf(row), nameOf(row)])).toEqual([
      ['1–4', 'Gemini Omni 1.1 Flash'],
      ['1–4', 'Gemini Omni Flash'],
      ['1–7', 'FLUX 3 Video'],
      ['1–7', 'Grok Imagine 1.5 Agent'],
      ['3–7', 'Seedance 2.0 720p'],
      ['3–9', 'Wan 3.0'],
      ['3–9', 'Seedance 2.5 720p'],
      ['6–9', 'MiniMax H3'],
      ['6–9', 'Muse Video'],
      ['10', 'HappyHorse 1.0'],
    ]);
  });

  it('brackets the four that may be first, and says so', () => {
    // The first bracket begins at the first row and ends at the fourth.
    const brackets = (row: Element): string[] =>
      elements(row, (element) => attribute(element, 'className')?.startsWith('bracket') === true).map(
        (piece) => attribute(piece, 'className') ?? '',
      );
    expect(brackets(board[0]!)).toEqual([expect.stringMatching(/lane-0.*starts/u)]);
    expect(brackets(board[3]!)).toEqual(expect.arrayContaining([expect.stringMatching(/lane-0.*ends/u)]));
    const { root } = pageAt('/leaderboards/arena-text-to-video/');
    expect(textOf(tagged(root, 'h1')[0]!)).toBe('Arena text-to-video: Gemini Omni 1.1 Flash is probably first');
    expect(textOf(root)).toContain('All 48 ranges hold together with 95% confidence.');
  });

  it('shows scores, intervals and votes as published, and the credit that the licence requires', () => {
    const [first] = board;
    const text = textOf(first!).replace(/\s+/gu, ' ');
    expect(text).toContain('1,516');
    // Half of 1,531.6505 - 1,500.7733.
    expect(text).toContain('± 15');
    expect(text).toContain('1,784');
    expect(textOf(pageAt('/leaderboards/arena-text-to-video/').root)).toContain(
      'Arena (arena.ai) leaderboard dataset, CC BY 4.0',
    );
  });
});

describe('Top Models, 23 January 2026', () => {
  it('is shown as published, with shared places marked, and labelled as editorial', () => {
    const board = rows('/leaderboards/top-models/2026-01-23/');
    expect(board.map((row) => [rankOf(row), nameOf(row)])).toEqual([
      ['=1', 'Kling 2.6'],
      ['=1', 'Veo 3'],
      ['3', 'Veo 3.1'],
      ['=4', 'Veo 2'],
      ['=4', 'PixVerse v5.5'],
    ]);
    const { root } = pageAt('/leaderboards/top-models/2026-01-23/');
    expect(textOf(root)).toContain('Editorial ranking');
    expect(textOf(tagged(root, 'thead')[0]!)).not.toContain('Score');
  });
});

describe('the strip', () => {
  it('shows the first five of the newest Top Models on every page, in the page itself', () => {
    const newest = content.editions
      .filter(({ id }) => id.startsWith('top-models/'))
      .sort((x, y) => (x.id < y.id ? 1 : -1))[0]?.data;
    if (newest?.kind !== 'consensus') throw new Error('The newest edition of Top Models is no consensus.');
    const ranges = content.inferences.find(({ id }) => id === 'top-models/2026-10-07')?.data.entries ?? [];
    const nameOfModel = (id: string): string => content.models.find((model) => model.id === id)?.data.name ?? '';
    const expected = newest.entries.slice(0, 5).map(({ model }) => {
      const { best, worst } = ranges.find((entry) => 'model' in entry && entry.model === model) ?? {
        best: 0,
        worst: 0,
      };
      const [shown, spoken] = best === worst ? [best, best] : [`${best}–${worst}`, `${best} to ${worst}`];
      return `${shown} rank ${spoken}: ${nameOfModel(model)}`;
    });
    for (const { path, root } of pages.filter((page) => !page.path.startsWith('/embed/'))) {
      const strip = elements(
        root,
        (element) => element.tagName === 'section' && attribute(element, 'className')?.startsWith('strip') === true,
      )[0];
      expect(strip, path).toBeDefined();
      const shown = tagged(strip!, 'li').map((item) => textOf(item).replace(/=/u, '= ').replace(/\s+/gu, ' ').trim());
      expect(shown.length, path).toBe(5);
      for (const [index, words] of expected.entries())
        expect(shown[index]?.startsWith(words), `${path}: ${shown[index]} begins with ${words}`).toBe(true);
    }
  });
});

describe('models', () => {
  it('show their place on each board, and what nobody published', () => {
    const text = textOf(pageAt('/models/veo-3-1/').root).replace(/\s+/gu, ' ');
    expect(text).toContain('Top Models 7 October 2026, 38 places');
    expect(text).toContain('Arena text-to-video 22 September 2026, 48 places');
    expect(text).toContain('not published');
  });

  it('link every fact to its source on the same page', () => {
    const { root } = pageAt('/models/kling-2-6/');
    const numbers = elements(root, (element) => attribute(element, 'href')?.startsWith('#_source-') === true);
    expect(numbers.length).toBeGreaterThan(5);
    for (const number of numbers)
      expect(elements(root, (element) => `#${attribute(element, 'id')}` === attribute(number, 'href')).length).toBe(1);
  });
});

describe('every board', () => {
  const boards = content.boards.map(({ id }) => id);

  it.each(boards)('%s leads to its source and its rule in one click, its credit and its editions', (id) => {
    const { root } = pageAt(`/leaderboards/${id}/`);
    const links = new Set(tagged(tagged(root, 'main')[0]!, 'a').map((link) => attribute(link, 'href')));
    const board = content.boards.find((entry) => entry.id === id)?.data;
    const editions = content.editions.filter((entry) => entry.id.startsWith(`${id}/`));
    const newest =
      editions
        .map((entry) => entry.id)
        .sort()
        .at(-1) ?? '';
    expect(links).toContain('/method/');
    expect(links).toContain(editions.find((entry) => entry.id === newest)?.data.source.url ?? board?.by.url);
    for (const edition of editions) expect(links).toContain(`/leaderboards/${edition.id}/`);
    expect(textOf(root)).toContain(board?.licence.credit);
  });

  it.each(boards)(
    '%s has structured data that names every entry, and a data set only where the licence allows one',
    (id) => {
      const { root } = pageAt(`/leaderboards/${id}/`);
      const script = tagged(root, 'script').find((element) => attribute(element, 'type') === 'application/ld+json')!;
      const data = JSON.parse(textOf(script)) as {
        '@type': string;
        numberOfItems?: number;
        distribution?: { contentUrl: string }[];
      }[];
      expect(data.find((part) => part['@type'] === 'ItemList')?.numberOfItems).toBe(
        rows(`/leaderboards/${id}/`).length,
      );
      const dataset = data.find((part) => part['@type'] === 'Dataset');
      expect(dataset !== undefined).toBe(content.boards.find((entry) => entry.id === id)?.data.licence.redistribute);
      for (const { contentUrl } of dataset?.distribution ?? [])
        expect(files).toContain(contentUrl.replace('https://megaton.ai', ''));
    },
  );

  it.each(content.editions.map(({ id }) => id))('%s says how to cite it, with the checksum of its file', (id) => {
    const section = elements(
      pageAt(`/leaderboards/${id}/`).root,
      (element) => attribute(element, 'ariaLabelledBy') === '_cite',
    )[0]!;
    const [text = '', bibtex = '', csl = ''] = tagged(section, 'code').map(textOf);
    const file = `/leaderboards/${id}.csv`;
    const checksum = files.includes(file) ? createHash('sha256').update(read(file)).digest('hex') : undefined;
    for (const form of [text, bibtex, csl]) {
      expect(form).toContain(`https://megaton.ai/leaderboards/${id}/`);
      expect(/[0-9a-f]{64}/u.exec(form)?.[0]).toBe(checksum);
    }
    expect((JSON.parse(csl) as unknown[]).length).toBe(1);
    expect(bibtex).toMatch(/^@misc\{[a-z0-9-]+,\n/u);
  });
});

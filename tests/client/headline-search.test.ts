import { afterEach, describe, expect, test, vi } from 'vitest';
import { fold, matchingHeadlines, wordsOf, type Headline } from '#client/headline-search.ts';

const headline = (title: string, day = '2026-01-01', section = 'Technology', ...names: string[]): Headline => ({
  title,
  path: '/x/',
  day,
  section,
  words: wordsOf(title),
  names: [section, ...names].map(wordsOf),
});

/** Titles that a query finds, in order. */
const found = (query: string, ...headlines: (Headline | string)[]): string[] =>
  matchingHeadlines(
    query,
    headlines.map((each) => (typeof each === 'string' ? headline(each) : each)),
  ).map(({ title }) => title);

/** True when a query finds a title. */
const finds = (query: string, title: string): boolean => found(query, title).length === 1;

afterEach(() => vi.restoreAllMocks());

describe('a query finds a title', () => {
  test.each([
    ['beginnings of its words', 'sora dis', 'OpenAI to close Sora; Disney’s planned stake never closed'],
    ['in any order', 'disney openai', 'OpenAI to close Sora; Disney’s planned stake never closed'],
    ['whatever the case', 'ADOBE', 'Adobe’s Firefly Foundry'],
    ['in small letters too', 'vbench', 'VBench-2.0 tests whether AI video obeys the world'],
    ['without its marks', 'creme brulee', 'Crème brûlée'],
    ['with marks that it has not', 'café', 'Cafe culture'],
    ['whether marks are one sign or two', 'cre\u0300me', 'Crème brûlée'],
    ['with letters that are one with their mark', 'skarsgard lodz', 'Skarsgård in Łódź'],
    ['a ligature and a sharp s', 'strasse oeuvre', 'Straße und Œuvre'],
    ['a version with its point', 'veo 3.1', 'Veo 3.1 review: voters do not separate Fast'],
    ['a version while it is being written', 'veo 3.', 'Veo 3.1 review'],
    ['a version written together', 'wan2.2', 'Wan 2.2'],
    ['a version written apart', 'video crafter', 'Video Crafter2'],
    ['a name and its number apart', 'videocrafter 2', 'VideoCrafter2'],
    ['a version with a hyphen', 'gen-4.5', 'Runway’s Gen-4.5 enters the board'],
    ['a version without its hyphen', 'gen4.5', 'Runway’s Gen-4.5 enters the board'],
    ['a name without its hyphen', 'opensora', 'Open-Sora 2.0'],
    ['a name with a hyphen that it has not', 'open-sora', 'Open Sora'],
    ['letters and figures mixed', 't2v', 'T2V-Turbo'],
    ['a plain apostrophe where a typeset one is', "runway's", 'Runway’s Gen-4.5'],
    ['no apostrophe where one is', 'runways', 'Runway’s Gen-4.5'],
    ['plain quotation marks where typeset ones are', '"genie"', '“Genie” is a game'],
    ['a plain hyphen where a dash is', 'text-to-video', 'Text–to–video'],
    ['words at a dash without spaces', 'control', 'A world—control is weak'],
    ['a number with its thousands', '1,500', 'A deal of 1,500 million'],
    ['Chinese in the midst of a line', '模型', '视频模型排行榜'],
    ['Japanese after Latin letters', 'ai動画', '新しいAI動画モデル'],
    ['Korean', '영상', 'AI 영상 모델'],
    ['Cyrillic', 'видео', 'Новое ВИДЕО'],
    ['Greek with its last sigma', 'μυθοσ', 'Ο Μύθος'],
    ['Arabic', 'نماذج', 'أربعة نماذج'],
    ['Thai in the midst of a line', 'โหลด', 'ดาวน์โหลด'],
    ['Hindi', 'मॉडल', 'नया मॉडल'],
  ])('by %s', (_how, query, title) => {
    expect(finds(query, title)).toBe(true);
  });

  test.each([
    ['the end of a word', 'ora', 'Sora 2'],
    ['one word that is not there', 'sora zebra', 'Sora 2'],
    ['another version', 'veo 3.1', 'Veo 3'],
    ['the figures after the point', '1', 'Veo 3.1'],
    ['a version whose point is left out', 'kling26', 'Kling 2.6'],
    ['words written together that are apart', 'inthe', 'In the news'],
    ['another syllable', '한', '하나'],
    ['another sign of Japanese, but for its mark', 'か', 'がくせい'],
  ])('but not by %s', (_how, query, title) => {
    expect(finds(query, title)).toBe(false);
  });

  test.each(['', '   ', '…', '“”', '🎬', "'"])('nothing is found by %j', (query) => {
    expect(found(query, 'Any “title” 🎬 … it’s')).toEqual([]);
  });

  test('by its section and by names of models and providers', () => {
    const story = headline('A studio strikes', '2026-01-01', 'Culture', 'Veo 3.1', 'Google');
    for (const query of ['culture', 'goog', 'veo 3.1', 'studio veo', 'google strikes'])
      expect(found(query, story), query).toEqual([story.title]);
    expect(found('kling', story)).toEqual([]);
  });
});

describe('first comes', () => {
  test('a title that begins with the query, before one that holds it, before one found by a name', () => {
    const named = headline('A studio strikes', '2026-03-03', 'Culture', 'Kling 2.6');
    expect(found('kling', named, headline('Meet Kling', '2026-02-02'), headline('Kling 1.6', '2024-12-19'))).toEqual([
      'Kling 1.6',
      'Meet Kling',
      'A studio strikes',
    ]);
  });

  test('a title that begins with all words of the query in their order', () => {
    expect(
      found(
        'video models',
        headline('Models of video', '2026-02-02'),
        headline('Video models in ten weeks', '2026-01-01'),
      ),
    ).toEqual(['Video models in ten weeks', 'Models of video']);
  });

  test('whole words, before beginnings of words', () => {
    expect(found('veo 3', headline('Veo 3.1', '2025-10-15'), headline('Veo 3', '2025-05-20'))).toEqual([
      'Veo 3',
      'Veo 3.1',
    ]);
    expect(
      found('art', headline('The artists’ call', '2026-02-02'), headline('The art of light', '2026-01-01')),
    ).toEqual(['The art of light', 'The artists’ call']);
  });

  test('the newer one of equals, whatever is known of their days', () => {
    expect(
      found(
        'kling',
        headline('Kling O1', ''),
        headline('Kling 2.6', '2025-12-03'),
        headline('Kling 3.0', '2026'),
        headline('Kling 2.1', '2025-05'),
      ),
    ).toEqual(['Kling 3.0', 'Kling 2.6', 'Kling 2.1', 'Kling O1']);
  });

  test('of one day, the one that came first', () => {
    expect(found('kling', 'Kling B', 'Kling A')).toEqual(['Kling B', 'Kling A']);
  });
});

test('folding changes nothing that is folded', () => {
  for (const text of ['Crème', 'İstanbul', 'ΜΎΘΟΣ', 'Straße', '한국어', 'がくせい', 'ﬁlm №5', 'ℝ½'])
    expect(fold(fold(text))).toBe(fold(text));
});

describe('the work of a query', () => {
  const many = (count: number): Headline[] =>
    Array.from({ length: count }, (_, index) =>
      headline(`Title ${index} with several plain words of a story`, '2026-01-01', 'Culture', 'Veo 3.1', 'Google'),
    );

  /** Comparisons of texts that a query needs. */
  function comparisons(query: string, headlines: readonly Headline[]): number {
    const spy = vi.spyOn(String.prototype, 'startsWith');
    matchingHeadlines(query, headlines);
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  }

  test.each(['t', 'veo 3.1', 'title several plain words', 'nothing at all'])('grows as the index does: %s', (query) => {
    const [few, twice] = [comparisons(query, many(100)), comparisons(query, many(200))];
    expect(few).toBeGreaterThan(0);
    expect(twice).toBeLessThanOrEqual(few * 2.1);
  });

  test('is at most one look at each word for each part of the query, a few times over', () => {
    const [count, parts, words] = [100, 4, 13];
    expect(comparisons('title several plain words', many(count))).toBeLessThanOrEqual(count * parts * words * 3);
  });

  test('folds the query alone: headlines were folded when they were read', () => {
    const headlines = many(50);
    const spy = vi.spyOn(String.prototype, 'normalize');
    for (const query of ['t', 'ti', 'tit']) matchingHeadlines(query, headlines);
    expect(spy.mock.contexts.filter((text) => String(text).length > 3)).toEqual([]);
    spy.mockRestore();
  });
});

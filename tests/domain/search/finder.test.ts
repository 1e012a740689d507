import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Destination } from '#domain/search/destination';
import { Finder, type Answer } from '#domain/search/finder';

const story = (title: string, day = '2026-01-01', section = 'Technology', ...keywords: string[]): Destination => ({
  kind: 'story',
  title,
  path: `/news/${title.toLowerCase().replace(/[^a-z]+/gu, '-')}/`,
  day,
  section,
  aliases: [],
  keywords,
});
const page = (kind: Destination['kind'], title: string, changes: Partial<Destination> = {}): Destination => ({
  ...story(title, ''),
  kind,
  path: `/${kind}s/${title.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}/`,
  ...changes,
});
const model = (title: string, day = '', changes: Partial<Destination> = {}): Destination =>
  page('model', title, { day, ...changes });

const answerTo = (query: string, ...destinations: (Destination | string)[]): Answer =>
  new Finder(destinations.map((each) => (typeof each === 'string' ? story(each) : each))).find(query);

/** Titles of the pages that have all words of a query, in order. */
const found = (query: string, ...destinations: (Destination | string)[]): string[] => {
  const { matched, destinations: pages } = answerTo(query, ...destinations);
  return matched === 'all' ? pages.map(({ title }) => title) : [];
};

/** True when a query finds a headline. */
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
    ['a version written together', 'wan2.2', 'Wan 2.2'],
    ['a version without its point', 'kling26', 'Kling 2.6'],
    ['a version without its zero', 'kling 3', 'Kling 3.0'],
    ['a version with its mark', 'pixverse v5.5', 'PixVerse 5.5'],
    ['the plural of a word', 'models', 'A model of the world'],
    ['the singular of a word', 'price', 'Prices rise'],
    ['another spelling of a term of the field', 'open-source', 'LTX has open weights'],
    ['two letters in the wrong order', 'mobltook', 'Meta buys Moltbook'],
    ['a letter too few', 'hollywod', 'Hollywood goes to court'],
    ['two errors in a long word', 'difusoin', 'Stable Diffusion'],
    ['a word that means the same', 'lawsuit', 'Studios go to court'],
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
    ['a version with an error', 'kling 2.5', 'Kling 2.6'],
    ['an error in a short word', 'vex', 'Veo 3'],
    ['nonsense', 'xyzzyqq', 'xAI has news'],
    ['the figures after the point', '1', 'Veo 3.1'],
    ['words written together that are apart', 'inthe', 'In the news'],
    ['another syllable', '한', '하나'],
    ['another sign of Japanese, but for its mark', 'か', 'がくせい'],
  ])('but not by %s', (_how, query, title) => {
    expect(finds(query, title)).toBe(false);
  });

  test.each(['', '   ', '…', '“”', '🎬', "'"])('nothing is found by %j', (query) => {
    expect(found(query, 'Any “title” 🎬 … it’s')).toEqual([]);
  });

  test('by its section, its tags, and names of models and providers', () => {
    const about = story('A studio strikes', '2026-01-01', 'Culture', 'Veo 3.1', 'Google', 'labour');
    for (const query of ['culture', 'goog', 'veo 3.1', 'studio veo', 'google strikes', 'labour'])
      expect(found(query, about), query).toEqual([about.title]);
    expect(found('kling', about)).toEqual([]);
  });

  test('by the words of its address, but not by the figures in it', () => {
    const act = story('A duty takes effect', '2026-01-01', 'Policy');
    const named = { ...act, path: '/news/eu-ai-act-article-50/' };
    expect(found('ai act', named)).toEqual([act.title]);
    expect(found('article 50', named)).toEqual([]);
  });
});

describe('a name comes first', () => {
  const veo = [
    story('Veo 3.1 review', '2026-06-01', 'Review', 'Veo 3.1', 'Veo 3', 'Google'),
    model('Veo 2', '2024-12-16'),
    model('Veo 3', '2025-05-21'),
    model('Veo 3.1', '2025-10-15', { aliases: ['veo-3.1-fast-audio'] }),
  ];

  test.each(['veo3', 'veo 3', 'Veo-3', 'VEO3.0', 'veo 3 video model', 'what is veo 3'])(
    'its version is exact: %s',
    (query) => {
      const titles = found(query, ...veo);
      expect(titles[0]).toBe('Veo 3');
      expect(titles).not.toContain('Veo 2');
    },
  );

  test('a family is in the order of time, newest first, before stories', () => {
    expect(found('veo', ...veo)).toEqual(['Veo 3.1', 'Veo 3', 'Veo 2', 'Veo 3.1 review']);
    expect(found('ve', ...veo).slice(0, 3)).toEqual(['Veo 3.1', 'Veo 3', 'Veo 2']);
  });

  test.each(['kling26', 'Kling-2.6', 'kling 2.6', 'klign 2.6', 'kilng26', 'KLING2.6', '可灵2.6'])(
    'however it is written: %s',
    (query) => {
      const models = ['2.1', '2.5 Turbo', '2.6', '3.0'].map((version) =>
        model(`Kling ${version}`, '', { aliases: [`可灵 ${version}`] }),
      );
      expect(found(query, ...models)).toEqual(['Kling 2.6']);
    },
  );

  test('another name leads to the same page', () => {
    const pages = [model('Seedance 2.5', '', { aliases: ['即梦', 'Dreamina Seedance 2.5'] }), model('Hailuo 02')];
    for (const query of ['即梦', 'dreamina', 'dreamina seedance', 'seedence', 'sedance'])
      expect(found(query, ...pages), query).toEqual(['Seedance 2.5']);
  });

  test('a maker is found by its short name, and then its models', () => {
    const pages = [
      model('Kling 3.0', '2026-02-04', { keywords: ['Kling'] }),
      page('provider', 'Kuaishou (Kling AI)', { aliases: ['Kling'], keywords: ['Kling 3.0'] }),
    ];
    expect(found('kling', ...pages)).toEqual(['Kuaishou (Kling AI)', 'Kling 3.0']);
    expect(found('who owns kling', ...pages)[0]).toBe('Kuaishou (Kling AI)');
    expect(found('kling 3 price', ...pages)[0]).toBe('Kling 3.0');
  });

  test('the full-text search gets the name as texts write it', () => {
    const pages = [
      model('Kling 2.6', '', { aliases: ['可灵 2.6'] }),
      page('provider', 'Kuaishou (Kling AI)', { aliases: ['Kling', '快手'] }),
    ];
    for (const [query, understood, isCorrected] of [
      ['kling26', 'Kling 2.6', false],
      ['可灵 2.6', 'Kling 2.6', false],
      ['快手', 'Kling', false],
      ['klign review', 'kling review', true],
      ['Tom Cruise', 'Tom Cruise', false],
    ] as const)
      expect(answerTo(query, ...pages), query).toMatchObject({ understood, isCorrected });
  });
});

describe('a comparison comes first', () => {
  const models = [
    model('Veo 3', '2025-05-21', { keywords: ['Google'] }),
    model('Veo 3.1', '2025-10-15', { keywords: ['Google'] }),
    model('Kling 2.6', '2025-12-03'),
    model('Kling 1.6', '2024-12-19'),
    page('provider', 'Google'),
  ];
  const comparisons = [
    ['kling-2-6', 'veo-3-1'],
    ['kling-1-6', 'veo-3'],
  ].map(([a, b]) => page('comparison', `${a} and ${b}`, { path: `/compare/${a}-vs-${b}/` }));
  const first = (query: string): string | undefined =>
    answerTo(query, story('Veo 3.1 and Kling 2.6 compared'), ...models, ...comparisons).destinations[0]?.path;

  test.each([
    ['veo 3.1 vs kling 2.6', '/compare/kling-2-6-vs-veo-3-1/'],
    ['Kling2.6 versus Veo3.1', '/compare/kling-2-6-vs-veo-3-1/'],
    ['compare veo 3.1 and kling 2.6', '/compare/kling-2-6-vs-veo-3-1/'],
    ['kling 2.6 veo 3.1', '/compare/kling-2-6-vs-veo-3-1/'],
    ['is veo 3.1 better than kling 2.6', '/compare/kling-2-6-vs-veo-3-1/'],
    ['veo 3 or kling 1.6', '/compare/kling-1-6-vs-veo-3/'],
    ['kling vs veo', '/compare/kling-2-6-vs-veo-3-1/'],
    ['google vs klign', '/compare/kling-2-6-vs-veo-3-1/'],
    ['veo 3 vs veo 3.1', '/compare/?models=veo-3,veo-3-1'],
  ])('%s', (query, path) => {
    expect(first(query)).toBe(path);
  });

  test('where both sides are models', () => {
    expect(first('kling 2.6 vs')).toBe('/models/kling-2-6/');
    expect(first('veo 3 and sound')).not.toMatch(/compare/u);
  });
});

describe('pages that answer questions', () => {
  const site = [
    story('Ten seconds of video cost from 0.60 to 7.91 dollars'),
    story('The best price of memory'),
    page('board', 'Top Models', { keywords: ['best model'] }),
    page('ranking', 'Top Models by price', { keywords: ['cheapest cheap', 'price per second'] }),
    page('ranking', 'With sound, up to 0.10 USD a second', { keywords: ['cheapest cheap', 'best with sound'] }),
    page('page', 'Feeds', { aliases: ['RSS'], keywords: ['subscribe'] }),
    page('category', 'Policy'),
  ];
  test.each([
    ['best model', 'Top Models'],
    ['what is the best AI video generator?', 'Top Models'],
    ['cheapest', 'Top Models by price'],
    ['price per second', 'Top Models by price'],
    ['cheapest with sound', 'With sound, up to 0.10 USD a second'],
    ['rss', 'Feeds'],
    ['how do i subscribe', 'Feeds'],
    ['policy', 'Policy'],
  ])('%s', (query, title) => {
    expect(found(query, ...site)[0]).toBe(title);
  });

  test('words that go with every page of a kind lead nowhere alone', () => {
    expect(found('licence', model('Veo 3'), model('Veo 2'))).toEqual([]);
    expect(found('veo 3 licence', model('Veo 3'), model('Veo 2'))).toEqual(['Veo 3']);
  });
});

describe('where no page has all words', () => {
  const pages = [story('Disney sues over clips'), story('Disney closes a deal'), story('Adobe opens a foundry')];
  const partly = (query: string): [string, string[]] => {
    const { matched, destinations } = answerTo(query, ...pages);
    return [matched, destinations.map(({ title }) => title)];
  };

  test('pages with most of them come, or with half', () => {
    expect(partly('disney sues zebras')).toEqual(['most', ['Disney sues over clips']]);
    expect(partly('foundry zebra')).toEqual(['some', ['Adobe opens a foundry']]);
  });

  test('fewer than half are nothing', () => {
    expect(partly('foundry of green zebras')).toEqual(['none', []]);
    expect(partly('xyzzyqq')).toEqual(['none', []]);
  });

  test('a version that nobody made leads to its family', () => {
    const { matched, destinations } = answerTo('veo 9', model('Veo 3'), model('Sora 2'), story('Nine lives'));
    expect([matched, destinations.map(({ title }) => title)]).toEqual(['most', ['Veo 3']]);
  });
});

describe('of equal pages first comes', () => {
  test('a headline with the words next to each other', () => {
    expect(found('video models', 'Models of video', 'Video models in ten weeks')[0]).toBe('Video models in ten weeks');
  });

  test('a headline, before a story found by its tags', () => {
    const tagged = story('A studio strikes', '2026-03-03', 'Culture', 'Moltbook');
    expect(found('moltbook', tagged, story('Meet Moltbook', '2026-02-02'))).toEqual(['Meet Moltbook', tagged.title]);
  });

  test('the newer one', () => {
    const titles = ['Meta buys a forum', 'Meta sells a forum', 'Meta opens a forum'];
    const days = ['2025-05-01', '2026-01-01', '2025-12-31'];
    expect(found('meta forum', ...titles.map((title, index) => story(title, days[index])))).toEqual([
      'Meta sells a forum',
      'Meta opens a forum',
      'Meta buys a forum',
    ]);
  });
});

test('what is pasted by mistake is cut, and answered', () => {
  expect(answerTo('lorem ipsum dolor '.repeat(2000), 'A headline').matched).toBe('none');
});

test('the index is made once: a query folds no text of it again but those that it orders', () => {
  const finder = new Finder(Array.from({ length: 50 }, (_, index) => story(`Title ${index} of a story`)));
  const spy = vi.spyOn(String.prototype, 'normalize');
  finder.find('xyz');
  expect(spy.mock.contexts.map(String)).toEqual(expect.not.arrayContaining([expect.stringContaining('Title')]));
});

import { describe, expect, test } from 'vitest';
import type { Destination } from '#domain/search/destination';
import type { Answer } from '#domain/search/finder';
import { merge } from '#client/search/merge.ts';
import type { SearchAnswer } from '#client/search/pagefind.ts';

const page = (path: string): Destination => ({
  kind: 'story',
  title: `Title of ${path}`,
  path,
  day: '2026-01-01',
  section: 'Policy',
  aliases: [],
  keywords: [],
});
const named = (matched: Answer['matched'], ...paths: string[]): Answer => ({
  destinations: paths.map(page),
  matched,
  understood: 'kling',
  isCorrected: false,
});

/** Full texts, and the addresses of those that were read. */
function texts(...found: [url: string, content: string][]): SearchAnswer & { read: string[] } {
  const read: string[] = [];
  const results = found.map(([url, content]) => ({
    data: () => {
      read.push(url);
      return Promise.resolve({ url, excerpt: 'An excerpt', content, meta: { title: url } });
    },
  }));
  return { results, filters: {}, read };
}

async function shown(answer: Answer | undefined, full: SearchAnswer, query = 'kling'): Promise<string[]> {
  const { results } = await merge(answer, full, query);
  const found = await Promise.all(results.map((result) => result.data()));
  return found.flatMap((each) => (each ? [`${each.url}${each.excerpt === '' ? '' : ' with excerpt'}`] : []));
}

describe('names and full texts', () => {
  test('come in this order, each page once, with an excerpt where there is one', async () => {
    const full = texts(['/c/', 'Kling again'], ['/b/', 'On Kling']);
    expect(await shown(named('all', '/a/', '/b/'), full)).toEqual(['/a/', '/b/ with excerpt', '/c/ with excerpt']);
    expect(await merge(named('all', '/a/', '/b/'), full, 'kling')).toMatchObject({
      named: 2,
      texts: 2,
      matched: 'all',
    });
  });

  test('full texts alone, where names do not count', async () => {
    expect(await shown(undefined, texts(['/c/', 'Kling']))).toEqual(['/c/ with excerpt']);
  });

  test('texts with all of the words come before names with some of them', async () => {
    expect(await shown(named('some', '/a/'), texts(['/c/', 'Kling']))).toEqual(['/c/ with excerpt']);
    expect(await shown(named('some', '/a/'), texts())).toEqual(['/a/']);
  });
});

describe('texts that Pagefind found by the first letters of a word', () => {
  test('are left out', async () => {
    const full = texts(['/x/', 'An xAI story'], ['/y/', 'Another']);
    expect(await merge(named('none'), full, 'xyzzyqq')).toEqual({ results: [], named: 0, texts: 0, matched: 'none' });
  });

  test('are left out among others, and are not counted', async () => {
    const full = texts(['/b/', 'On Kling'], ['/x/', 'An xAI story']);
    expect(await shown(undefined, full)).toEqual(['/b/ with excerpt']);
    expect((await merge(undefined, full, 'kling')).texts).toBe(1);
  });

  test('are looked for in few texts: many with the word stand for all others', async () => {
    const full = texts(...Array.from({ length: 40 }, (_, index): [string, string] => [`/${index}/`, 'Kling']));
    expect((await merge(undefined, full, 'kling')).texts).toBe(40);
    expect(full.read.length).toBe(10);
  });
});

import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatProblem, isError } from '#loading/problem';
import { checkContent } from '../../../src/loading/check-content.ts';
import { corpusArticle, type CorpusIds } from '../../../scripts/bench/corpus/corpus.ts';
import { writeCorpusSite } from '../../../scripts/bench/corpus/corpus-site.ts';
import { measure } from '../../../scripts/bench/measure.ts';

/** After the newest day in the content of the project, which the made-up articles are added to. */
const now = new Date('2026-11-29T12:00:00Z');

const ids: CorpusIds = {
  authors: ['desk'],
  boards: ['top'],
  categories: ['policy', 'technology'],
  models: ['kling', 'veo'],
};

function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-corpus-')));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('made-up articles', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(corpusArticle(7, 1, ids)).toEqual(corpusArticle(7, 1, ids));
    expect(corpusArticle(7, 1, ids).text).not.toBe(corpusArticle(7, 2, ids).text);
    expect(corpusArticle(7, 1, ids).text).not.toBe(corpusArticle(8, 1, ids).text);
  });

  test('have headings, notes, tables, boxes and links, over ten years', () => {
    const articles = Array.from({ length: 300 }, (_, index) => corpusArticle(index, 1, ids));
    for (const part of [
      /^## /mu,
      /\[\^1\]: /u,
      /^\| --- /mu,
      /^:::aside/mu,
      /^::board/mu,
      /^::model/mu,
      /\]\(model:/u,
      /^> /mu,
      /^corrections:/mu,
    ])
      expect(articles.filter(({ text }) => part.test(text)).length, String(part)).toBeGreaterThan(3);
    expect(new Set(articles.map(({ year }) => year)).size).toBe(10);
  });

  test('pass the check, with pictures and without', () => {
    for (const pictures of [false, true]) {
      const site = join(folder(), 'site');
      const paths = writeCorpusSite(process.cwd(), site, { articles: 60, seed: 3, pictures });
      expect(paths).toHaveLength(60);
      expect(checkContent(site, now).problems.filter(isError).map(formatProblem)).toEqual([]);
      expect(readFileSync(join(site, paths[0] ?? ''), 'utf8').includes('image: hero.webp')).toBe(pictures);
    }
  });
});

describe('measuring', () => {
  test('counts processor time of what a command starts, and its memory', async () => {
    const busy = 'const end = process.cpuUsage().user + 300000; while (process.cpuUsage().user < end);';
    const { cpu, wall, peak } = await measure(folder(), ['sh', '-c', `echo "$WORD"; node -e '${busy}'`], {
      WORD: 'begun',
    });
    expect(cpu).toBeGreaterThan(0.25);
    expect(wall).toBeGreaterThan(0);
    expect(peak).toBeGreaterThan(process.platform === 'linux' ? 1e6 : -1);
  });

  test('a command that fails is reported with its own words', async () => {
    await expect(measure(folder(), ['sh', '-c', 'echo broken >&2; exit 3'])).rejects.toThrow(/failed in .*:\nbroken/u);
  });
});

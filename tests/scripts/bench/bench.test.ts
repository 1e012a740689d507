import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '#loading/files/front-matter';
import { astroPackages, astroSite } from '../../../scripts/bench/peers/astro-site.ts';
import { Rounds } from '../../../scripts/bench/rounds.ts';
import type { BenchSite } from '../../../scripts/bench/sites.ts';
import { costTable, missingLines, outcomeTable } from '../../../scripts/bench/tables.ts';
import { names, outcomes, type Build, type Row } from '../../../scripts/bench/targets.ts';
import { copyCode } from '../../../scripts/bench/copy-code.ts';
import { corrected, spread } from '../../../scripts/bench/corpus/correction.ts';
import { newestFirst } from '../../../scripts/bench/corpus/corpus-site.ts';
import { eleventyPackages, eleventySite } from '../../../scripts/bench/peers/eleventy-site.ts';
import { namesIn, removeBuilt } from '../../../scripts/bench/fresh-site.ts';
import { hugoSite } from '../../../scripts/bench/peers/hugo-site.ts';
import { FailedCommand, type Cost } from '../../../scripts/bench/measure.ts';
import { medianCost } from '../../../scripts/bench/medians.ts';
import { writePeerSite, type PeerSite } from '../../../scripts/bench/peers/peer-site.ts';

function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-bench-test-')));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const cost = (cpu: number, wall = cpu, peak = 5e8): Cost => ({ cpu, wall, peak });
const row = (articles: number, build: Build, site: string, of: Cost): Row => ({ articles, site, build, cost: of });
const article =
  '---\nid: 20260101-aaaaaa\ntitle: A & B\ncategory: policy\ndate: 2026-01-01\nmodels: [kling]\ntags: [audio]\n---\nSee [Kling](model:kling), up by 5 per cent and by 5 per cent.\n\n::board{id=top}\n\n:::aside{title="More"}\nInside.\n:::\n';

describe('a site of another kind', () => {
  const kinds: [string, PeerSite, string][] = [
    ['Hugo', hugoSite(false), 'content/news/a-story.md'],
    ['Eleventy', eleventySite(process.cwd()), 'content/news/a-story.md'],
    ['Astro', astroSite(process.cwd()), 'src/content/news/a-story.md'],
  ];

  test.each(kinds)('of %s imports files that it has', (_, { files }) => {
    for (const [path, text] of Object.entries(files))
      for (const [, target = ''] of text.matchAll(/^import [^;]*?from '(\.[^']+)'/gmu))
        expect(Object.keys(files), `${path}: ${target}`).toContain(posix.join(posix.dirname(path), target));
  });

  test.each(kinds)('of %s has the same fields and words, without our boxes', (name, site, path) => {
    const [megaton, made] = [folder(), folder()];
    mkdirSync(join(megaton, 'content/articles/2026/a-story'), { recursive: true });
    writeFileSync(join(megaton, 'content/articles/2026/a-story/index.md'), article);
    writePeerSite(megaton, made, ['content/articles/2026/a-story/index.md'], site);
    const text = readFileSync(join(made, path), 'utf8');
    const fields =
      name === 'Hugo' ? (JSON.parse(text.split('\n')[0] ?? '') as unknown) : parse(splitFrontMatter(text)?.yaml ?? '');
    expect(fields).toEqual({
      id: '20260101-aaaaaa',
      title: 'A & B',
      date: '2026-01-01',
      categories: ['policy'],
      models: ['kling'],
      tags: ['audio'],
    });
    expect(text).toContain('See [Kling](/models/kling/), up by');
    expect(text).toContain('Inside.');
    expect(text).not.toContain('::');
    for (const file of Object.keys(site.files)) expect(existsSync(join(made, file)), file).toBe(true);
  });

  test('of Hugo has related stories or has none', () => {
    const text = (related: boolean): string => Object.values(hugoSite(related).files).join('');
    expect(text(true)).toContain('.Related');
    expect(text(false)).not.toContain('.Related');
  });

  test('comes from npm in exact versions, that of Astro in the project’s own', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(astroPackages(process.cwd())).toMatchObject({
      astro: dependencies['astro'],
      '@astrojs/rss': dependencies['@astrojs/rss'],
    });
    for (const version of Object.values({ ...astroPackages(process.cwd()), ...eleventyPackages }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  });
});

describe('a correction', () => {
  test('changes the figure and says so', () => {
    const text = corrected(article, '2026-02-03');
    const { yaml, body } = splitFrontMatter(text) ?? { yaml: '', body: '' };
    expect((parse(yaml) as { corrections: unknown }).corrections).toEqual([
      { date: '2026-02-03', text: 'The figure is 6 per cent, not 5 per cent.' },
    ]);
    expect(body).toContain('up by 6 per cent and by 5 per cent');
    expect(body.length).toBe((splitFrontMatter(article)?.body ?? '').length);
  });

  test('follows another one, and gives a figure to an article without one', () => {
    const twice = corrected(corrected(article, '2026-02-03'), '2026-02-04');
    expect(
      (parse(splitFrontMatter(twice)?.yaml ?? '') as { corrections: { date: string }[] }).corrections.map(
        ({ date }) => date,
      ),
    ).toEqual(['2026-02-03', '2026-02-04']);
    expect(corrected('---\nid: a\n---\nNo figure.\n', '2026-02-03')).toMatch(/No figure\.\n\nIn all, 1 per cent\.\n$/u);
  });

  test('meets articles of all ages, another one each time', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((round) => spread(round, 1001))).toEqual([0, 1000, 500, 250, 750, 125, 625]);
    expect(spread(4, 1)).toBe(0);
    expect(new Set(Array.from({ length: 50 }, (_, round) => spread(round, 1000))).size).toBe(50);
  });

  test('begins with the newest article', () => {
    const site = folder();
    for (const [name, date] of [
      ['a', '2020-01-01'],
      ['b', '2026-01-01'],
      ['c', '2023-01-01'],
    ])
      writeFileSync(join(site, `${name}.md`), `---\ndate: ${date}\n---\n`);
    expect(newestFirst(site, ['a.md', 'b.md', 'c.md'])).toEqual(['b.md', 'c.md', 'a.md']);
  });
});

describe('a cold build', () => {
  test('finds nothing that a build before it made or kept', () => {
    const site = folder();
    for (const path of ['content', 'node_modules/a']) mkdirSync(join(site, path), { recursive: true });
    const written = namesIn(site);
    for (const path of ['dist/news', '.cache', 'node_modules/.cache/megaton'])
      mkdirSync(join(site, path), { recursive: true });
    removeBuilt(site, written);
    expect(namesIn(site)).toEqual(written);
    expect([...written].sort()).toEqual(['content', 'node_modules', 'node_modules/a']);
  });

  test('of a copy leaves the packages of the project alone, which it shares', () => {
    const [project, copy] = [folder(), folder()];
    for (const part of ['src', 'scripts', 'public', 'node_modules/a'])
      mkdirSync(join(project, part), { recursive: true });
    for (const part of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
      writeFileSync(join(project, part), '');
    copyCode(project, copy);
    const written = namesIn(copy);
    mkdirSync(join(project, 'node_modules', 'b'));
    removeBuilt(copy, written);
    expect(readdirSync(join(copy, 'node_modules'))).toEqual(['a', 'b']);
  });
});

describe('rounds', () => {
  const site = (name: string, script: string): BenchSite => ({
    name,
    folder: folder(),
    command: ['sh', '-c', script],
    env: {},
    put: () => undefined,
  });

  test('build every site in turn, and go on without one that fails', async () => {
    const reported: string[] = [];
    const prepared: string[] = [];
    const rounds = new Rounds([site('good', 'echo fine'), site('bad', 'echo "Error: too bad" >&2; exit 3')], (line) =>
      reported.push(line),
    );
    for (const what of ['cold 1 of 1', 'edit 1 of 1'])
      await rounds.round(what.startsWith('cold') ? 'cold' : 'edit', what, ({ name }) => prepared.push(name));
    expect(prepared).toEqual(['good', 'bad', 'good']);
    expect(rounds.builds('cold').map(([name, builds]) => [name, builds.length])).toEqual([['good', 1]]);
    expect(rounds.builds('edit').map(([name]) => name)).toEqual(['good']);
    expect(rounds.failures()).toEqual([['bad', 'Error: too bad']]);
    expect(reported.filter((line) => line.includes(' of '))).toEqual([
      'cold 1 of 1: good (1 of 2)',
      'cold 1 of 1: bad (2 of 2)',
      'edit 1 of 1: good (1 of 1)',
    ]);
  });

  test('say how a site failed that said nothing', () => {
    expect(new FailedCommand(['a'], '/b', 137, '[WARN] an error may follow\n').reason).toBe('it ended with 137');
    expect(new FailedCommand(['a'], '/b', 1, 'one\nnpm error code E404\ntwo').reason).toBe('npm error code E404');
  });

  test('are summed up by their median', () => {
    expect(medianCost([cost(5, 1), cost(1, 9), cost(3, 2)])).toEqual(cost(3, 2));
    expect(medianCost([cost(1), cost(2)]).cpu).toBe(1.5);
  });
});

describe('targets', () => {
  const all: Row[] = [
    row(10_000, 'cold', names.hugoRelated, cost(100, 60)),
    row(10_000, 'cold', names.eleventy, cost(20)),
    row(10_000, 'edit', names.hugo, cost(10, 6)),
    row(10_000, 'cold', names.megaton, cost(160, 20, 1.7e9)),
    row(10_000, 'edit', names.megaton, cost(13, 3, 8e8)),
  ];
  const results = outcomes(all);
  const found = (...words: string[]) => results.find(({ what }) => words.every((word) => what.includes(word)));

  test('are ratios to a peer, to the limit itself, and the most memory', () => {
    expect(found('cold', names.eleventy)).toMatchObject({ limit: 8, measured: 8, met: true });
    expect(found('cold', names.hugoRelated)).toMatchObject({ limit: 1, measured: 1.6, met: false });
    expect(found('edited', names.hugo)).toMatchObject({ limit: 1.2, measured: 1.3, met: false });
    expect(found('memory', 'cold')).toMatchObject({ limit: 1.8, unit: 'GB', measured: 1.7, met: true });
    expect(found('memory', 'edited')).toMatchObject({ limit: 1.3, measured: 0.8, met: true });
  });

  test('need a size that was measured, and are open without the peer', () => {
    expect(outcomes([row(100, 'cold', names.megaton, cost(1))])).toEqual([]);
    const alone = outcomes([row(10_000, 'edit', names.megaton, cost(1))]);
    expect(alone.filter(({ unit }) => unit === '×').map(({ met }) => met)).toEqual([undefined, undefined, undefined]);
    expect(outcomeTable(alone)).toContain('not measured');
  });

  test('are listed in a table with what is met and what is not', () => {
    expect(outcomeTable(results)).toContain(
      `| 10000 articles, one article edited: processor time to that of ${names.hugo} | 1.2 × | 1.30 × | **not met** |`,
    );
  });
});

describe('tables', () => {
  test('show what a build took, with ratios to each peer', () => {
    const table = costTable('edit', [
      row(100, 'edit', names.megaton, cost(4, 2)),
      row(100, 'edit', names.hugo, cost(8, 1, 1e8)),
    ]);
    expect(table.split('\n').slice(2)).toEqual([
      `| ${names.megaton} | 4.0 | 2.0 | 500 |  |  |`,
      `| ${names.hugo} | 8.0 | 1.0 | 100 | 0.50 | 2.00 |`,
    ]);
    expect(costTable('cold', [row(100, 'cold', names.hugo, cost(8, 1, 1e8))])).toContain(
      `| ${names.hugo} | 8.0 | 1.0 | 100 |  |  |`,
    );
  });

  test('are followed by what is not in them', () => {
    expect(missingLines([{ site: 'hugo', why: 'it is not installed' }])).toBe('- hugo: it is not installed');
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '#loading/files/front-matter';
import { astroPackages, astroSite } from '../../../scripts/bench/peers/astro-site.ts';
import { Rounds } from '../../../scripts/bench/rounds.ts';
import type { BenchSite } from '../../../scripts/bench/sites.ts';
import { costTable, missingLines, outcomeTable, stageTable } from '../../../scripts/bench/tables.ts';
import { names, outcomes, type Build, type Row } from '../../../scripts/bench/targets.ts';
import { stagesOf, withoutSearch } from '../../../scripts/build-stages.ts';
import { copyCode } from '../../../scripts/bench/copy-code.ts';
import { corrected, placeOf } from '../../../scripts/bench/corpus/correction.ts';
import { newestFirst } from '../../../scripts/bench/corpus/corpus-site.ts';
import { eleventyPackages, eleventySite } from '../../../scripts/bench/peers/eleventy-site.ts';
import { namesIn, takeMadeAway } from '../../../scripts/bench/fresh-site.ts';
import { hugoSite } from '../../../scripts/bench/peers/hugo-site.ts';
import { FailedCommand, type Cost, type Measured } from '../../../scripts/bench/measure.ts';
import { medianBuild, medianCost } from '../../../scripts/bench/medians.ts';
import { writePeerSite, type PeerSite } from '../../../scripts/bench/peers/peer-site.ts';
import { Progress } from '../../../scripts/progress.ts';

function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-bench-test-')));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const cost = (cpu: number, wall = cpu, peak = 5e8): Cost => ({ cpu, wall, peak });
const row = (articles: number, build: Build, site: string, of: Cost): Row => ({ articles, site, build, cost: of });
const measured = (of: Cost, said = '', programs: [string, number][] = []): Measured => ({ cost: of, said, programs: new Map(programs) });
const article = '---\nid: 20260101-aaaaaa\ntitle: A & B\ncategory: policy\ndate: 2026-01-01\nmodels: [kling]\ntags: [audio]\n---\nSee [Kling](model:kling), up by 5 per cent and by 5 per cent.\n\n::board{id=top}\n\n:::aside{title="More"}\nInside.\n:::\n';

describe('a site of another kind', () => {
  const kinds: [string, PeerSite, string][] = [
    ['Hugo', hugoSite(false), 'content/news/a-story.md'],
    ['Eleventy', eleventySite(process.cwd()), 'content/news/a-story.md'],
    ['Astro', astroSite(process.cwd()), 'src/content/news/a-story.md'],
  ];

  test.each(kinds)('of %s has the same fields and words, without our boxes', (name, site, path) => {
    const [megaton, made] = [folder(), folder()];
    mkdirSync(join(megaton, 'content/articles/2026/a-story'), { recursive: true });
    writeFileSync(join(megaton, 'content/articles/2026/a-story/index.md'), article);
    writePeerSite(megaton, made, ['content/articles/2026/a-story/index.md'], site);
    const text = readFileSync(join(made, path), 'utf8');
    const fields = name === 'Hugo' ? (JSON.parse(text.split('\n')[0] ?? '') as unknown) : parse(splitFrontMatter(text)?.yaml ?? '');
    expect(fields).toEqual({ id: '20260101-aaaaaa', title: 'A & B', date: '2026-01-01', categories: ['policy'], models: ['kling'], tags: ['audio'] });
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
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    expect(astroPackages(process.cwd())).toMatchObject({ astro: dependencies['astro'], '@astrojs/rss': dependencies['@astrojs/rss'] });
    for (const version of Object.values({ ...astroPackages(process.cwd()), ...eleventyPackages })) expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  });
});

describe('a correction', () => {
  test('changes the figure and says so', () => {
    const text = corrected(article, '2026-02-03');
    const { yaml, body } = splitFrontMatter(text) ?? { yaml: '', body: '' };
    expect((parse(yaml) as { corrections: unknown }).corrections).toEqual([{ date: '2026-02-03', text: 'The figure is 6 per cent, not 5 per cent.' }]);
    expect(body).toContain('up by 6 per cent and by 5 per cent');
    expect(body.length).toBe((splitFrontMatter(article)?.body ?? '').length);
  });

  test('follows another one, and gives a figure to an article without one', () => {
    const twice = corrected(corrected(article, '2026-02-03'), '2026-02-04');
    expect((parse(splitFrontMatter(twice)?.yaml ?? '') as { corrections: { date: string }[] }).corrections.map(({ date }) => date)).toEqual(['2026-02-03', '2026-02-04']);
    expect(corrected('---\nid: a\n---\nNo figure.\n', '2026-02-03')).toMatch(/No figure\.\n\nIn all, 1 per cent\.\n$/u);
  });

  test('meets articles of all ages, another one each time', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((round) => placeOf(round, 1001))).toEqual([0, 1000, 500, 250, 750, 125, 625]);
    expect(placeOf(4, 1)).toBe(0);
    expect(new Set(Array.from({ length: 50 }, (_, round) => placeOf(round, 1000))).size).toBe(50);
  });

  test('begins with the newest article', () => {
    const site = folder();
    for (const [name, date] of [['a', '2020-01-01'], ['b', '2026-01-01'], ['c', '2023-01-01']]) writeFileSync(join(site, `${name}.md`), `---\ndate: ${date}\n---\n`);
    expect(newestFirst(site, ['a.md', 'b.md', 'c.md'])).toEqual(['b.md', 'c.md', 'a.md']);
  });
});

describe('a cold build', () => {
  test('finds nothing that a build before it made or kept', () => {
    const site = folder();
    for (const path of ['content', 'node_modules/a']) mkdirSync(join(site, path), { recursive: true });
    const written = namesIn(site);
    for (const path of ['dist/news', '.dist', 'node_modules/.cache/megaton']) mkdirSync(join(site, path), { recursive: true });
    takeMadeAway(site, written);
    expect(namesIn(site)).toEqual(written);
    expect([...written].sort()).toEqual(['content', 'node_modules', 'node_modules/a']);
  });

  test('of a copy leaves the packages of the project alone, which it shares', () => {
    const [project, copy] = [folder(), folder()];
    for (const part of ['src', 'scripts', 'public', 'node_modules/a']) mkdirSync(join(project, part), { recursive: true });
    for (const part of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) writeFileSync(join(project, part), '');
    copyCode(project, copy);
    const written = namesIn(copy);
    mkdirSync(join(project, 'node_modules', 'b'));
    takeMadeAway(copy, written);
    expect(readdirSync(join(copy, 'node_modules'))).toEqual(['a', 'b']);
  });
});

describe('rounds', () => {
  const site = (name: string, script: string): BenchSite => ({ name, folder: folder(), command: ['sh', '-c', script], env: {}, put: () => undefined });

  test('build every site in turn, and go on without one that fails', async () => {
    const told: string[] = [];
    const prepared: string[] = [];
    const rounds = new Rounds([site('good', 'echo fine'), site('bad', 'echo "Error: too bad" >&2; exit 3')], (line) => told.push(line));
    for (const what of ['cold 1 of 1', 'edit 1 of 1']) await rounds.round(what.startsWith('cold') ? 'cold' : 'edit', what, ({ name }) => prepared.push(name));
    expect(prepared).toEqual(['good', 'bad', 'good']);
    expect(rounds.builds('cold').map(([name, builds]) => [name, builds.map(({ said }) => said.split('\n')[0])])).toEqual([['good', ['fine']]]);
    expect(rounds.builds('edit').map(([name]) => name)).toEqual(['good']);
    expect(rounds.failures()).toEqual([['bad', 'Error: too bad']]);
    expect(told.filter((line) => / of /u.test(line))).toEqual(['cold 1 of 1: good (1 of 2)', 'cold 1 of 1: bad (2 of 2)', 'edit 1 of 1: good (1 of 1)']);
  });

  test('say how a site failed that said nothing', () => {
    expect(new FailedCommand(['a'], '/b', 137, '[WARN] an error may follow\n').reason).toBe('it ended with 137');
    expect(new FailedCommand(['a'], '/b', 1, 'one\nnpm error code E404\ntwo').reason).toBe('npm error code E404');
  });

  test('are summed up by their median', () => {
    const builds = [cost(5, 1), cost(1, 9), cost(3, 2)].map((of) => measured(of));
    expect(medianCost(builds.map((build) => build.cost))).toEqual(cost(3, 2));
    expect(medianBuild(builds)?.cost.cpu).toBe(3);
    expect(medianCost([cost(1), cost(2)]).cpu).toBe(1.5);
    expect(medianBuild([measured(cost(2)), measured(cost(1))])?.cost.cpu).toBe(1);
    expect(medianBuild([])).toBeUndefined();
  });
});

describe('stages', () => {
  const said = 'Content: 158 entries, 0.3 s (processor 0.5 s)\n[WARN] no: use, 1.0 s\nSearch: 1 entry, 2.0 s (processor 0.4 s)\nThe site is in dist/ (x). 2.3 s in all.\n3.1 0.2 2.9';

  test('are read from what the build prints', async () => {
    expect(stagesOf(measured(cost(4), said, [['pagefind_extend', 1.5], ['node', 2]]))).toEqual([
      { name: 'Content', wall: 0.3, cpu: 0.5 },
      { name: 'Search', wall: 2, cpu: 1.9 },
    ]);
    const printed: string[] = [];
    await new Progress((line) => printed.push(line)).stage('Pages', async () => ({ result: undefined, said: '3 pages, 2 as before' }));
    expect(stagesOf(measured(cost(1), printed.join('\n'))).map(({ name }) => name)).toEqual(['Pages']);
  });

  test('without the search cost what is left, where the system tells enough', () => {
    const { cpu, wall } = withoutSearch(measured(cost(4, 3), said, [['pagefind_extend', 1.5]])) ?? cost(NaN);
    expect([cpu, wall].map((seconds) => seconds.toFixed(1))).toEqual(['2.1', '1.0']);
    expect(withoutSearch(measured(cost(4), said))).toBeUndefined();
    expect(withoutSearch(measured(cost(4), '', [['node', 1]]))).toBeUndefined();
  });

  test('that take more than a tenth are marked', () => {
    const table = stageTable('cold', [{ name: 'Content', wall: 0.2, cpu: 0.3 }, { name: 'Pages', wall: 1, cpu: 6 }], cost(10, 10));
    expect(table.split('\n').slice(2)).toEqual(['| Content | 0.3 | 0.2 | 3 % | 2 % |', '| **Pages** | 6.0 | 1.0 | 60 % | 10 % |', '| **Start, end and what no stage tells** | 3.7 | 8.8 | 37 % | 88 % |']);
  });
});

describe('targets', () => {
  const all: Row[] = [
    ...(['cold', 'edit'] as const).flatMap((build) => [
      row(1000, build, names.hugo, cost(2)),
      row(10_000, build, names.hugo, cost(10, 6)),
      row(10_000, build, names.hugoRelated, cost(100, 60)),
      row(10_000, build, names.astro, cost(60)),
      row(10_000, build, names.eleventy, cost(18)),
    ]),
    row(1000, 'cold', names.megaton, cost(4)),
    row(1000, 'edit', names.megaton, cost(3)),
    row(10_000, 'cold', names.megaton, cost(40, 20, 1.2e9)),
    row(10_000, 'edit', names.megaton, cost(5, 3, 8e8)),
    row(10_000, 'edit', names.withoutSearch, cost(4, 2, 0)),
  ];
  const judged = outcomes(all);
  const found = (...words: string[]) => judged.find(({ what }) => words.every((word) => what.includes(word)));

  test('are ratios to a peer, to the limit itself', () => {
    expect(found('10000', 'edited', 'processor', names.hugo)).toMatchObject({ limit: 0.4, measured: 0.5, withoutSearch: 0.4, met: false });
    expect(found('10000', 'edited', 'clock', names.hugo)).toMatchObject({ limit: 0.5, measured: 0.5, met: true });
    expect(found('10000', 'edited', 'processor', names.hugoRelated)).toMatchObject({ limit: 0.4, measured: 0.05, met: true });
    expect(found('10000', 'edited', names.astro)).toMatchObject({ limit: 0.1, met: true });
    expect(found('10000', 'cold', names.eleventy)).toMatchObject({ limit: 1.4, met: false });
    expect(found('10000', 'cold', names.hugo)).toMatchObject({ limit: 2, measured: 4, met: false });
    expect(found('1000 articles, one', names.hugo)).toMatchObject({ limit: 2, measured: 1.5, met: true });
  });

  test('are the most memory of all builds, and growth', () => {
    expect(found('memory')).toMatchObject({ limit: 1, unit: 'GB', measured: 1.2, met: false });
    expect(found('growth', 'cold')).toMatchObject({ limit: 10, measured: 10, met: true });
    expect(found('growth', 'edited')).toMatchObject({ limit: 2, met: true });
  });

  test('are asked for sizes that were measured, and are open without the peer', () => {
    expect(outcomes(all.filter(({ articles }) => articles === 1000)).map(({ what }) => what).filter((what) => /10000/u.test(what))).toEqual([]);
    expect(outcomes([row(100, 'cold', names.megaton, cost(1))])).toEqual([]);
    const alone = outcomes([row(1000, 'edit', names.megaton, cost(1))]);
    expect(alone.map(({ met }) => met)).toEqual([undefined, undefined]);
    expect(outcomeTable(alone)).toMatch(/\| 2 × \|  \| not measured \|  \|/u);
  });

  test('stand in a table with what is met and what is not', () => {
    expect(outcomeTable(judged)).toContain(`| 10000 articles, one article edited: processor time to that of ${names.hugo} | 0.4 × | 0.50 × | **not met** | 0.40 × |`);
    expect(outcomeTable(judged)).toContain('| Most memory at 10000 articles | 1 GB | 1.20 GB | **not met** |  |');
  });
});

describe('tables', () => {
  test('show what a build took, with ratios to each peer', () => {
    const table = costTable('edit', [row(100, 'edit', names.megaton, cost(4, 2)), row(100, 'edit', names.withoutSearch, cost(3, 1, 0)), row(100, 'edit', names.hugo, cost(8, 1, 1e8))]);
    expect(table.split('\n').slice(2)).toEqual([`| ${names.megaton} | 4.0 | 2.0 | 500 |  |  |`, `| ${names.withoutSearch} | 3.0 | 1.0 |  |  |  |`, `| ${names.hugo} | 8.0 | 1.0 | 100 | 0.50 | 2.00 |`]);
    expect(costTable('cold', [row(100, 'cold', names.hugo, cost(8, 1, 1e8))])).toContain(`| ${names.hugo} | 8.0 | 1.0 | 100 |  |  |`);
  });

  test('are followed by what is not in them', () => {
    expect(missingLines([{ site: 'hugo', why: 'it is not installed' }])).toBe('- hugo: it is not installed');
  });
});

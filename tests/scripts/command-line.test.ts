import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../loading/fixture.ts';

const scripts = join(import.meta.dirname, '../../scripts');

/** Runs a command in a project that was never built. */
function misuse(script: string, ...args: string[]): [status: number | null, said: string] {
  const { status, stdout, stderr } = spawnSync('node', [join(scripts, `${script}.ts`), ...args], { cwd: makeProject(), encoding: 'utf8' });
  return [status, `${stdout}${stderr}`];
}

test.each(['verify', 'nginx', 'load', 'preview', 'shots'])('`%s` without a site says what to do first', (script) => {
  expect(misuse(script)).toEqual([2, 'There is no site in dist/ yet. Run `npm run build` first.\n']);
});

test('there is nothing to go back to before the first build', () => {
  expect(misuse('rollback')).toEqual([1, 'There is no site here yet. Run `npm run build` first.\n']);
});

test.each([
  ['bench', '--articles=100,many', '`--articles` is `many`: write a whole number from 1 on.\n'],
  ['bench', '--rounds=0', '`--rounds` is `0`: write a whole number from 1 on.\n'],
  ['bench', '--round=3', "Unknown option '--round'.\nUsage: npm run bench -- [--articles=100,1000] [--rounds=5] [--cold-rounds=1] [--peers=megaton,hugo,eleventy,astro] [--seed=1] [--pictures]\n"],
  ['build', '--acept-loss', "Unknown option '--acept-loss'.\nUsage: npm run build -- [--accept-loss]\n"],
  ['prove', '--steps=0', '`--steps` is `0`: write a whole number from 1 on.\n'],
  ['prove', '--every=often', '`--every` is `often`: write a whole number from 1 on.\n'],
  ['prove', '--step=3', "Unknown option '--step'.\nUsage: npm run prove -- [--articles=300] [--steps=300] [--seed=1] [--every=1]\n--every=3 compares after every third step only.\n"],
  ['bench', '--peers=megaton,jekyll', '`--peers` names `jekyll`: choose from megaton, hugo, eleventy, astro.\n'],
  ['same-bytes', '--builds=-1', '`--builds` is `-1`: write a whole number from 1 on.\n'],
  ['load', '--seconds=1e9', '`--seconds` is `1e9`: write a whole number from 1 on.\n'],
])('`%s %s` is told in words', (script, option, says) => {
  expect(misuse(script, option)).toEqual([2, says]);
});

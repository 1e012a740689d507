import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../loading/fixture.ts';

const scripts = join(import.meta.dirname, '../../scripts');

/** Runs a command in a project that was never built. */
function misuse(script: string, ...args: string[]): [status: number | null, said: string] {
  const { status, stdout, stderr } = spawnSync('node', [join(scripts, `${script}.ts`), ...args], {
    cwd: makeProject(),
    encoding: 'utf8',
  });
  return [status, `${stdout}${stderr}`];
}

const { scripts: commands } = JSON.parse(readFileSync(join(scripts, '../package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const own = Object.entries(commands).flatMap(([name, line]) =>
  /^node (scripts\/\S+)$/u.test(line) ? [[name, line.replace(/^node scripts\/|\.ts$/gu, '')] as const] : [],
);

test('there are at most 23 commands', () => {
  expect(Object.keys(commands).length).toBeLessThanOrEqual(23);
  expect(own.length).toBeGreaterThan(12);
});

test.each(own)('`npm run %s -- --help` says how it is called', (name, script) => {
  const [status, said] = misuse(script, '--help');
  expect([status, said]).toEqual([
    0,
    expect.stringMatching(new RegExp(`^Usage: npm (?:run (?:--silent )?)?${name}\\b`, 'u')),
  ]);
});

test.each(own.filter(([name]) => ['check', 'verify', 'publish'].includes(name)))(
  '`npm run %s -- --nonsense` is refused',
  (_name, script) => {
    expect(misuse(script, '--nonsense')).toEqual([
      2,
      expect.stringMatching(/^Unknown option '--nonsense'\.\n\nUsage: npm /u),
    ]);
  },
);

test.each(['site/verify', 'site/nginx', 'site/publish', 'site/screenshots', 'bench/prove'])(
  '`%s` without a site says what to do first',
  (script) => {
    const args = { 'site/publish': ['/tmp/nowhere'], 'bench/prove': ['load'] }[script] ?? [];
    expect(misuse(script, ...args)).toEqual([2, 'There is no site in dist/ yet. Run `npm run build` first.\n']);
  },
);

test.each([
  ['bench/bench', '--articles=100,many', '`--articles` is `many`: write a whole number from 1 on.\n'],
  ['bench/bench', '--rounds=0', '`--rounds` is `0`: write a whole number from 1 on.\n'],
  ['bench/bench', '--peers=megaton,jekyll', '`--peers` names `jekyll`: choose from megaton, hugo, eleventy, astro.\n'],
  ['bench/prove', '--steps=0', '`--steps` is `0`: write a whole number from 1 on.\n'],
  ['bench/prove', '--every=often', '`--every` is `often`: write a whole number from 1 on.\n'],
  ['bench/prove', 'everything', 'There is no proof `everything`. Choose one of: changes, bytes, load, paint.\n'],
  ['assets/assets', 'pictures', 'Name one of: fonts, icons, illustrations, schemas.\n'],
  ['site/screenshots', 'hom', expect.stringMatching(/^There is no screenshot hom\. Names: home, /u)],
])('`%s %s` is refused with what to write', (script, option, says) => {
  expect(misuse(script, option)).toEqual([2, says]);
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatProblem } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { makeProject, now } from '../../loading/fixture.ts';

const script = fileURLToPath(new URL('../../../scripts/content/rate.ts', import.meta.url));
const edition = 'content/leaderboards/arena/2026-11-01.yaml';
const votesFile = 'content/leaderboards/arena/votes/2026-11-01.csv';
const votes = 'left,right,winner\nalpha-1,beta-2,left\nalpha-1,beta-2,left\nalpha-1,beta-2,left\nbeta-2,alpha-1,left\n';

/** A project that holds votes and the edition rated from them. */
function votedProject(): string {
  const root = makeProject({ 'leaderboards/arena/votes/2026-11-01.csv': votes });
  const { status, stderr } = spawnSync(process.execPath, [script, votesFile, '--edition=arena/2026-11-01'], {
    cwd: root,
    env: { ...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000) },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return root;
}

const problemsOf = (root: string): string[] => readContent(root, now).problems.map(formatProblem);

describe('an edition of votes that we hold', () => {
  it('is written as such, with its rank ranges next to it', () => {
    const root = votedProject();
    const written = parse(readFileSync(join(root, edition), 'utf8')) as {
      kind: string;
      votes: string;
      entries: { name: string; score: number }[];
    };
    expect([written.kind, written.votes]).toEqual(['voted', '2026-11-01.csv']);
    // Three wins to one: odds of 3, which is 400 log10(3) points, around 1000.
    expect((written.entries[0]?.score ?? 0) - (written.entries[1]?.score ?? 0)).toBeCloseTo(400 * Math.log10(3), 9);
    expect(written.entries.map(({ name }) => name)).toEqual(['Alpha 1', 'Beta 2']);
    const inference = JSON.parse(readFileSync(join(root, edition.replace('.yaml', '.inference.json')), 'utf8')) as {
      entries: { listed: string; best: number; worst: number }[];
    };
    expect(inference.entries.map(({ listed, best, worst }) => [listed, best, worst])).toEqual([
      ['alpha-1', 1, 2],
      ['beta-2', 1, 2],
    ]);
    expect(problemsOf(root)).toEqual([]);
  });

  it('fails the check when a figure was typed', () => {
    const root = votedProject();
    const text = readFileSync(join(root, edition), 'utf8');
    writeFileSync(join(root, edition), text.replace('votes: 4', 'votes: 5'));
    const [problem] = problemsOf(root);
    expect(problem).toContain('These ratings no longer equal their own recomputation.');
    expect(problem).toContain(`npm run rate -- ${votesFile} --edition=arena/2026-11-01`);
  });

  it('fails the check when the votes changed, or are wrong, or are gone', () => {
    const root = votedProject();
    writeFileSync(join(root, votesFile), `${votes}alpha-1,beta-2,right\n`);
    expect(problemsOf(root).join('\n')).toContain('no longer equal');
    writeFileSync(join(root, votesFile), `${votes}alpha-1,beta-2,nobody\n`);
    expect(problemsOf(root).join('\n')).toMatch(/^content\/leaderboards\/arena\/votes\/2026-11-01\.csv:6:16 {2}/mu);
    const other = votedProject();
    writeFileSync(
      join(other, edition),
      readFileSync(join(other, edition), 'utf8').replace('votes: 2026-11-01.csv', 'votes: 2026-11-02.csv'),
    );
    expect(problemsOf(other).join('\n')).toContain('There is no file content/leaderboards/arena/votes/2026-11-02.csv.');
  });
});

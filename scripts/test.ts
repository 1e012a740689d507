import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommand } from './command-line.ts';

/** Everything that shows the project to be right, in order: a later step needs the ones before. */
readCommand(
  'Usage: npm test\n\nRuns the linters, the check of the content, the build and all tests. The last line is the totals.',
  {},
);
const totals = { passed: 0, failed: 0 };
const folder = mkdtempSync(join(tmpdir(), 'megaton-test-'));

step('Lint', 'npm', ['run', '--silent', 'lint']);
step('Content', 'node', ['scripts/content/check.ts']);
if (step('Build', 'astro', ['build'])) suite('Tests', []);
else suite('Tests without a built site', ['--exclude', 'tests/{site,browser}/**']);

rmSync(folder, { recursive: true });
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** Runs a command that counts as one test. */
function step(name: string, command: string, args: readonly string[]): boolean {
  const passed = run(name, command, args);
  totals[passed ? 'passed' : 'failed'] += 1;
  return passed;
}

/** Runs test files and adds what they counted; a run that ends without a count is one failure. */
function suite(name: string, args: readonly string[]): void {
  const report = join(folder, 'tests.json');
  const passed = run(name, 'vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      'numPassedTests' | 'numFailedTests',
      number
    >;
    totals.passed += numPassedTests;
    // A file that cannot be loaded has no tests to fail.
    totals.failed += Math.max(numFailedTests, passed ? 0 : 1);
  } catch {
    totals.failed += 1;
  }
}

function run(name: string, command: string, args: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that `npm test` runs, in order: a later step needs the ones before. */
const totals = { passed: 0, failed: 0 };
/** Tests that count the reader's time. */
const patient = 'tests/browser/{paint,search-faults}.test.ts';
const folder = mkdtempSync(join(tmpdir(), 'megaton-test-'));

step('Types', 'astro', ['check', '--minimumFailingSeverity', 'hint']);
step('Content', 'node', ['scripts/check.ts']);
suite('Rules, schemas, joins', ['--exclude', 'tests/{site,browser}/**']);
const built = step('Build', 'node', ['scripts/build.ts']);
if (built) {
  suite('Built site and browser', ['--exclude', patient, 'tests/site', 'tests/browser']);
  // What readers wait for is looked at with nothing else running.
  suite('Waiting', ['--maxWorkers=1', 'tests/browser/paint.test.ts', 'tests/browser/search-faults.test.ts']);
}

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
  const report = join(folder, `${name.replace(/\W+/gu, '-')}.json`);
  const passed = run(name, 'vitest', ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<'numPassedTests' | 'numFailedTests', number>;
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

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommand } from './command-line.ts';

/** Everything that shows the project to be right. */
readCommand(
  'Usage: npm test\n\nRuns the linters, the check of the content, the build and all tests. The last line is the totals.',
  {},
);
const totals = { passed: 0, failed: 0 };
const folder = mkdtempSync(join(tmpdir(), 'megaton-test-'));
// The tests start hundreds of commands, which need not compile the same files again.
const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };

count(await run('Content', 'node', ['scripts/content/check.ts']));
const isBuilt = count(await run('Build', 'astro', ['build']));
// The linters read what the build wrote about the content. Browsers wait more than they work, so there is time for both.
const lint = run('Lint', 'npm', ['run', '--silent', 'lint'], 'when it ends');
await (isBuilt ? suite('Tests', []) : suite('Tests without a built site', ['--exclude', 'tests/{site,browser}/**']));
count(await lint);

rmSync(folder, { recursive: true });
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** Counts a command as one test. */
function count(passed: boolean): boolean {
  totals[passed ? 'passed' : 'failed'] += 1;
  return passed;
}

/** Runs test files and adds what they counted; a run that ends without a count is one failure. */
async function suite(name: string, args: readonly string[]): Promise<void> {
  const report = join(folder, 'tests.json');
  const passed = await run(name, 'vitest', [
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

/**
 * Runs a command.
 * @param shows when its output is printed
 * @returns whether it ended well
 */
function run(
  name: string,
  command: string,
  args: readonly string[],
  shows: 'at once' | 'when it ends' = 'at once',
): Promise<boolean> {
  if (shows === 'at once') console.log(`\n== ${name}`);
  return new Promise((end) => {
    const child = spawn(command, args, {
      stdio: ['ignore', ...(shows === 'at once' ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))],
      shell: process.platform === 'win32',
      env,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => (output += data.toString()));
    child.once('error', ({ message }) => {
      console.log(message);
      end(false);
    });
    child.once('close', (code) => {
      if (shows === 'when it ends') console.log(`\n== ${name}\n${output}`);
      end(code === 0);
    });
  });
}

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = process.cwd();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'megaton-newsletter-'));
  for (const part of [
    'src',
    'scripts',
    'content',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  // Later issues are in the future of this test.
  rmSync(join(folder, 'content/newsletters'), { recursive: true, force: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command at the end of 28 November 2026, after the newest story. */
async function newsletter(...options: string[]): Promise<{ out: string; failed: boolean }> {
  // Astro serves nothing to a process that takes itself for a test.
  const outside = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST|MODE|DEV|PROD|BASE_URL)/u.test(name)),
  );
  const environment = { ...outside, SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 28, 23, 59) / 1000) };
  try {
    const { stdout } = await promisify(execFile)('node', ['scripts/content/newsletter.ts', ...options], {
      cwd: folder,
      env: environment,
    });
    return { out: stdout, failed: false };
  } catch (error) {
    return { out: String((error as { stderr?: string }).stderr), failed: true };
  }
}

describe('npm run newsletter', () => {
  test('writes the issue, the mail and its text, and sends nothing', async () => {
    const { out, failed } = await newsletter('--since=2026-09-20', '--subject=A & B');
    expect(out).toContain('Nothing was sent.');
    expect(failed).toBe(false);
    expect(readFileSync(join(folder, 'content/newsletters/2026-11-28.yaml'), 'utf8')).toBe(
      'subject: A & B\nsince: 2026-09-20\n',
    );
    const [html, text] = ['html', 'txt'].map((ending) =>
      readFileSync(join(folder, `.newsletter/2026-11-28.${ending}`), 'utf8'),
    );
    for (const mail of [html, text]) {
      expect(mail).toContain('https://megaton.ai/newsletter/2026-11-28/');
      expect(mail).toContain('https://megaton.ai/news/what-sound-is-worth-to-voters/');
      expect(mail).toContain('https://megaton.ai/leaderboards/arena-text-to-video/2026-09-22/changes/');
      // It came out in March.
      expect(mail).not.toContain('sora-shutdown-disney');
    }
    expect(Buffer.byteLength(html ?? '')).toBeLessThan(100_000);
  });

  test.each([
    ['without a first day', ['--date=2026-11-20'], 'Write --since=YYYY-MM-DD, a day up to 2026-11-20'],
    ['with a day that does not exist', ['--since=2026-02-30', '--date=2026-11-20'], 'Write --since=YYYY-MM-DD'],
    ['for a future day', ['--since=2026-09-01', '--date=2026-12-01'], '`2026-12-01` is not a day up to today.'],
    [
      'over an issue that exists',
      ['--since=2026-09-01', '--date=2026-11-28'],
      'content/newsletters/2026-11-28.yaml exists already and is never overwritten.',
    ],
  ])('%s says what to write', async (_, options, says) => {
    const { out, failed } = await newsletter(...options);
    expect(out).toContain(says);
    expect(out).toContain('Usage: npm run newsletter');
    expect(failed).toBe(true);
    expect(existsSync(join(folder, 'content/newsletters/2026-11-20.yaml'))).toBe(false);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeVersion } from '#loading/cache/code-version';

test('the version of the code changes with any file that decides what is read, and with the packages', () => {
  const root = mkdtempSync(join(tmpdir(), 'megaton-code-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const room of ['loading', 'schemas', 'domain']) {
    mkdirSync(join(root, 'src', room), { recursive: true });
    writeFileSync(join(root, 'src', room, 'a.ts'), 'one');
  }
  const manifest = (zod: string): void => writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { zod, yaml: '1' } }));
  manifest('1');
  const versions = [codeVersion(join(root, 'src'))];
  for (const room of ['loading', 'schemas', 'domain']) {
    writeFileSync(join(root, 'src', room, 'a.ts'), 'two');
    versions.push(codeVersion(join(root, 'src')));
  }
  manifest('2');
  versions.push(codeVersion(join(root, 'src')));
  expect(new Set(versions).size).toBe(5);
});

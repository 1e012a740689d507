import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** Components that a file renders, directly or through others. */
function usedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^import [^'"]*from '([^']+\.astro)';/gmu))
    usedBy(from.startsWith('#') ? `src/${from.slice(1)}` : posix.join(posix.dirname(file), from), seen);
  return seen;
}

test('the styleguide shows every component', () => {
  const shown = usedBy('src/pages/_styleguide.astro');
  const all = readdirSync('src/components', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => `src/components/${file.replaceAll('\\', '/')}`);
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((component) => !shown.has(component))).toEqual([]);
});

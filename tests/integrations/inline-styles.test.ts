import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { hashSource, stylesOfRoutes } from '../../src/integrations/host-files/inline-styles.ts';

test('every page of a route has the style of the route, in whichever section it is', () => {
  const root = mkdtempSync(join(tmpdir(), 'megaton-styles-'));
  const dist = pathToFileURL(`${root}/`);
  const files = ['models/a/stories', 'providers/b/stories'].map((folder) => {
    mkdirSync(join(root, folder), { recursive: true });
    const file = join(root, folder, 'index.html');
    writeFileSync(file, '<style>p{color:red}</style><p>Text</p>');
    return pathToFileURL(file);
  });
  const hashes = [hashSource('p{color:red}')];
  const route = new Map([
    ['stories', files],
    ['feed', [new URL('rss.xml', dist)]],
  ]);
  expect(stylesOfRoutes(dist, route)).toEqual([
    { address: '/models/a/stories/', hashes },
    { address: '/providers/b/stories/', hashes },
  ]);
  rmSync(root, { recursive: true });
});

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** A file of the project, as far as these rules look at it. */
interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

/** One import, re-export, dynamic import or script of a file. */
interface Arrow {
  from: string;
  to: string;
  /** Only types cross; nothing is left of it at run time. */
  typeOnly: boolean;
}

const root = join(import.meta.dirname, '../..');

function sourcesIn(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: file
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
        text: readFileSync(file, 'utf8'),
      })),
  );
}

const statement =
  /^[ \t]*(?:import|export)\b([^'";]*?)\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|<script\b[^>]*\bsrc="([^"]+)"/gmu;

/** Every import of a file, in front matter and scripts of components too. */
function arrowsOf({ path, text }: SourceFile): Arrow[] {
  return [...text.matchAll(statement)].map(([, names = '', ...targets]) => ({
    from: path,
    to: targets.find((target) => target !== undefined) ?? '',
    typeOnly: isTypeOnly(names),
  }));
}

/** True for `import type …` and for `import { type A, type B }`. */
function isTypeOnly(names: string): boolean {
  if (/^\s*type\b/u.test(names)) return true;
  const inBraces =
    /^\s*\{([^}]*)\}\s*$/u
      .exec(names)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '') ?? [];
  return inBraces.length > 0 && inBraces.every((name) => /^\s*type\s/u.test(name));
}

/** The top folder of a path: `domain`, `pages`, `content.config`, `scripts`. */
function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'src' ? room.replace(/\.ts$/u, '') : top;
}

/** Where an import leads: a path inside the project, or the name of a package. */
function targetOf({ from, to }: Arrow): { path: string } | { package: string } {
  if (to.startsWith('#')) return { path: `src/${to.slice(1)}` };
  if (to.startsWith('.')) return { path: posix.join(posix.dirname(from), to) };
  return { package: to };
}

/** Folders that a folder may import from. */
const allowed: Record<string, readonly string[]> = {
  pages: ['layouts', 'components', 'queries', 'feeds', 'cards', 'domain'],
  layouts: ['layouts', 'components', 'charts', 'domain', 'styles', 'client'],
  components: ['components', 'charts', 'domain', 'styles'],
  charts: ['charts', 'domain'],
  cards: ['cards', 'charts', 'domain', 'styles'],
  // The files of data are published together with the schema that they keep to.
  feeds: ['feeds', 'queries', 'markdown', 'domain', 'schemas'],
  queries: ['queries', 'markdown', 'domain', 'loading', 'schemas'],
  markdown: ['markdown', 'domain'],
  // The loader also checks texts, and stores what they refer to.
  loading: ['loading', 'schemas', 'markdown', 'domain'],
  schemas: ['schemas'],
  domain: ['domain'],
  // What a page computes again in the browser is computed by the same rules as in the build.
  client: ['client', 'domain'],
  'content.config': ['loading', 'schemas'],
  integrations: ['integrations', 'schemas', 'loading', 'markdown', 'queries', 'domain'],
  scripts: ['scripts', 'integrations', 'cards', 'schemas', 'loading', 'markdown', 'domain'],
};

/** Folders that may import only these packages. */
const packages: Record<string, RegExp> = {
  domain: /^(?:ml-matrix|d3-random|minisearch)$/u,
  schemas: /^zod$/u,
  client: /^$/u,
  charts: /^d3-(?:array|scale|shape)$/u,
};

/** From these folders queries take types alone, but for files that know nothing of entries. */
const typesOnly = (room: string, path: string): boolean =>
  room === 'schemas' || (room === 'loading' && !/\/(?:build-time|files\/front-matter)$/u.test(path));

/** Why an import points the wrong way; undefined when it does not. */
function fault(arrow: Arrow): string | undefined {
  const room = roomOf(arrow.from);
  const target = targetOf(arrow);
  if ('package' in target) {
    if (target.package === 'astro:content' && room !== 'queries' && room !== 'content.config')
      return 'only queries may ask for entries';
    return packages[room]?.test(target.package) === false ? `${room} does not use this package` : undefined;
  }
  const to = roomOf(target.path);
  if (!allowed[room]?.includes(to)) return `${room} does not import from ${to}`;
  return room === 'queries' && typesOnly(to, target.path) && !arrow.typeOnly
    ? `queries take only types from ${to}`
    : undefined;
}

const faultsIn = (files: readonly SourceFile[]): string[] =>
  files.flatMap(arrowsOf).flatMap((arrow) => {
    const why = fault(arrow);
    return why === undefined ? [] : [`${arrow.from} imports ${arrow.to}: ${why}`];
  });

const src = sourcesIn('src', 'scripts');
const all = [...src, ...sourcesIn('tests').filter(({ path }) => path !== 'tests/repository/architecture.test.ts')];

/** Paths of the files whose text matches. */
const filesWith = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('imports', () => {
  test('point one way', () => {
    expect(faultsIn(src)).toEqual([]);
  });

  test('are all seen', () => {
    expect(new Set(src.map(({ path }) => roomOf(path)))).toEqual(new Set(Object.keys(allowed)));
    expect(src.flatMap(arrowsOf).length).toBeGreaterThan(200);
  });

  test.each([
    [
      'src/components/ui/A.astro',
      "---\nimport { catalogue } from '#queries/load';\n---\n",
      'components does not import from queries',
    ],
    [
      'src/components/ui/A.astro',
      "---\nimport { getEntry } from 'astro:content';\n---\n",
      'only queries may ask for entries',
    ],
    [
      'src/components/ui/A.astro',
      "---\n---\n<script>\n  import '../../../client/site.ts';\n</script>\n",
      'components does not import from client',
    ],
    [
      'src/components/ui/A.astro',
      '---\n---\n<script src="../../../client/site.ts"></script>\n',
      'components does not import from client',
    ],
    [
      'src/layouts/A.astro',
      "---\nimport type { Stored } from '#queries/catalogue';\n---\n",
      'layouts does not import from queries',
    ],
    [
      'src/pages/a.astro',
      "---\nimport {\n  kinds,\n} from '#loading/collections';\n---\n",
      'pages does not import from loading',
    ],
    ['src/domain/a.ts', "import { z } from 'zod';\n", 'domain does not use this package'],
    ['src/domain/a.ts', "import { readFileSync } from 'node:fs';\n", 'domain does not use this package'],
    ['src/domain/a.ts', "export { nearest } from '../../markdown/check.ts';\n", 'domain does not import from markdown'],
    ['src/schemas/a.ts', "import { parse } from 'yaml';\n", 'schemas does not use this package'],
    [
      'src/markdown/a.ts',
      "import type { Catalogue } from '#queries/catalogue';\n",
      'markdown does not import from queries',
    ],
    [
      'src/queries/a.ts',
      "import { readContent } from '#loading/read-content';\n",
      'queries take only types from loading',
    ],
    [
      'src/queries/a.ts',
      "import { article, type A } from '#schemas/article';\n",
      'queries take only types from schemas',
    ],
    ['src/client/a.ts', "const x = await import('#markdown/render');\n", 'client does not import from markdown'],
    ['scripts/a.ts', "import { rssItem } from '#feeds/rss';\n", 'scripts does not import from feeds'],
  ])('a wrong one in %s is found: %j', (path, text, why) => {
    expect(faultsIn([{ path, text }])).toEqual([expect.stringMatching(new RegExp(`: ${why}$`, 'u'))]);
  });

  test.each([
    [
      'src/queries/a.ts',
      "import { getCollection } from 'astro:content';\nimport { buildTime } from '#loading/build-time';\nimport { splitFrontMatter } from '#loading/files/front-matter';\n",
    ],
    [
      'src/queries/a.ts',
      "import type { DataOf } from '#loading/content';\nimport { type A, type B } from '#schemas/article';\n",
    ],
    [
      'src/content.config.ts',
      "import { defineCollection } from 'astro:content';\nimport { kinds } from '#loading/collections';\n",
    ],
    ['src/domain/a.ts', "export function daysBetween(from: string, to = 'x'): void {}\n"],
  ])('right ones in %s are let through: %j', (path, text) => {
    expect(faultsIn([{ path, text }])).toEqual([]);
  });
});

describe('the code', () => {
  test('reads the clock in one place only', () => {
    const mayKnowTheTime = ({ path }: SourceFile): boolean =>
      path === 'src/loading/build-time.ts' || path.startsWith('src/client/');
    expect(
      filesWith(
        src.filter((file) => !mayKnowTheTime(file)),
        /\bDate\.now\b|\bnew Date\b(?!\([^)])/u,
      ),
    ).toEqual([]);
  });

  test('has no folders for odds and ends, and no barrels', () => {
    const odd = all
      .map(({ path }) => path)
      .filter((path) => /(?:^|\/)(?:utils?|helpers?)(?:\/|\.ts$)/u.test(path) || basename(path) === 'index.ts');
    expect(odd).toEqual([]);
  });

  test('is never taken out of the type check', () => {
    expect(filesWith(all, /\bas any\b|: any\b|<any>|@ts-(?:ignore|nocheck|expect-error)/u)).toEqual([]);
  });
});

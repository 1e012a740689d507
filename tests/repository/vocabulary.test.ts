import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A word that this project once used in a sense of its own, or that nobody says today. */
interface Word {
  /** The word, in text whose identifiers are taken apart: `placeOf` is read as `place of`. */
  found: RegExp;
  instead: string;
  /** Files in which the word has its usual meaning. */
  except?: RegExp;
}

const words: readonly Word[] = [
  { found: /\bshel(?:f|ves|ved?)\b/u, instead: 'content store' },
  { found: /\btwins?\b/u, instead: 'compressed file, Markdown version, duplicate' },
  { found: /\b(?:tells?|telling|told)\b/u, instead: 'report, notify, say' },
  { found: /\b(?:mend(?:s|ed|ing)?|anew)\b/u, instead: 'fix, rebuilt, again' },
  { found: /\b(?:harm(?:s|ed|less)?|unsound)\b/u, instead: 'corrupt, damage, invalid' },
  { found: /\bcomplain(?:s|ed|ts?)?\b/u, instead: 'problem, report' },
  { found: /\b(?:surroundings|listen to)\b/u, instead: 'context, collectReferences' },
  { found: /\b(?:sealed|recall(?:s|ed)?)\b/u, instead: 'checksummed, cached, get' },
  { found: /\bowner of\b/u, instead: 'cacheVersion' },
  { found: /\bdice\b/u, instead: 'random, seededRandom' },
  // The illustrations are drawn as prints of three inks, and the palette of the site has one.
  { found: /(?<!--|['.])\b(?:inks?|pens?)\b/u, instead: 'colour, stroke', except: /illustrations/u },
  { found: /\bthe letter\b(?! (?:after|before))/u, instead: 'newsletter issue' },
  { found: /\b(?:strangers?|house|trade)\b/u, instead: 'contributor, newsroom, domain', except: /corpus-text\.ts$/u },
  { found: /\bplaces? of (?:a|an|the) (?:problem|field|node)\b|\bplaces of\b(?= *\()/u, instead: 'position, paths' },
  // The class and the layer of the text of a story keep the name that stylesheets give it.
  { found: /(?<!layer\(|[.`'"])\bprose\b(?![,.]css|[`'"}])/u, instead: 'body, text', except: /\.css$/u },
  { found: /\b(?:stands|lies|beside)\b/u, instead: 'is, next to' },
  // Commands print, and so do readers.
  {
    found: /(?<!class="|\.)\bprint(?:s|ed|ing)\b/u,
    instead: 'render, show, write',
    except: /^(?:tests\/)?scripts|\.css$|print\.test\.ts$|Footer\.astro$|CONTRIBUTING/u,
  },
  { found: /\basked\b(?! for)/u, instead: 'references, requested' },
  { found: /\b(?:together|all of)\(/u, instead: 'Promise.all, mapWithConcurrency' },
  { found: /\b(?:hence|lest|upon|amid|whence|thereof|ere|nought|shall)\b/u, instead: 'a word of today' },
];

const root = join(import.meta.dirname, '../..');
/** Files that list such words. */
const withLists = new Set([
  'tests/repository/vocabulary.test.ts',
  'tests/loading/phrases.test.ts',
  'src/loading/rules/phrases.ts',
]);
const isText = (path: string): boolean => /\.(?:ts|mjs|astro|css|md|ya?ml)$|\/CODEOWNERS$/u.test(path);

/** Everything that a contributor reads but the stories: paths from the root, with forward slashes. */
const files = [
  'README.md',
  'content/README.md',
  'astro.config.mjs',
  ...['src', 'scripts', 'tests', '.github'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  ),
]
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => isText(path) && !withLists.has(path));

/** Lines of a text that have a word of the list, as `file:line  word  instead`. */
function findings(path: string, text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase());
  return words
    .filter(({ except }) => except?.test(path) !== true)
    .flatMap(({ found, instead }) =>
      lines.flatMap((line, index) => {
        const word = found.exec(line)?.[0];
        return word === undefined ? [] : [`${path}:${index + 1}  ${word}  Write: ${instead}.`];
      }),
    );
}

test('every file uses the words of the field', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((path) => findings(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

test.each([
  ['A problem that lies beside it.', 1],
  ['const placesOf = rowsOwnerOf(entry);', 1],
  ['// The texts are printed anew.', 2],
  ['  letter-spacing: 0;', 0],
  ['@media print {', 0],
  ['<div class="prose">', 0],
])('%s', (text, count) => {
  expect(findings('src/x.ts', text)).toHaveLength(count);
});

import { ownWords } from '#markdown/own-words';
import type { BodyProblem } from '#markdown/check';
import type { Kind } from '../collections.ts';
import { warn, type Content, type Entry, type EntryProblem } from '../content.ts';
import type { Path } from '../files/yaml.ts';
import { phrases, type Phrase } from './phrases.ts';

/** Editions and what is computed from them never change after publication. */
const lasting: readonly Kind[] = ['editions', 'evidence', 'inferences'];

/** Fields that hold the words of others, names and addresses. */
const notOurs = new Set(['sources', 'source', 'listed', 'listedAs', 'credit', 'image', 'url', 'path', 'id', 'email']);

/** Advice on phrases in the fields of all content: headlines, deks, labels, notes. */
export function* phraseRules({ collections }: Content): Iterable<EntryProblem> {
  for (const [kind, entries] of Object.entries(collections) as [Kind, Entry[]][]) {
    if (lasting.includes(kind)) continue;
    const isStory = kind === 'articles' || kind === 'reviews';
    for (const entry of entries) {
      for (const [path, text] of textsIn(entry.data, [])) {
        const field = path.findLast((key) => typeof key === 'string');
        for (const { words, write } of phrasesIn(text, isStory, String(field)))
          yield warn(entry, path, whatIsWrong(words), write);
      }
    }
  }
}

/**
 * Advice on phrases in a text; quotations, code and the words of links to other sites are left alone.
 * @param body Markdown without front matter
 * @param isStory false for standing pages
 */
export function phrasesInBody(body: string, isStory: boolean): BodyProblem[] {
  return ownWords(body).flatMap(({ line, column, text }) =>
    phrasesIn(text, isStory).map(({ words, at, write }): BodyProblem => {
      const before = text.slice(0, at).split('\n');
      return {
        line: line + before.length - 1,
        column: (before.length === 1 ? column : 1) + (before.at(-1) ?? '').length,
        what: whatIsWrong(words),
        write,
        warning: true,
      };
    }),
  );
}

const whatIsWrong = (words: string): string => `“${words.replace(/\s+/gu, ' ')}” is not how we write.`;

interface Found {
  words: string;
  /** Characters before it. */
  at: number;
  write: string;
}

/** The phrases of a text, at most one of each. */
function phrasesIn(text: string, isStory: boolean, field?: string): Found[] {
  const own = withoutQuotations(text);
  return phrases
    .filter((phrase) => isMeant(phrase, isStory, field))
    .flatMap(({ found, write }) => {
      const match = found.exec(own);
      return match ? [{ words: match[0], at: match.index, write }] : [];
    });
}

const isMeant = ({ only, except }: Phrase, isStory: boolean, field = ''): boolean =>
  !(only === 'pages' && isStory) && except?.includes(field) !== true;

/** Blanks in place of what is between quotation marks, so that positions stay. */
const withoutQuotations = (text: string): string =>
  text.replace(/“[^”]*”|"[^"]*"|(?<!\w)‘[^’]*’(?!\w)/gu, (quoted) => quoted.replace(/[^\n]/gu, ' '));

function* textsIn(value: unknown, path: Path): Iterable<[Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) if (!notOurs.has(key)) yield* textsIn(item, [...path, key]);
}

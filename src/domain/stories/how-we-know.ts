import { capitalised, inWords, listed } from '../text/numbers.ts';
import type { Source } from './story.ts';

type Reading = Pick<Source, 'publisher' | 'read' | 'via'>;

/**
 * Which sources of a story its writers read, and through which documents they know the others.
 * @param sources of the story
 * @param own the writer's own sentences, which follow
 * @returns undefined when there is nothing to say
 */
export function howWeKnow(sources: readonly Reading[], own?: string): string | undefined {
  const quoted = sources.filter(({ read }) => read === 'quoted');
  const said = [readingOf(sources.length, quoted.length), ...quotedFrom(quoted), own].filter(
    (sentence) => sentence !== undefined,
  );
  return said.length === 0 ? undefined : said.join(' ');
}

/** How a source was read where not on its own page: `Quoted in a research note`, `Read in a daily copy`. */
export const readingText = ({ read, via = '' }: Pick<Source, 'read' | 'via'>): string =>
  `${read === 'quoted' ? 'Quoted in' : 'Read in'} ${via}`;

function readingOf(all: number, quoted: number): string | undefined {
  if (all === 0) return undefined;
  const read = all - quoted;
  if (read === 0)
    return all === 1 ? 'We did not read the source directly.' : `We read none of the ${inWords(all)} sources directly.`;
  if (quoted > 0) return `We read ${inWords(read)} of the ${inWords(all)} sources directly.`;
  if (all === 1) return 'We read the source directly.';
  return `We read ${all === 2 ? 'both' : `all ${inWords(all)}`} sources directly.`;
}

/** One sentence for all documents that quote others: `Adobe is quoted from a note; Invoke from a summary.` */
function quotedFrom(quoted: readonly Reading[]): string[] {
  if (quoted.length === 0) return [];
  const groups = [...Map.groupBy(quoted, ({ via = '' }) => via)].map(([via, group]): [string[], string] => [
    [...new Set(group.map(({ publisher }) => publisher))],
    via,
  ]);
  const clauses = groups.map(([publishers, via], index) => {
    const verb = publishers.length === 1 ? ' is quoted' : ' are quoted';
    return `${listed(publishers)}${index === 0 ? verb : ''} from ${via}`;
  });
  return [`${capitalised(clauses.join('; '))}.`];
}

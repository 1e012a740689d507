import { inWords } from '../text/numbers.ts';
import type { Source } from './story.ts';

/**
 * How many of the sources of a story its writers read, and how many they know from documents that quote them: these are
 * named in the list of sources.
 * @param sources of the story
 * @param own the writer's own sentences, which follow
 * @returns undefined when there is nothing to say
 */
export function howWeKnow(sources: readonly Pick<Source, 'read'>[], own?: string): string | undefined {
  const quoted = sources.filter(({ read }) => read === 'quoted').length;
  const said = [readingOf(sources.length, quoted), own].filter((sentence) => sentence !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
}

/** How a source was read where not on its own page: `Quoted in a research note`, `Read in a daily copy`. */
export const readingText = ({ read, via = '' }: Pick<Source, 'read' | 'via'>): string =>
  `${read === 'quoted' ? 'Quoted in' : 'Read in'} ${via}`;

function readingOf(all: number, quoted: number): string | undefined {
  if (all === 0) return undefined;
  const read = all - quoted;
  if (read === 0)
    return all === 1
      ? 'We know the source from a document that quotes it.'
      : `We know ${every(all)} sources from documents that quote them.`;
  if (quoted === 0) return all === 1 ? 'We read the source directly.' : `We read ${every(all)} sources directly.`;
  const others =
    quoted === 1 ? 'one from a document that quotes it' : `${inWords(quoted)} from documents that quote them`;
  return `We read ${inWords(read)} of the ${inWords(all)} sources directly and know ${others}.`;
}

const every = (all: number): string => (all === 2 ? 'both' : `all ${inWords(all)}`);

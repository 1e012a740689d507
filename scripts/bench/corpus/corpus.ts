import { stringify } from 'yaml';
import { slugOf } from '#domain/text/slug';
import { SeededRandom, paragraph, phrase } from './corpus-text.ts';

/** What articles can name. */
export interface CorpusIds {
  authors: readonly string[];
  boards: readonly string[];
  categories: readonly string[];
  models: readonly string[];
}

/** A made-up article, for measuring: it is like a real one in everything but sense. */
export interface CorpusArticle {
  slug: string;
  year: string;
  /** The whole file. */
  text: string;
}

/** The first and last day of the corpus: ten years, so that archives and pages are as many as they would be. */
const days = { first: Date.UTC(2016, 0, 1), count: 3650 };

/**
 * Article number `index` of a corpus: with headings, lists, tables, notes and directives, about 600 words.
 * @param seed the same seed gives the same corpus
 * @param hero name of a picture next to the article; undefined for none
 */
export function corpusArticle(index: number, seed: number, ids: CorpusIds, hero?: string): CorpusArticle {
  const random = new SeededRandom(seed * 1_000_003 + index);
  const title = phrase(random, 6, 11);
  const date = new Date(days.first + random.between(0, days.count - 1) * 86_400_000).toISOString().slice(0, 10);
  const models = random.chance(0.6) ? random.some(ids.models, random.between(1, 3)) : [];
  const fields = {
    id: `${date.replaceAll('-', '')}-${index.toString(36).padStart(6, '0')}`,
    title,
    dek: `${phrase(random, 10, 20)}.`,
    category: random.of(ids.categories),
    date,
    authors: [random.of(ids.authors)],
    ...(models.length > 0 && { models }),
    tags: random.some(['pricing', 'audio', 'open-weights', 'courts', 'studios', 'benchmarks', 'launches', 'policy'], 2),
    ...(hero && { hero: { image: hero, alt: `${phrase(random, 5, 9)}.`, credit: 'Nobody', made: 'illustration' } }),
    sources: Array.from({ length: random.between(1, 4) }, (_, at) => ({
      title: phrase(random, 3, 7),
      publisher: phrase(random, 1, 2),
      url: `https://source-${at}.example/${index}`,
      accessed: date,
    })),
    ...(random.chance(0.04) && { corrections: [{ date, text: `${phrase(random, 8, 14)}.` }] }),
  };
  return {
    slug: `${slugOf(title)}-${index}`,
    year: date.slice(0, 4),
    text: `---\n${stringify(fields, { lineWidth: 0 })}---\n${body(random, models, ids)}\n`,
  };
}

function body(random: SeededRandom, models: readonly string[], { boards }: CorpusIds): string {
  const links = [...models.map((id) => `[${id}](model:${id})`), '[the report](https://source-0.example/report)'];
  const blocks = [`${paragraph(random, links)}[^1]`, paragraph(random, links)];
  for (let part = random.between(2, 4); part > 0; part -= 1) {
    blocks.push(`## ${phrase(random, 2, 5)}`, paragraph(random, links), paragraph(random, links));
    if (random.chance(0.3)) blocks.push(Array.from({ length: 4 }, () => `- ${phrase(random, 4, 9)}`).join('\n'));
    if (random.chance(0.25))
      blocks.push(
        [
          '| Name | Score |',
          '| --- | ---: |',
          ...Array.from({ length: 5 }, () => `| ${phrase(random, 1, 2)} | ${random.between(10, 990)} |`),
        ].join('\n'),
      );
    if (random.chance(0.15)) blocks.push(`> ${phrase(random, 12, 24)}.`);
  }
  if (models.length > 0 && random.chance(0.15)) blocks.push(`::model{id=${models[0]}}`);
  if (boards.length > 0 && random.chance(0.05)) blocks.push(`::board{id=${random.of(boards)} limit=5}`);
  if (random.chance(0.1)) blocks.push(`:::aside{title="${phrase(random, 2, 4)}"}\n${paragraph(random, [])}\n:::`);
  return [...blocks, `[^1]: ${phrase(random, 8, 14)}.`].join('\n\n');
}

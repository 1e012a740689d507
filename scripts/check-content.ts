import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHidden } from '#domain/embargo';
import { splitFrontMatter } from '#loading/front-matter';
import { sortProblems, type Problem } from '#loading/problem';
import type { Collections } from '#loading/content';
import { readContent } from '#loading/read-content';
import { checkProse, type KnownIds } from '#markdown/check';

/**
 * Everything that is wrong with the content: front matter, YAML, and what prose links and shows.
 * @param root the project's folder
 * @param now the moment of the build
 */
export function checkContent(root: string, now: Date): { collections: Collections; problems: Problem[] } {
  const { collections, pictures, problems } = readContent(root, now);
  // What everybody may read can only link what everybody may read; a hidden story may link another.
  const known = { open: knownIds(collections, (story) => !isHidden(story.data, now)), hidden: knownIds(collections, () => true) };
  const inProse = [...collections.articles, ...collections.reviews].flatMap(({ file, data }) => {
    const parts = splitFrontMatter(readFileSync(join(root, file), 'utf8'));
    if (!parts) return [];
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const hasPicture = (name: string): boolean => pictures.has(`${folder}${name}`);
    return checkProse(parts.body, isHidden(data, now) ? known.hidden : known.open, hasPicture).map(({ line, column, what, write }): Problem => ({ file, line: line + parts.bodyLine - 1, column, what, write }));
  });
  return { collections, problems: sortProblems([...problems, ...inProse]) };
}

function knownIds({ models, articles, boards, editions }: Collections, mayBeLinked: (article: Collections['articles'][number]) => boolean): KnownIds {
  const withEditions = new Set(editions.map(({ id }) => id.split('/')[0]));
  return {
    model: new Set(models.map(({ id }) => id)),
    article: new Set(articles.filter(mayBeLinked).map(({ id }) => id)),
    board: new Set(boards.map(({ id }) => id).filter((id) => withEditions.has(id))),
  };
}

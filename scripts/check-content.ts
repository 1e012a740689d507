import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath, reviewPath } from '#domain/addresses';
import { isHidden } from '#domain/embargo';
import { stories, type Collections } from '#loading/content';
import { splitFrontMatter, type FrontMatter } from '#loading/front-matter';
import { sortProblems, type Problem } from '#loading/problem';
import type { PublishedFile } from '#loading/published-rules';
import { readContent } from '#loading/read-content';
import { isKnownPath, pathsOf } from '#loading/site-paths';
import { checkProse } from '#markdown/check';
import type { Destinations } from '#markdown/check-links';
import { anchorsIn } from '#markdown/render';

/**
 * Everything that is wrong with the content: front matter, YAML, and what prose links and shows. Nothing of it is run.
 * @param root the project's folder
 * @param now the moment of the build
 * @param published published states of stories that are changed or gone
 */
export function checkContent(root: string, now: Date, published: readonly PublishedFile[] = []): { collections: Collections; problems: Problem[] } {
  const content = readContent(root, now, published);
  const { collections, pictures, problems } = content;
  const prose = new Map(stories(content).map(({ file, kind, id }) => [file, { path: kind === 'articles' ? articlePath(id) : reviewPath(id), parts: splitFrontMatter(readFileSync(join(root, file), 'utf8')) }]));
  const anchorsAt = anchorsOf([...prose.values()]);
  // What everybody may read can only link what everybody may read; a hidden story may link another.
  const open = destinations(collections, anchorsAt, (story) => !isHidden(story.data, now));
  const all = destinations(collections, anchorsAt, () => true);
  const inProse = stories(content).flatMap(({ file, data }) => {
    const parts = prose.get(file)?.parts;
    if (!parts) return [];
    const hidden = isHidden(data, now);
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const found = parts.body.trim() === '' && !hidden ? [noText] : checkProse(parts.body, hidden ? all : open, (name) => pictures.has(`${folder}${name}`));
    return found.map(({ line, ...problem }): Problem => ({ ...problem, file, line: line + parts.bodyLine - 1 }));
  });
  return { collections, problems: sortProblems([...problems, ...inProse]) };
}

const noText = { line: 1, column: 1, what: 'The story has no text.', write: 'Write it below the line `---`, or add `draft: true` above it.' };

/** Anchors of stories by path, each story read when one of them is asked for. */
function anchorsOf(stories: readonly { path: string; parts: FrontMatter | undefined }[]): Destinations['anchorsAt'] {
  const byPath = new Map(stories.map(({ path, parts }) => [path, parts?.body]));
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return (path) => {
    const body = byPath.get(path);
    if (body !== undefined && !known.has(path)) known.set(path, anchorsIn(body));
    return known.get(path);
  };
}

function destinations(collections: Collections, anchorsAt: Destinations['anchorsAt'], mayBeLinked: (story: Collections['articles' | 'reviews'][number]) => boolean): Destinations {
  const { models, articles, reviews, boards, editions, site } = collections;
  const withEditions = new Set(editions.map(({ id }) => id.split('/')[0]));
  const linked = { ...collections, articles: articles.filter(mayBeLinked), reviews: reviews.filter(mayBeLinked) };
  const paths = pathsOf(linked);
  return {
    model: new Set(models.map(({ id }) => id)),
    article: new Set(linked.articles.map(({ id }) => id)),
    board: new Set(boards.map(({ id }) => id).filter((id) => withEditions.has(id))),
    paths,
    isPath: (path) => isKnownPath(path, paths),
    anchorsAt,
    site: site[0]?.data.url ?? '',
  };
}

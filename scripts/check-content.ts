import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath, reviewPath } from '#domain/addresses';
import { isHidden } from '#domain/embargo';
import { Memory } from '#loading/memory';
import { stories, type Asked, type Collections, type Entry } from '#loading/content';
import { splitFrontMatter, type FrontMatter } from '#loading/front-matter';
import { sortProblems, type Problem } from '#loading/problem';
import type { PublishedFile } from '#loading/published-rules';
import { readContent } from '#loading/read-content';
import { isKnownPath, pathsOf } from '#loading/site-paths';
import { areThere, listen, type NamedThings, type Surroundings } from '#markdown/asked';
import { checkProse } from '#markdown/check';
import type { Destinations } from '#markdown/check-links';
import { anchorsIn } from '#markdown/render';
import { codeDigest } from './code-digest.ts';

/** A text with which nothing is wrong as long as what it names is there. */
interface SoundProse extends Omit<NamedThings, 'anchors'> {
  /** Stories of which a heading is linked: path, and digest of the story's file. */
  anchors: (readonly [path: string, digest: string])[];
  /** True when facts of models are shown. */
  facts: boolean;
}

/** What a check found. */
export interface Checked {
  collections: Collections;
  /** What the prose of each story shows beside its own words, by path of its file. */
  asked: Map<string, Asked>;
  problems: Problem[];
}

/**
 * Everything that is wrong with the content: front matter, YAML, and what prose links and shows. Nothing of it is run.
 * @param root the project's folder
 * @param now the moment of the build
 * @param published published states of stories that are changed or gone
 */
export function checkContent(root: string, now: Date, published: readonly PublishedFile[] = []): Checked {
  const content = readContent(root, now, published);
  const { collections, pictures } = content;
  const all = stories(content);
  const texts = new Map(all.map((story) => [pathOf(story), textOf(root, story)]));
  const memory = new Memory<SoundProse>(join(root, '.dist', 'prose.json'), codeDigest());
  // What everybody may read can only link what everybody may read; a hidden story may link another.
  const open = destinations(collections, texts, (story) => !isHidden(story.data, now));
  const every = destinations(collections, texts, () => true);
  const asked = new Map<string, Asked>();
  const problems = all.flatMap((story): Problem[] => {
    const hidden = isHidden(story.data, now);
    const folder = story.file.slice(0, story.file.lastIndexOf('/') + 1);
    const { sound, found } = checkText(story, texts, { to: hidden ? every : open, hasPicture: (name) => pictures.has(`${folder}${name}`) }, memory, hidden);
    asked.set(story.file, sound);
    return found;
  });
  memory.save();
  return { collections, asked, problems: sortProblems([...content.problems, ...problems]) };
}

type StoryText = Entry<'articles' | 'reviews'>;
type Texts = ReadonlyMap<string, Text>;

/** The text of a story, read when it is asked for. */
interface Text {
  digest: string;
  parts: () => FrontMatter | undefined;
  anchors: () => ReadonlySet<string> | undefined;
}

const pathOf = ({ kind, id }: StoryText): string => (kind === 'articles' ? articlePath(id) : reviewPath(id));

function textOf(root: string, { file, digest }: StoryText): Text {
  const parts = once(() => splitFrontMatter(readFileSync(join(root, file), 'utf8')));
  return { digest, parts, anchors: once(() => anchorsIn(parts()?.body ?? '')) };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Checks one text, or remembers that it was sound and sees that all it names is still there. */
function checkText(story: StoryText, texts: Texts, surroundings: Surroundings, memory: Memory<SoundProse>, hidden: boolean): { sound: SoundProse; found: Problem[] } {
  const text = texts.get(pathOf(story));
  const key = `${story.digest} ${surroundings.to.site}`;
  const known = memory.recall(key);
  if (known && areThere(known, surroundings) && known.anchors.every(([path, digest]) => texts.get(path)?.digest === digest)) {
    memory.keep(key, known);
    return { sound: known, found: [] };
  }
  const { body = '', bodyLine = 1 } = text?.parts() ?? {};
  const { surroundings: heard, named } = listen(surroundings);
  const problems = body.trim() === '' && !hidden ? [noText] : checkProse(body, heard.to, heard.hasPicture);
  const { anchors, ...things } = named();
  const sound = { ...things, anchors: anchors.map((path) => [path, texts.get(path)?.digest ?? ''] as const), facts: /::(?:model|compare)\b/u.test(body) };
  // An empty text is sound only as long as it is hidden.
  if (problems.length === 0 && body.trim() !== '') memory.keep(key, sound);
  return { sound, found: problems.map(({ line, ...problem }): Problem => ({ ...problem, file: story.file, line: line + bodyLine - 1 })) };
}

const noText = { line: 1, column: 1, what: 'The story has no text.', write: 'Write it below the line `---`, or add `draft: true` above it.' };

function destinations(collections: Collections, texts: Texts, mayBeLinked: (story: Collections['articles' | 'reviews'][number]) => boolean): Destinations {
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
    anchorsAt: (path) => texts.get(path)?.anchors(),
    site: site[0]?.data.url ?? '',
  };
}

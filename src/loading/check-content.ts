import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath, modelPath, reviewPath } from '#domain/site/addresses';
import { isHidden } from '#domain/stories/embargo';
import { Cache } from './cache/cache.ts';
import { cacheFile } from './cache/cache-folder.ts';
import { codeVersion } from './cache/code-version.ts';
import { ContentFolder } from './content-folder.ts';
import type { Kind } from './collections.ts';
import { stories, type Collections, type Content, type Entry, type References } from './content.ts';
import { splitFrontMatter, type FrontMatter } from './files/front-matter.ts';
import { sortProblems, type Problem } from './problem.ts';
import type { PictureSize } from './files/picture.ts';
import { findTableFaults, type StoryTable } from './files/story-table.ts';
import type { PublishedFile } from './rules/published-rules.ts';
import { readContent } from './read-content.ts';
import { phrasesInBody } from './rules/phrase-rules.ts';
import { areNotAhead, findUpdateFaults, momentsOf } from './rules/update-rules.ts';
import { isKnownPath, pathsOf } from './rules/site-paths.ts';
import { allExist, recordReferences, tableOf, type CheckContext, type RecordedReferences } from '#markdown/references';
import { checkBody } from '#markdown/check';
import { checkPage } from '#markdown/check-page';
import type { Destinations } from '#markdown/check-links';
import { anchorsIn } from '#markdown/render';
import { readUpdates } from '#markdown/updates';

/** A text without problems, as long as everything that it refers to exists. */
interface ValidText extends Omit<RecordedReferences, 'anchors'> {
  /** Stories of which a heading is linked: path, and digest of the story's file. */
  anchors: (readonly [path: string, digest: string])[];
  /** True when facts of models are shown. */
  facts: boolean;
  /** Moments of its updates in UTC. */
  updates: string[];
}

/** All content with everything that is wrong with it. */
export interface CheckedContent {
  collections: Collections;
  /** Sizes of the pictures in the folders of stories, by path. */
  pictures: ReadonlyMap<string, PictureSize | undefined>;
  /** Tables in the folders of stories, by path. */
  tables: ReadonlyMap<string, StoryTable>;
  /** What the text of each story refers to, by path of its file. */
  references: Map<string, References>;
  problems: Problem[];
}

/**
 * Finds everything that is wrong with the content: front matter, YAML, and what texts link and show. Nothing of it is run.
 * @param root the project's folder
 * @param now the moment of the build
 * @param published published states of stories that are changed or gone
 * @param folder the files, where some of them were read before
 */
export function checkContent(
  root: string,
  now: Date,
  published: readonly PublishedFile[] = [],
  folder = new ContentFolder(root),
): CheckedContent {
  const content = readContent(root, now, published, folder);
  const { collections, pictures, tables } = content;
  const all = stories(content);
  const texts = new Map(all.map((story) => [pathOf(story), textOf(root, story)]));
  const cache = new Cache<ValidText>(cacheFile(root, 'valid-texts'), codeVersion());
  // What everybody may read can only link what everybody may read; a hidden story may link another.
  const open = destinations(content, texts, (story) => !isHidden(story.data, now));
  const every = destinations(content, texts, () => true);
  const references = new Map<string, References>();
  const problems = all.flatMap((story): Problem[] => {
    const to = isHidden(story.data, now) ? every : open;
    const folderOfStory = story.file.slice(0, story.file.lastIndexOf('/') + 1);
    const checked = checkText(
      story,
      texts,
      {
        to,
        folder: {
          hasPicture: (name) => pictures.has(`${folderOfStory}${name}`),
          hasTable: (name) => tables.has(`${folderOfStory}${name}`),
        },
      },
      cache,
      now,
    );
    references.set(story.file, referencesOf(checked.text));
    return [...checked.problems, ...faultsOfTables(checked.text, tables, folderOfStory)];
  });
  const summaries = collections.topics.flatMap((topic) => checkSummary(topic, open, folder));
  cache.save();
  const site = collections.site[0]?.data;
  const contacts = site && Object.keys(site.contacts);
  const pages = [...collections.pages, ...collections.products].flatMap((page) =>
    checkPageText(root, page, open, contacts),
  );
  return {
    collections,
    pictures,
    tables,
    references,
    problems: sortProblems([...content.problems, ...problems, ...pages, ...summaries]),
  };
}

/** Everything that is wrong with the text of a standing page or a product. */
function checkPageText(
  root: string,
  { file }: Entry<'pages' | 'products'>,
  to: Destinations,
  contacts: readonly string[] | undefined,
): Problem[] {
  const { body = '', bodyLine = 1 } = splitFrontMatter(readFileSync(join(root, file), 'utf8')) ?? {};
  return [...checkPage(body, to, contacts), ...phrasesInBody(body, false)].map(({ line, ...problem }) => ({
    ...problem,
    file,
    line: line + bodyLine - 1,
  }));
}

/** What a paragraph cannot be: a directive, a heading, a quotation, a list. */
const notParagraph = /^(?::{2,3}[a-z]|#{1,6} |>|[-*+] |\d+[.)] )/u;

/** Everything that is wrong with the paragraphs of the summary of a topic; each problem is at the beginning of its paragraph. */
function checkSummary({ file, root, data }: Entry<'topics'>, to: Destinations, folder: ContentFolder): Problem[] {
  return data.summary.flatMap((paragraph, index) => {
    const faults = notParagraph.test(paragraph)
      ? [{ what: 'A summary has paragraphs and links only.', write: 'Write a sentence.' }]
      : checkBody(paragraph, to, { hasPicture: () => false, hasTable: () => false });
    if (faults.length === 0) return [];
    const position = folder.fieldsOf(file)?.positionOf([...root, 'summary', index]) ?? { line: 1, column: 1 };
    return faults.map((fault): Problem => ({ ...fault, file, ...position }));
  });
}

type StoryText = Entry<'articles' | 'reviews'>;
type Texts = ReadonlyMap<string, Text>;

/** The text of a story, read when it is needed. */
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

const referencesOf = ({ model, facts, board, picture, table, updates }: ValidText): References => ({
  model,
  facts,
  board,
  picture,
  table,
  updates,
});

/** What is wrong with the tables of a text's charts. */
const faultsOfTables = ({ table }: ValidText, tables: ReadonlyMap<string, StoryTable>, folder: string): Problem[] =>
  table.map(tableOf).flatMap(([kind, name]) => {
    const found = tables.get(`${folder}${name}`);
    return found ? findTableFaults(found, kind, `${folder}${name}`) : [];
  });

/** Checks one text; for one that was valid before, only whether everything that it refers to still exists. */
function checkText(
  story: StoryText,
  texts: Texts,
  context: CheckContext,
  cache: Cache<ValidText>,
  now: Date,
): { text: ValidText; problems: Problem[] } {
  const text = texts.get(pathOf(story));
  const key = `${story.digest} ${context.to.site}`;
  const cached = cache.get(key);
  if (
    cached &&
    allExist(cached, context) &&
    areNotAhead(cached.updates, story.data, now) &&
    cached.anchors.every(([path, digest]) => texts.get(path)?.digest === digest)
  ) {
    cache.set(key, cached);
    return { text: cached, problems: [] };
  }
  const { body = '', bodyLine = 1 } = text?.parts() ?? {};
  const recording = recordReferences(context);
  const { updates } = readUpdates(body);
  const problems =
    body.trim() === '' && !isHidden(story.data, now)
      ? [noText]
      : [
          ...checkBody(body, recording.context.to, recording.context.folder),
          ...findUpdateFaults(updates, story.data, now),
          ...phrasesInBody(body, true),
        ];
  const { anchors, ...recorded } = recording.recorded();
  const valid = {
    ...recorded,
    anchors: anchors.map((path) => [path, texts.get(path)?.digest ?? ''] as const),
    facts: /::(?:model|compare)\b/u.test(body),
    updates: momentsOf(updates),
  };
  // An empty text is valid only as long as it is hidden.
  if (problems.length === 0 && body.trim() !== '') cache.set(key, valid);
  return {
    text: valid,
    problems: problems.map(({ line, ...problem }): Problem => ({
      ...problem,
      file: story.file,
      line: line + bodyLine - 1,
    })),
  };
}

const noText = {
  line: 1,
  column: 1,
  what: 'The story has no text.',
  write: 'Write it below the line `---`, or add `draft: true` above it.',
};

function destinations(
  { collections, invalid }: Content,
  texts: Texts,
  mayBeLinked: (story: Collections['articles' | 'reviews'][number]) => boolean,
): Destinations {
  const { models, articles, reviews, boards, editions, site } = collections;
  const withEditions = new Set(editions.map(({ id }) => id.split('/')[0]));
  const linked = { ...collections, articles: articles.filter(mayBeLinked), reviews: reviews.filter(mayBeLinked) };
  // What is there but wrong is reported where it is, and not again by everything that links it.
  const wrong = (kind: Kind): string[] =>
    [...invalid].flatMap((name) => (name.startsWith(`${kind}/`) ? name.slice(kind.length + 1) : []));
  const paths = new Set([
    ...pathsOf(linked),
    ...wrong('articles').map(articlePath),
    ...wrong('reviews').map(reviewPath),
    ...wrong('models').map(modelPath),
  ]);
  return {
    model: new Set([...models.map(({ id }) => id), ...wrong('models')]),
    article: new Set([...linked.articles.map(({ id }) => id), ...wrong('articles')]),
    board: new Set([...boards.map(({ id }) => id).filter((id) => withEditions.has(id)), ...wrong('boards')]),
    paths,
    isPath: (path) => isKnownPath(path, paths),
    anchorsAt: (path) => texts.get(path)?.anchors(),
    site: site[0]?.data.url ?? '',
  };
}

import { readFile } from 'node:fs/promises';
import { articlePath, modelPath } from '#domain/site/addresses';
import { contentsOf, type BodyPart, type Contents, type TextPart } from '#domain/stories/body';
import { readChartTable, type Chart, type ChartKind } from '#domain/stories/chart';
import { readingMinutes } from '#domain/stories/reading-time';
import type { Made } from '#domain/stories/story';
import { updateMoment } from '#domain/stories/updates';
import { typeset } from '#domain/text/typography';
import { splitFrontMatter } from '#loading/files/front-matter';
import { BodyError, renderBody, type Block, type Targets, type TextBlock } from '#markdown/render';
import type { Catalogue } from '../catalogue.ts';
import { latestBoard, stripRanks } from '../leaderboards/leaderboards.ts';
import { modelCard } from '../models/models.ts';
import type { FindRaster, StoryEntry } from './stories.ts';

/** A story's body, finished for the page. */
export interface StoryBody {
  /** In the order of the file: see `newestUpdateFirst` for that of readers. */
  parts: BodyPart[];
  minutes: number;
  /** The parts of a long text. */
  contents: Contents;
  /** All words of the body, with the titles of its updates. */
  text: string;
}

const defaultRows = 5;

/**
 * Reads and renders the body of a story.
 * @throws Error that names the file, when the text cannot be rendered as it is
 */
export function bodyOf(entry: StoryEntry, catalogue: Catalogue, findRaster: FindRaster): Promise<StoryBody> {
  let body = rendered.get(entry);
  if (!body) {
    body = renderStory(entry, catalogue, findRaster);
    rendered.set(entry, body);
  }
  return body;
}

// The page, the feed and the search show the same body.
const rendered = new WeakMap<StoryEntry, Promise<StoryBody>>();

/** Frees the memory of a story's body; the next call renders it again. */
export function forgetBody(entry: StoryEntry): void {
  rendered.delete(entry);
}

/**
 * The body of a story as its writer wrote it.
 * @throws Error when the file does not begin with front matter
 */
export async function markdownOf({ filePath }: StoryEntry): Promise<string> {
  const parts = splitFrontMatter(await readFile(filePath, 'utf8'));
  if (!parts) throw new Error(`${filePath} does not begin with fields between two lines \`---\`.`);
  return parts.body;
}

async function renderStory(entry: StoryEntry, catalogue: Catalogue, findRaster: FindRaster): Promise<StoryBody> {
  const body = await markdownOf(entry);
  try {
    const { blocks, headings, text } = renderBody(body, targetsIn(catalogue));
    const parts = blocks.map((block) => partOf(block, entry, catalogue, findRaster));
    const titles = parts.flatMap((part) => (part.kind === 'update' ? [part.title] : []));
    const words = [text, ...titles].join(' ');
    const minutes = readingMinutes(words);
    return { parts, minutes, contents: contentsOf(headings, minutes), text: words };
  } catch (error) {
    if (error instanceof BodyError) throw new Error(`${entry.filePath}: ${error.message}`, { cause: error });
    throw error;
  }
}

const targetsOf = new WeakMap<Catalogue, Targets>();

/** Where `model:` and `article:` links lead. */
export function targetsIn(catalogue: Catalogue): Targets {
  const known = targetsOf.get(catalogue);
  if (known) return known;
  const articles = new Set(catalogue.articles.map(({ id }) => id));
  const targets: Targets = {
    model: (id) =>
      catalogue.models.has(id) ? { path: modelPath(id), rank: stripRanks(catalogue).get(id) } : undefined,
    article: (slug) => (articles.has(slug) ? { path: articlePath(slug) } : undefined),
  };
  targetsOf.set(catalogue, targets);
  return targets;
}

function partOf(block: Block, entry: StoryEntry, catalogue: Catalogue, findRaster: FindRaster): BodyPart {
  if (block.kind === 'half') return block;
  if (block.kind !== 'update') return textPartOf(block, entry, catalogue, findRaster);
  const { at = '', title = '' } = block.attributes;
  // While a writer types, a preview shows texts that the check has refused.
  if (Number.isNaN(Date.parse(at))) throw new BodyError(`\`at="${at}"\` of an update is not a moment.`);
  return {
    kind: 'update',
    at: updateMoment(at),
    title: typeset(title),
    parts: block.blocks.map((inner) => textPartOf(inner, entry, catalogue, findRaster)),
    text: block.text,
  };
}

function textPartOf(block: TextBlock, entry: StoryEntry, catalogue: Catalogue, findRaster: FindRaster): TextPart {
  if (block.kind === 'html') return block;
  const { name, html } = block;
  const { id = '', by = '', title = '', url = '', models = id, limit, src = '', ...words } = block.attributes;
  switch (name) {
    case 'pullquote':
      return { kind: 'pullquote', html, by };
    case 'aside':
      return { kind: 'aside', html, title };
    case 'figure':
      return {
        kind: 'figure',
        html,
        picture: {
          image: findRaster(entry, src),
          alt: words['alt'] ?? '',
          credit: words['credit'] ?? '',
          made: words['made'] as Made,
        },
      };
    case 'board': {
      const board = latestBoard(id, catalogue);
      if (!board) throw new BodyError(`There is no board \`${id}\` with an edition.`);
      return { kind: 'board', board, limit: Number(limit ?? defaultRows) };
    }
    case 'video':
      return { kind: 'video', url, title };
    case 'chart':
      return { kind: 'chart', chart: chartOf(block.attributes, entry) };
    default:
      return { kind: 'models', models: models.split(' ').map((model) => modelCard(model, catalogue, entry.filePath)) };
  }
}

/** @throws BodyError when the table is not there or does not fit; the check has refused it then, but for a preview while a writer types */
function chartOf(
  { data = '', kind: written, title = '', unit, highlight, source = '' }: Record<string, string>,
  { storyTables, data: { sources } }: StoryEntry,
): Chart {
  const kind = written as ChartKind;
  const table = storyTables?.[data];
  if (!table) throw new BodyError(`There is no table \`${data}\` in this folder.`);
  const { rows, decimals, faults } = readChartTable(kind, table);
  const [fault] = faults;
  if (fault) throw new BodyError(`${data}: ${fault.what} ${fault.write}`);
  const cited = sources[Number(source) - 1];
  return {
    kind,
    name: `${data.replace(/\.csv$/u, '')}-${kind}`,
    title: typeset(title),
    unit,
    highlight,
    source: cited && { label: cited.publisher, url: cited.url },
    header: table.header,
    rows,
    decimals,
  };
}

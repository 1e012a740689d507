import { absolute } from '#domain/site/addresses';
import { chartsIn, picturesIn } from '#domain/stories/body';
import { figureText, type Chart } from '#domain/stories/chart';
import { readingText } from '#domain/stories/how-we-know';
import { madeLabel, type Made, type Picture, type Story, type Verdict } from '#domain/stories/story';
import type { StoryDate } from '#domain/stories/story-dates';
import { updateMoment, updateTime } from '#domain/stories/updates';
import { plainMarkdown, type RenderDirective } from '#markdown/plain';
import type { Catalogue } from '#queries/catalogue';
import { latestBoard } from '#queries/leaderboards/leaderboards';
import { modelCard } from '#queries/models/models';
import { markdownOf, bodyOf, targetsIn } from '#queries/stories/body';
import { story, type StoryEntry } from '#queries/stories/stories';
import { boardTable } from './board-markdown.ts';
import { markdownLink, markdownTable, markdownText } from './markdown-text.ts';
import type { Pictures } from '../story-item.ts';

// NUL cannot occur in parsed Markdown (CommonMark replaces it), so it is a safe mark.
const removed = '\0';
const removedLines = new RegExp(`\\s*${removed}`, 'gu');

/** A story as Markdown: its head, its body without directives, what was corrected, and its sources. */
export async function storyMarkdown(entry: StoryEntry, catalogue: Catalogue, pictures: Pictures): Promise<string> {
  const [finished, { parts }, body] = await Promise.all([
    story(entry, catalogue, pictures.raster),
    bodyOf(entry, catalogue, pictures.raster),
    markdownOf(entry),
  ]);
  const { url } = catalogue.site;
  const addressOf = (path: string): string => absolute(path, url);
  const figures = await Promise.all(picturesIn(parts).map(pictures.file));
  const updates: [at: string, markdown: string][] = [];
  const render = directiveRenderer(
    entry,
    catalogue,
    figures.map(({ path }) => path),
    chartsIn(parts),
  );
  // Readers see the newest update first, whatever the order of the file.
  const text = plainMarkdown(body, targetsIn(catalogue), addressOf, (name, attributes, held) => {
    if (name !== 'update') return render(name, attributes, held);
    const at = updateMoment(attributes['at'] ?? '');
    updates.push([at, `## ${markdownText(attributes['title'] ?? '')}\n\n${updateTime(at)}\n\n${held}`]);
    return removed;
  });
  const sections = [
    `# ${markdownText(finished.title)}`,
    finished.dek === undefined ? '' : `> ${markdownText(finished.dek)}`,
    headOf(finished, url),
    finished.hero ? await heroOf(finished.hero, pictures, url) : '',
    finished.verdict ? verdictOf(finished.verdict) : '',
    text.replace(removedLines, '').trim(),
    ...updates.sort(([a], [b]) => (a < b ? 1 : -1)).map(([, markdown]) => markdown),
    finished.disclosure === undefined ? '' : `Disclosure: ${markdownText(finished.disclosure)}`,
    ...section(
      'Corrections',
      finished.corrections.map(({ date, text }) => `- ${dateText(date)}: ${markdownText(text)}`),
    ),
    ...section(
      'Sources',
      finished.sources.map(
        ({ title, publisher, url: source, read, via }) =>
          `- ${source === undefined ? markdownText(title) : markdownLink(title, source)}, ${markdownText(publisher)}${via === undefined ? '' : `. ${markdownText(readingText({ read, via }))}`}`,
      ),
    ),
    finished.howWeKnow === undefined ? '' : `How we know: ${markdownText(finished.howWeKnow)}`,
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

function headOf({ date, updated, authors, path, section: { label } }: Story, site: string): string {
  const by = authors.map(({ label: name }) => markdownText(name)).join(', ');
  return `${markdownText(label)}. ${dateText(date)}${updated ? `, updated ${dateText(updated)}` : ''}, by ${by}. <${absolute(path, site)}>`;
}

/** The hour too where it is known: a program that reads the file knows no other date of the story. */
const dateText = ({ text, moment }: StoryDate): string =>
  moment === undefined ? text : `${text}, ${moment.slice(11, 16)} UTC`;

async function heroOf(hero: Picture, pictures: Pictures, site: string): Promise<string> {
  const { path } = await pictures.file(hero);
  return figure(hero.alt, absolute(path, site), markdownText(hero.caption ?? ''), hero.made, hero.credit);
}

/** A picture with its caption; @param caption is Markdown */
function figure(alt: string, address: string, caption: string, made: Made, credit: string): string {
  return `![${markdownText(alt)}](${address})\n\n${caption}${caption === '' ? '' : ' '}${madeLabel(made)}: ${markdownText(credit)}`;
}

function verdictOf({ text, strengths, limits, bestFor }: Verdict): string {
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${markdownText(line)}`).join('\n');
  return [
    `**Verdict:** ${markdownText(text)}`,
    'Strengths:',
    list(strengths),
    'Limits:',
    list(limits),
    `For: ${markdownText(bestFor)}`,
  ].join('\n\n');
}

/**
 * Every directive in its form for plain text.
 * @param figures paths of the pictures in figures, in the order of the text
 * @param charts in the order of the text
 */
function directiveRenderer(
  entry: StoryEntry,
  catalogue: Catalogue,
  figures: readonly string[],
  charts: readonly Chart[],
): RenderDirective {
  const { url: site } = catalogue.site;
  const files = figures.values();
  const drawn = charts.values();
  return (name, { id = '', by = '', title = '', url = '', models = id, limit = '5', ...words }, held) => {
    switch (name) {
      case 'pullquote':
        return `${held.replace(/^/gmu, '> ')}\n>\n> ${markdownText(by)}`;
      case 'aside':
        return `**${markdownText(title)}**\n\n${held}`;
      case 'figure':
        return figure(
          words['alt'] ?? '',
          absolute(files.next().value ?? '', site),
          held,
          words['made'] as Made,
          words['credit'] ?? '',
        );
      case 'board': {
        const board = latestBoard(id, catalogue);
        return board
          ? `${markdownLink(board.name, absolute(board.path, site))}, ${board.date.text}:\n\n${boardTable(board, board.rows.slice(0, Number(limit)), site)}`
          : '';
      }
      case 'chart': {
        const chart = drawn.next().value;
        return chart ? chartTable(chart) : '';
      }
      case 'video':
        return `Video: ${markdownLink(title, url)}`;
      default:
        return models
          .split(' ')
          .map((model) => modelLines(model, entry, catalogue))
          .join('\n\n');
    }
  };
}

/** A chart as the table of its figures. */
function chartTable(chart: Chart): string {
  const rows = chart.rows.map(({ label, values }) => [
    markdownText(label),
    ...values.map((value) => (value === undefined ? '–' : markdownText(figureText(value, chart)))),
  ]);
  const source = chart.source === undefined ? [] : [`Source: ${markdownText(chart.source.label)}`];
  return [`**${markdownText(chart.title)}**`, markdownTable(chart.header.map(markdownText), rows), ...source].join(
    '\n\n',
  );
}

function modelLines(id: string, entry: StoryEntry, catalogue: Catalogue): string {
  const { name, path, facts } = modelCard(id, catalogue, entry.filePath);
  const known = facts.flatMap(({ label, value }) =>
    value === undefined ? [] : [`- ${markdownText(label)}: ${markdownText(value)}`],
  );
  return [markdownLink(name, absolute(path, catalogue.site.url)), '', ...known].join('\n');
}

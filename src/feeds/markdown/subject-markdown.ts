import { absolute, trackerDataPath, trackerPath } from '#domain/site/addresses';
import type { Source } from '#domain/stories/story';
import type { TimelineEntry } from '#domain/subjects/timeline';
import type { TopicPage } from '#domain/subjects/topic';
import type { DateAhead } from '#domain/subjects/tracked';
import { trackers, type TrackerData } from '#domain/subjects/tracker';
import { markdownLink, markdownTable, markdownText } from './markdown-text.ts';

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

const sourceLine = ({ title, publisher, url }: Source): string =>
  `${url === undefined ? markdownText(title) : markdownLink(title, url)}, ${markdownText(publisher)}`;

const aheadLine = ({ date, what, subject }: DateAhead): string =>
  `- ${date.text}: ${markdownText(subject.label)}. ${markdownText(what)}`;

/** Where readers find sources of a fact in short: by publisher. */
const marks = (sources: readonly Source[]): string =>
  sources.length === 0
    ? ''
    : ` (${sources.map(({ publisher, url }) => (url === undefined ? markdownText(publisher) : markdownLink(publisher, url))).join(', ')})`;

/**
 * A topic as Markdown: its summary, dates to come, its timeline, documents and sources.
 * @param summary the summary as Markdown with full addresses
 * @param site the site's own address, without a slash at its end
 */
export function topicMarkdown(topic: TopicPage, summary: string, site: string): string {
  const { name, path, updated, checked, ahead, timeline, models, documents, sources } = topic;
  const fact = ({ date, text, path: at, kind, sources: behind }: TimelineEntry): string =>
    `- ${date.text}: ${kind === 'story' ? `Story: ${markdownLink(text, absolute(at, site))}` : markdownText(text)}${marks(behind)}`;
  const parts = [
    `# ${markdownText(name)}`,
    `Summary of ${updated.text}, checked on ${checked.text}. <${absolute(path, site)}>`,
    summary,
    ...section('Dates ahead', ahead.map(aheadLine)),
    ...section('Timeline', timeline.past.map(fact)),
    ...section(
      'Models',
      models.map((model) => `- ${markdownLink(model.name, absolute(model.path, site))}`),
    ),
    ...section(
      'Documents',
      documents.map((source) => `- ${sourceLine(source)}`),
    ),
    ...section(
      'Sources',
      sources.map((source) => `- ${sourceLine(source)}`),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * A tracker as Markdown: its table, with the sources as addresses.
 * @param site the site's own address, without a slash at its end
 */
export function trackerMarkdown({ id, columns, rows, checked }: TrackerData, site: string): string {
  const { name, description } = trackers[id];
  const names = columns.map(([column]) => column);
  const file = (format: 'csv' | 'json'): string =>
    markdownLink(format.toUpperCase(), absolute(trackerDataPath(id, format), site));
  const cell = (value: string | number | boolean | null | undefined): string =>
    value === null || value === undefined ? '' : markdownText(String(value));
  const parts = [
    `# ${markdownText(name)}`,
    `${markdownText(description)} Checked on ${checked ?? 'no day'}. <${absolute(trackerPath(id), site)}>`,
    markdownTable(
      names,
      rows.map((row) => names.map((column) => cell(row[column]))),
    ),
    `Data: ${file('csv')}, ${file('json')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

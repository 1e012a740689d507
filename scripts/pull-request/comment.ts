import { isError, presentable, type Problem } from '#loading/problem';
import { count } from '../command-line.ts';
import type { PagePreview } from './page-preview.ts';

/** What the comment in a pull request is made of. */
export interface PullRequestReport {
  problems: readonly Problem[];
  /** Pages with pictures. */
  pages: readonly PagePreview[];
  /** Paths of further pages that changed. */
  more: readonly string[];
  /** Changed files whose page is not in the built site. */
  missing: readonly string[];
  /** True when the site could be built. */
  built: boolean;
  /** The run whose files hold the preview. */
  run: string;
}

/** Widths of the screenshots, in CSS pixels. */
export const widths = [360, 1280] as const;

/** The screenshot of a page, as a path in the folder of the report. */
export const screenshotFile = (path: string, width: number): string => `screenshots/${fileName(path)}-${width}.png`;

/** The reader view of a page, as a path in the folder of the report. */
export const readerFile = (path: string): string => `reader/${fileName(path)}.html`;

const fileName = (path: string): string => path.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'home';

/** Problems of one kind that are listed; the annotations have them all. */
const mostProblems = 20;

/**
 * What a writer reads in the pull request, in GitHub's Markdown.
 * @param report what the run found
 * @param host where the preview can be opened in a browser, without a slash at its end, with this report below `/pull-request/`;
 *   without it, the comment names files to download
 */
export function commentOf(report: PullRequestReport, host?: string): string {
  const { problems, pages, more, missing, built, run } = report;
  const errors = problems.filter(isError);
  const advice = problems.filter((problem) => !isError(problem));
  return [
    '## Preview of this pull request',
    verdict(errors.length, built, run),
    ...list('To fix', errors),
    ...list('Advice', advice),
    ...(pages.length > 0 && host === undefined
      ? [
          `The pictures and reader views are files of the download \`pull-request\` of [this run](${run}#artifacts); they open by a double click.`,
        ]
      : []),
    ...pages.map((page) => pageSection(page, host)),
    ...(more.length > 0 ? [`Also changed: ${more.map((path) => pageLink(path, path, host)).join(', ')}.`] : []),
    ...(built && missing.length > 0
      ? [`No page in the preview: ${missing.map((path) => code(path)).join(', ')}. It was removed, or is not shown.`]
      : []),
    ...(built && pages.length + missing.length === 0 ? ['No page of its own changed.'] : []),
  ].join('\n\n');
}

function verdict(errors: number, built: boolean, run: string): string {
  if (errors > 0)
    return `**${count(errors, 'problem')} to fix first.** Each is also shown on its line under “Files changed”. The preview follows when ${errors === 1 ? 'it is' : 'they are'} fixed.`;
  if (!built) return `**The site could not be built.** The content has no problems; [the run](${run}) says why.`;
  return '**The content has no problems.** This is how readers will see it.';
}

function list(title: string, problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, mostProblems).map((problem) => {
    const { file, line, what, write } = presentable(problem);
    return `- ${code(`${file}:${line}`)} ${inline(`${what} ${write}`)}`;
  });
  const rest = problems.length - lines.length;
  return [`### ${title}`, [...lines, ...(rest > 0 ? [`- … and ${rest} more.`] : [])].join('\n')];
}

function pageSection({ path, title, description, card, story }: PagePreview, host: string | undefined): string {
  const shots = widths.map((width) => ({ width, file: screenshotFile(path, width) }));
  return [
    `### ${pageLink(path, title, host)}`,
    ...(story ? [`${count(story.minutes, 'minute')} to read, ${count(story.words, 'word')} in a reader view.`] : []),
    host === undefined
      ? `Pictures: ${shots.map(({ file }) => code(file)).join(', ')}.`
      : details(
          `Pictures at ${widths.join(' and ')} pixels`,
          shots
            .map(
              ({ file, width }) =>
                `<img alt="The page at ${width} pixels" src="${host}/pull-request/${file}" width="${width / 2}">`,
            )
            .join(' '),
        ),
    details(
      'Social card',
      [
        ...(card
          ? [host === undefined ? `Picture: ${inline(card.alt)}` : `<img alt="" src="${host}${card.path}" width="600">`]
          : []),
        `**${inline(title)}**`,
        inline(description),
      ].join('\n\n'),
    ),
    ...(story ? storyDetails(path, story, host) : []),
  ].join('\n\n');
}

function storyDetails(path: string, story: NonNullable<PagePreview['story']>, host: string | undefined): string[] {
  const { feedItem, reader } = story;
  const file = readerFile(path);
  return [
    details(
      'In the feed',
      feedItem
        ? [
            `**${inline(feedItem.title)}**`,
            `${feedItem.date.slice(0, 16).replace('T', ' ')} UTC`,
            inline(feedItem.summary),
          ].join('\n\n')
        : 'It is not in the feed of all stories: a draft, under embargo, or older than the newest stories.',
    ),
    details(
      'Reader view',
      [
        `**${inline(reader.title)}**`,
        `By ${inline(reader.byline)}`,
        inline(`${reader.text.trim().slice(0, 300)} …`),
        host === undefined ? `All of it: ${code(file)}.` : `[All of it](${host}/pull-request/${file})`,
      ].join('\n\n'),
    ),
  ];
}

const details = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;

const pageLink = (path: string, text: string, host: string | undefined): string =>
  host === undefined ? inline(text) : `[${inline(text)}](${host}${encodeURI(path)})`;

/** A text of the content as words alone: without links, markup, or names that GitHub would notify. */
const inline = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+!|~$-]/gu, '\\$&')
    .replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/@/gu, '@\u2060')
    .replace(/:\/\//gu, ':\u2060//')
    .replace(/\bwww\./giu, (www) => `${www.slice(0, 3)}\u2060.`);

const code = (text: string): string => `\`${text.replaceAll('`', '’')}\``;

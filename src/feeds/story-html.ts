import { absolute, chartPath } from '#domain/site/addresses';
import type { FeedPicture } from '#domain/site/feed';
import { withCommas } from '#domain/text/numbers';
import { rankText, shortRank, type Board } from '#domain/ranking/board/leaderboard';
import type { ModelCard } from '#domain/models/model';
import { picturesIn, type BodyPart, type UpdatePart } from '#domain/stories/body';
import { chartPictureWidth, chartSummary, type Chart } from '#domain/stories/chart';
import { readingText } from '#domain/stories/how-we-know';
import { madeLabel, type Picture, type Source, type Story, type Verdict } from '#domain/stories/story';
import { newestUpdateFirst, updateTime } from '#domain/stories/updates';
import { escapeHtml, xmlText } from './escape.ts';

/** Finds the file of a picture at a width that suits feed readers. */
export type FindFile = (picture: Picture) => Promise<Pick<FeedPicture, 'path' | 'width' | 'height'>>;

/** A story for feed readers. */
export interface StoryHtml {
  /** No classes, no script, every address absolute. */
  html: string;
  /** The pictures in it, in their order. */
  pictures: FeedPicture[];
}

/** What means a video that plays elsewhere. */
const videoPicture = { path: '/video.png', width: 1200, height: 675 };

/**
 * A story as one stretch of HTML for feed readers; the updates of a live story are in it, newest first.
 * @param story the story
 * @param parts its body
 * @param site address of the site, without a slash at its end
 */
export async function storyHtml(
  story: Story,
  parts: readonly BodyPart[],
  site: string,
  fileOf: FindFile,
): Promise<StoryHtml> {
  const shown = newestUpdateFirst(parts);
  const { figure, pictures } = await figuresFor(
    [...(story.hero ? [story.hero] : []), ...picturesIn(shown)],
    site,
    fileOf,
  );
  const pieces = [
    story.dek === undefined ? '' : `<p><strong>${escapeHtml(story.dek)}</strong></p>`,
    story.hero ? figure(story.hero, escapeHtml(story.hero.caption ?? '')) : '',
    story.verdict ? verdictHtml(story.verdict) : '',
    ...shown.map((part) => partHtml(part, { site, path: story.path, figure })),
    story.disclosure === undefined ? '' : `<p>Disclosure: ${escapeHtml(story.disclosure)}</p>`,
    ...story.corrections.map(
      ({ date, text }) => `<p><strong>Correction, ${date.text}:</strong> ${escapeHtml(text)}</p>`,
    ),
    story.sources.length === 0 ? '' : `<h2>Sources</h2><ul>${story.sources.map(sourceHtml).join('')}</ul>`,
    story.howWeKnow === undefined ? '' : `<p><strong>How we know.</strong> ${escapeHtml(story.howWeKnow)}</p>`,
  ];
  return { html: forReaders(pieces.filter(Boolean).join('\n'), absolute(story.path, site), site), pictures };
}

function sourceHtml({ title, publisher, url, read, via }: Source): string {
  const name = url === undefined ? escapeHtml(title) : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
  const reading = via === undefined ? '' : `. ${escapeHtml(readingText({ read, via }))}`;
  return `<li>${name}, ${escapeHtml(publisher)}${reading}</li>`;
}

/**
 * A part of a story as HTML for feed readers.
 * @param path the story's own
 * @param site address of the site, without a slash at its end
 */
export async function partsHtml(
  parts: readonly BodyPart[],
  path: string,
  site: string,
  fileOf: FindFile,
): Promise<StoryHtml> {
  const { figure, pictures } = await figuresFor(picturesIn(parts), site, fileOf);
  const html = parts.map((part) => partHtml(part, { site, path, figure })).join('\n');
  return { html: forReaders(html, absolute(path, site), site), pictures };
}

type FigureHtml = (picture: Picture, caption: string) => string;

/** The files of pictures, and what shows one of them. */
async function figuresFor(
  shown: readonly Picture[],
  site: string,
  fileOf: FindFile,
): Promise<{ figure: FigureHtml; pictures: FeedPicture[] }> {
  const pictures = await Promise.all(
    shown.map(async (picture): Promise<FeedPicture> => ({
      ...(await fileOf(picture)),
      alt: picture.alt,
      credit: picture.credit,
    })),
  );
  return {
    figure: (picture, caption) => figureHtml(picture, pictures[shown.indexOf(picture)], caption, site),
    pictures,
  };
}

function verdictHtml({ text, strengths, limits, bestFor }: Verdict): string {
  const list = (title: string, lines: readonly string[]): string =>
    `<p>${title}:</p><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  return `<p><strong>Verdict:</strong> ${escapeHtml(text)}</p>${list('Strengths', strengths)}${list('Limits', limits)}<p>For: ${escapeHtml(bestFor)}</p>`;
}

/** What parts of a story need to be written. */
interface Writing {
  site: string;
  /** Of the story. */
  path: string;
  figure: FigureHtml;
}

function partHtml(part: BodyPart, writing: Writing): string {
  switch (part.kind) {
    case 'html':
      return part.html;
    case 'half':
      return '';
    case 'update':
      return updateHtml(part, writing);
    case 'pullquote':
      return `<blockquote>${part.html}<p>${escapeHtml(part.by)}</p></blockquote>`;
    case 'aside':
      return `<h3>${escapeHtml(part.title)}</h3>${part.html}`;
    case 'figure':
      return writing.figure(part.picture, part.html);
    case 'board':
      return boardHtml(part.board, part.limit);
    case 'models':
      return part.models.map(modelHtml).join('');
    case 'video':
      return videoHtml(part.url, part.title, writing.site);
    case 'chart':
      return chartHtml(part.chart, writing);
  }
}

function updateHtml({ at, title, parts }: UpdatePart, writing: Writing): string {
  const time = `<p><time datetime="${at}">${updateTime(at)}</time></p>`;
  return [`<h2>${escapeHtml(title)}</h2>`, time, ...parts.map((part) => partHtml(part, writing))].join('');
}

function figureHtml(picture: Picture, file: FeedPicture | undefined, caption: string, site: string): string {
  const image = file ? imageHtml(file, picture.alt, site) : '';
  return `<figure>${image}<figcaption>${caption}${caption ? ' ' : ''}${madeLabel(picture.made)}: ${escapeHtml(picture.credit)}</figcaption></figure>`;
}

const imageHtml = (
  { path, width, height }: Pick<FeedPicture, 'path' | 'width' | 'height'>,
  alt: string,
  site: string,
): string => `<img src="${absolute(path, site)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;

/** Readers strip players, so a picture with a link means one. */
function videoHtml(url: string, title: string, site: string): string {
  const address = escapeHtml(url);
  return `<figure><a href="${address}">${imageHtml(videoPicture, `Video: ${title}`, site)}</a><figcaption><a href="${address}">Video: ${escapeHtml(title)}</a></figcaption></figure>`;
}

/** Readers show no SVG, so a picture of the chart is there; its alt text says what it shows. */
function chartHtml(chart: Chart, { site, path }: Writing): string {
  const source = chart.source === undefined ? '' : ` Source: ${escapeHtml(chart.source.label)}`;
  const image = `<img src="${absolute(chartPath(path, chart.name), site)}" alt="${escapeHtml(chartSummary(chart))}" width="${chartPictureWidth}">`;
  return `<figure>${image}<figcaption><strong>${escapeHtml(chart.title)}</strong>${source}</figcaption></figure>`;
}

function boardHtml(board: Board, limit: number): string {
  const items = board.rows.slice(0, limit).map((row) => {
    const score = row.score === undefined ? '' : ` (${withCommas(row.score, board.metric?.decimals ?? 0)})`;
    return `<li>${row.best === row.worst ? shortRank(row) : rankText(row)} <a href="${row.model.path}">${escapeHtml(row.name)}</a>${score}</li>`;
  });
  return `<p><a href="${board.path}">${escapeHtml(board.name)}</a>, ${board.date.text}:</p><ul>${items.join('')}</ul>`;
}

function modelHtml(model: ModelCard): string {
  const facts = model.facts
    .filter(({ value }) => value !== undefined)
    .map(({ label, value }) => `<li>${escapeHtml(label)}: ${escapeHtml(value ?? '')}</li>`);
  return `<p><a href="${model.path}">${escapeHtml(model.name)}</a></p><ul>${facts.join('')}</ul>`;
}

/**
 * Makes every address in safe HTML absolute, and takes out what only the page needs. Notes keep their anchors, since
 * feed readers follow `#fn-1` inside an item.
 * The HTML comes from our own renderer, so its attributes are always double-quoted.
 * @param story the story's own address
 */
function forReaders(html: string, story: string, site: string): string {
  const attributeForReaders = (written: string, name: string, value = ''): string => {
    if (onlyForPages.test(name)) return '';
    return addressed.test(name) ? ` ${name}="${fullAddress(value, story, site)}"` : written;
  };
  const bare = html.replace(/\u00a0<span class="model-rank">.*?<\/span>\)<\/span>/gsu, '');
  // Only inside tags: what looks like an attribute in the text, as in a sample of code, is text.
  const tidy = bare.replace(
    /(<[a-z][a-z0-9]*)([^>]*)>/gu,
    (_, tag: string, attributes: string) =>
      `${tag}${attributes.replace(/ ([a-z-]+)(?:="([^"]*)")?/gu, attributeForReaders)}>`,
  );
  return xmlText(tidy);
}

const onlyForPages = /^(?:class|tabindex|role|aria-[a-z]+|data-[a-z-]+)$/u;
const addressed = /^(?:href|src|cite|poster)$/u;

/** An address as a browser on the story's page would follow it. */
function fullAddress(address: string, story: string, site: string): string {
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address)) return address;
  if (address.startsWith('//')) return `https:${address}`;
  return address.startsWith('/') ? absolute(address, site) : `${story}${address}`;
}

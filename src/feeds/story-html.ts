import { absolute } from '#domain/addresses';
import { withCommas } from '#domain/figures';
import { rankText, shortRank, type Board } from '#domain/leaderboard';
import type { ModelCard } from '#domain/model';
import type { ProsePart } from '#domain/prose';
import { madeLabel, type Picture, type Story, type Verdict } from '#domain/story';
import { escapeHtml } from './escape.ts';

/** Where the files of pictures are, at a width that suits feed readers. */
export type PictureAddress = (picture: Picture) => Promise<string>;

/**
 * A story as one stretch of HTML for feed readers: no classes, no script, every address absolute.
 * @param story the story
 * @param parts its body
 * @param site address of the site, without a slash at its end
 */
export async function storyHtml(story: Story, parts: readonly ProsePart[], site: string, addressOf: PictureAddress): Promise<string> {
  const pieces = [
    story.dek === undefined ? '' : `<p><strong>${escapeHtml(story.dek)}</strong></p>`,
    story.hero ? await figure(story.hero, escapeHtml(story.hero.caption ?? ''), site, addressOf) : '',
    story.verdict ? verdictHtml(story.verdict) : '',
    ...(await Promise.all(parts.map((part) => partHtml(part, site, addressOf)))),
    story.disclosure === undefined ? '' : `<p>Disclosure: ${escapeHtml(story.disclosure)}</p>`,
    ...story.corrections.map(({ date, text }) => `<p><strong>Correction, ${date.text}:</strong> ${escapeHtml(text)}</p>`),
    story.sources.length === 0 ? '' : `<h2>Sources</h2><ul>${story.sources.map(({ title, publisher, url }) => `<li>${url === undefined ? escapeHtml(title) : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`}, ${escapeHtml(publisher)}</li>`).join('')}</ul>`,
  ];
  return absoluteAddresses(pieces.filter(Boolean).join('\n'), absolute(story.path, site), site);
}

function verdictHtml({ text, strengths, limits, bestFor }: Verdict): string {
  const list = (title: string, lines: readonly string[]): string => `<p>${title}:</p><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  return `<p><strong>Verdict:</strong> ${escapeHtml(text)}</p>${list('Strengths', strengths)}${list('Limits', limits)}<p>For: ${escapeHtml(bestFor)}</p>`;
}

async function partHtml(part: ProsePart, site: string, addressOf: PictureAddress): Promise<string> {
  switch (part.kind) {
    case 'html':
      return part.html;
    case 'half':
      return '';
    case 'pullquote':
      return `<blockquote>${part.html}<p>${escapeHtml(part.by)}</p></blockquote>`;
    case 'aside':
      return `<h3>${escapeHtml(part.title)}</h3>${part.html}`;
    case 'figure':
      return figure(part.picture, part.html, site, addressOf);
    case 'board':
      return boardHtml(part.board, part.limit);
    case 'models':
      return part.models.map(modelHtml).join('');
    case 'video':
      return `<p><a href="${escapeHtml(part.url)}">Video: ${escapeHtml(part.title)}</a></p>`;
  }
}

async function figure(picture: Picture, caption: string, site: string, addressOf: PictureAddress): Promise<string> {
  const source = absolute(await addressOf(picture), site);
  return `<figure><img src="${source}" alt="${escapeHtml(picture.alt)}"><figcaption>${caption}${caption ? ' ' : ''}${madeLabel(picture.made)}: ${escapeHtml(picture.credit)}</figcaption></figure>`;
}

function boardHtml(board: Board, limit: number): string {
  const items = board.rows.slice(0, limit).map((row) => {
    const score = row.score === undefined ? '' : ` (${withCommas(row.score, board.metric?.decimals ?? 0)})`;
    return `<li>${row.best === row.worst ? shortRank(row) : rankText(row)} <a href="${row.model.path}">${escapeHtml(row.name)}</a>${score}</li>`;
  });
  return `<p><a href="${board.path}">${escapeHtml(board.name)}</a>, ${board.date.text}:</p><ul>${items.join('')}</ul>`;
}

function modelHtml(model: ModelCard): string {
  const facts = model.facts.filter(({ value }) => value !== undefined).map(({ label, value }) => `<li>${escapeHtml(label)}: ${escapeHtml(value ?? '')}</li>`);
  return `<p><a href="${model.path}">${escapeHtml(model.name)}</a></p><ul>${facts.join('')}</ul>`;
}

/**
 * Makes every address in safe HTML absolute, and takes out what only the page needs.
 * The HTML comes from our own renderer, so its attributes are always double-quoted.
 */
function absoluteAddresses(html: string, story: string, site: string): string {
  const bare = html.replace(/<sup class="model-rank"[^>]*>.*?<\/sup><span class="visually-hidden">.*?<\/span>/gsu, '');
  // Only inside tags: what looks like an attribute in the text, as in a sample of code, is text.
  return bare.replace(/<[a-z][^>]*>/gu, (tag) =>
    tag
      .replace(/ (?:class|tabindex|role|aria-[a-z]+|data-[a-z-]+)="[^"]*"/gu, '')
      .replace(/ (href|src)="\/(?!\/)/gu, ` $1="${site}/`)
      .replace(/ href="#/gu, ` href="${story}#`),
  );
}

import { absolute, boardPath, embedPath } from './addresses.ts';
import type { Badge } from '../ranking/board/badge.ts';
import type { Board } from '../ranking/board/leaderboard.ts';

/** Rows of an embedded board. */
export const embedRows = 10;

/** Height of an embedded board in pixels: enough at 300 pixels of width. */
export const embedHeight = 700;

/**
 * HTML that shows a board on another site.
 * @param site the site's own address, without a slash at its end
 */
export function embedCode(board: Board, site: string): string {
  return `<iframe src="${absolute(embedPath(board.id), site)}" title="${attributeText(board.name)}" width="100%" height="${embedHeight}" loading="lazy" style="border: 0"></iframe>`;
}

/** HTML that shows a badge with a link to its board. */
export function badgeHtml(badge: Badge, board: Board, site: string): string {
  return `<a href="${absolute(boardPath(board.id), site)}"><img src="${absolute(badge.path, site)}" alt="${attributeText(badgeAlt(badge, board))}" height="20"></a>`;
}

/** Markdown that does the same, for a README. */
export function badgeMarkdown(badge: Badge, board: Board, site: string): string {
  return `[![${badgeAlt(badge, board).replace(/[[\]\\]/gu, '\\$&')}](${absolute(badge.path, site)})](${absolute(boardPath(board.id), site)})`;
}

/** Words that stay true when the badge changes with the next edition. */
const badgeAlt = (badge: Badge, board: Board): string => `Present rank of ${badge.model} in ${board.name}`;

const attributeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

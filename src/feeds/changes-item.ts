import { absolute, changesPath, editionPath } from '#domain/site/addresses';
import type { Changes } from '#domain/ranking/movement/changes';
import { startOfDay } from '#domain/text/dates';
import type { FeedItem } from '#domain/site/feed';
import { capitalised } from '#domain/text/numbers';
import { rankText, type BoardRow } from '#domain/ranking/board/leaderboard';
import { escapeHtml } from './escape.ts';

/**
 * What moved from one edition of a board to the next one, as an item of a feed of changes.
 * @param site the site's own address, without a slash at its end
 */
export function changesItem(changes: Changes, site: string): FeedItem {
  const { board, summary, headline } = changes;
  return {
    id: `${board.id}/${board.date.iso}`,
    path: changesPath(board.id, board.date.iso),
    title: `${board.name}, ${board.date.text}: ${board.headline}; ${headline}`,
    summary,
    published: startOfDay(board.date.iso),
    authors: [],
    tags: [board.name],
    html: changesHtml(changes, site),
    pictures: [],
  };
}

/** The summary, and a table of what did not stay the same. */
function changesHtml({ board, before, list, summary }: Changes, site: string): string {
  const rows = list
    .filter(({ kind }) => kind !== 'same')
    .map(({ row, before: old, after, happened, reason }) => {
      const name = `<a href="${absolute(row.model.path, site)}">${escapeHtml(row.name)}</a>`;
      return `<tr><td>${name}</td><td>${ranks(old)}</td><td>${ranks(after)}</td><td>${happened}</td><td>${escapeHtml(capitalised(reason))}</td></tr>`;
    });
  const head = ['Entry', before.date.text, board.date.text, 'What happened', 'Why']
    .map((text) => `<th>${text}</th>`)
    .join('');
  const table =
    rows.length === 0 ? '' : `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const edition = `<p><a href="${absolute(editionPath(board.id, board.date.iso), site)}">${escapeHtml(board.name)}, ${board.date.text}</a>. ${escapeHtml(board.licence.credit)}.</p>`;
  return `<p>${escapeHtml(summary)}</p>${table}${edition}`;
}

const ranks = (row: BoardRow | undefined): string => (row ? rankText(row) : 'not listed');

import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';
import { absolute, changesPath, editionPath } from '#domain/addresses';
import type { Changes } from '#domain/changes';
import { startOfDay } from '#domain/dates';
import { capitalised } from '#domain/figures';
import type { Frame } from '#domain/frame';
import { rankText, type BoardRow } from '#domain/leaderboard';
import { escapeHtml } from './escape.ts';

/** Items of a feed of changes. */
const newest = 50;

/**
 * A feed of changes as RSS 2.0.
 * @param path where it stands
 * @param name whose changes it tells
 * @param changes newest edition first
 */
export function changesFeed(path: string, name: string, changes: readonly Changes[], { name: site, url, language }: Frame['site']): RSSOptions {
  return {
    title: `${name}: changes | ${site}`,
    description: `What moved in each new edition, and why. An entry has moved only when its range of ranks lies wholly above or below the old one.`,
    site: `${url}/`,
    items: changes.slice(0, newest).map((change) => changesItem(change, url)),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${language}</language><atom:link href="${absolute(path, url)}" rel="self" type="application/rss+xml"/>`,
  };
}

function changesItem(changes: Changes, site: string): RSSFeedItem {
  const { board, summary, headline } = changes;
  return {
    title: `${board.name}, ${board.date.text}: ${board.headline}; ${headline}`,
    // Feed readers take a description for HTML.
    description: escapeHtml(summary),
    link: absolute(changesPath(board.id, board.date.iso), site),
    pubDate: startOfDay(board.date.iso),
    categories: [board.name],
    content: changesHtml(changes, site),
    customData: `<guid isPermaLink="false">${escapeHtml(`${board.id}/${board.date.iso}`)}</guid>`,
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
  const head = ['Entry', before.date.text, board.date.text, 'What happened', 'Why'].map((text) => `<th>${text}</th>`).join('');
  const table = rows.length === 0 ? '' : `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const edition = `<p><a href="${absolute(editionPath(board.id, board.date.iso), site)}">${escapeHtml(board.name)}, ${board.date.text}</a>. ${escapeHtml(board.licence.credit)}.</p>`;
  return `<p>${escapeHtml(summary)}</p>${table}${edition}`;
}

const ranks = (row: BoardRow | undefined): string => (row ? rankText(row) : 'not listed');

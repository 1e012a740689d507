import { changesPath, newsletterPath } from '#domain/site/addresses';
import type { Changes } from '#domain/ranking/movement/changes';
import { toDay } from '#domain/text/dates';
import { rankText } from '#domain/ranking/board/leaderboard';
import type { NewsletterIssue, IssueBoard } from '#domain/stories/newsletter-issue';
import { typeset } from '#domain/text/typography';
import type { Catalogue, Stored } from '../catalogue.ts';
import { allChanges } from '../leaderboards/changes.ts';
import { allCorrections } from './corrections.ts';
import { publicStories, storyCard, storyPath, type FindRaster } from './stories.ts';

// A mail of more than about 100 kB is cut off by mail programs.
const mostStories = 10;
const mostBoards = 5;
const mostRows = 6;
const mostCorrections = 8;

/** A newsletter issue, filled from what was published and changed between its first day and its own. */
export async function issueOf(
  { id, data }: Stored<'newsletters'>,
  catalogue: Catalogue,
  findRaster: FindRaster,
): Promise<NewsletterIssue> {
  const within = (day: string): boolean => day >= data.since && day <= id;
  const stories = publicStories(catalogue).filter((story) => within(story.data.date.slice(0, 10)));
  const changes = allChanges(catalogue).filter(({ board }) => within(board.date.iso));
  const corrections = allCorrections(catalogue).filter(({ date }) => within(date.iso));
  const shown = await Promise.all(
    stories.slice(0, mostStories).map((story) => storyCard(story, catalogue, findRaster)),
  );
  return {
    path: newsletterPath(id),
    date: toDay(id),
    since: toDay(data.since),
    subject: typeset(data.subject),
    intro: data.intro === undefined ? undefined : typeset(data.intro),
    stories: shown.map(({ path, title, dek, section, date }) => ({ path, title, dek, section: section.label, date })),
    more: {
      stories: stories.length - shown.length,
      boards: Math.max(0, changes.length - mostBoards),
      corrections: Math.max(0, corrections.length - mostCorrections),
    },
    boards: changes.slice(0, mostBoards).map(boardOf),
    corrections: corrections.slice(0, mostCorrections).map(({ date, text, entry }) => ({
      date,
      text,
      story: { label: typeset(entry.data.title), path: storyPath(entry) },
    })),
  };
}

function boardOf({ board, headline, summary, list }: Changes): IssueBoard {
  const moved = list.filter(({ kind }) => kind === 'new' || kind === 'up' || kind === 'down').slice(0, mostRows);
  return {
    name: board.name,
    path: changesPath(board.id, board.date.iso),
    date: board.date,
    headline,
    summary,
    moved: moved.map(({ row, before, after, happened }) => ({
      name: row.name,
      path: row.model.path,
      before: before ? rankText(before) : '',
      after: after ? rankText(after) : '',
      happened,
    })),
  };
}

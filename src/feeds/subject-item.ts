import { absolute } from '#domain/site/addresses';
import type { FeedItem } from '#domain/site/feed';
import { startOfDay } from '#domain/text/dates';
import { firstDayOf, type TimelineEntry, type TimelineKind } from '#domain/subjects/timeline';
import { escapeHtml } from './escape.ts';

/** What an item is filed under, by the kind of its fact. */
const tagsOf: Record<TimelineKind, string> = {
  event: 'Event',
  lawsuit: 'Lawsuit',
  rule: 'Rule',
  launch: 'Launch',
  end: 'Launch',
  price: 'Price',
  story: 'Story',
};

/**
 * A dated fact of a topic or a tracker as an item of a feed. A date that is known to the month counts from its first day.
 * @param site the site's own address, without a slash at its end
 */
export function subjectItem({ id, kind, date, text, subject, path, sources }: TimelineEntry, site: string): FeedItem {
  const links = sources.map(({ title, publisher, url }) => {
    const name = escapeHtml(`${title}, ${publisher}`);
    return `<li>${url === undefined ? name : `<a href="${escapeHtml(url)}">${name}</a>`}</li>`;
  });
  const about = subject
    ? `<p>About: <a href="${absolute(subject.path, site)}">${escapeHtml(subject.label)}</a></p>\n`
    : '';
  return {
    id,
    path,
    title: subject && (kind === 'lawsuit' || kind === 'rule') ? `${subject.label}: ${text}` : text,
    summary: date.text,
    published: startOfDay(firstDayOf(date.iso)),
    authors: [],
    tags: [tagsOf[kind], ...(subject ? [subject.label] : [])],
    html: `<p>${date.text}: ${escapeHtml(text)}</p>\n${about}${links.length > 0 ? `<p>Sources:</p><ul>${links.join('')}</ul>` : ''}`,
    pictures: [],
  };
}

import { absolute } from '#domain/site/addresses';
import { fullMoment } from '#domain/text/dates';
import { machineDate } from '#domain/stories/story-dates';
import type { FeedItem } from '#domain/site/feed';
import type { Catalogue } from '#queries/catalogue';
import type { StoryCorrection } from '#queries/stories/corrections';
import { storyCard, type FindRaster } from '#queries/stories/stories';
import { escapeHtml } from './escape.ts';

/** A correction as an item of the feed of corrections. */
export async function correctionItem(
  { id, date, text, entry }: StoryCorrection,
  catalogue: Catalogue,
  findRaster: FindRaster,
): Promise<FeedItem> {
  const { title, path, authors, section, date: day } = await storyCard(entry, catalogue, findRaster);
  const { url } = catalogue.site;
  return {
    id,
    path,
    title: `Correction: ${title}`,
    summary: text,
    published: new Date(fullMoment(machineDate(date))),
    authors: authors.map(({ label, path: page }) => ({ name: label, path: page })),
    tags: [section.label],
    html: `<p>${escapeHtml(text)}</p>\n<p>The story: <a href="${absolute(path, url)}">${escapeHtml(title)}</a>, ${day.text}.</p>`,
    pictures: [],
  };
}

import type { FeedItem } from '#domain/site/feed';
import { fullMoment } from '#domain/text/dates';
import { machineDate } from '#domain/stories/story-dates';
import type { Catalogue } from '#queries/catalogue';
import { forgetBody, bodyOf } from '#queries/stories/body';
import { story, type FindRaster, type StoryEntry } from '#queries/stories/stories';
import { storyHtml, type FindFile } from './story-html.ts';

/** How pictures next to stories are found: the file of the writer, and the one for feeds. */
export interface Pictures {
  raster: FindRaster;
  file: FindFile;
}

/** A story as an item of any feed. */
export async function storyItem(entry: StoryEntry, catalogue: Catalogue, pictures: Pictures): Promise<FeedItem> {
  const [finished, { parts }] = await Promise.all([
    story(entry, catalogue, pictures.raster),
    bodyOf(entry, catalogue, pictures.raster),
  ]);
  // Feeds are rendered after all else that shows a story; each update of a live story is an item too.
  if (finished.latestUpdate === undefined) forgetBody(entry);
  const { id, path, title, dek, date, changed, authors, section, tags } = finished;
  return {
    id,
    path,
    title,
    summary: dek,
    published: new Date(fullMoment(machineDate(date))),
    updated: changed === machineDate(date) ? undefined : new Date(fullMoment(changed)),
    authors: authors.map(({ label, path: page }) => ({ name: label, path: page })),
    tags: [section.label, ...tags],
    ...(await storyHtml(finished, parts, catalogue.site.url, pictures.file)),
  };
}

import { absolute } from '#domain/site/addresses';
import type { FeedItem } from '#domain/site/feed';
import { updateAnchor, updatesIn } from '#domain/stories/updates';
import type { Catalogue } from '#queries/catalogue';
import { bodyOf } from '#queries/stories/body';
import { storyCard } from '#queries/stories/stories';
import type { StoryUpdate } from '#queries/stories/updates';
import { escapeHtml } from './escape.ts';
import { partsHtml } from './story-html.ts';
import type { Pictures } from './story-item.ts';

/**
 * An update of a live story as an item of any feed that holds the story.
 * @throws Error when the text of the story does not have it
 */
export async function updateItem(
  { id, at, story }: StoryUpdate,
  catalogue: Catalogue,
  pictures: Pictures,
): Promise<FeedItem> {
  const [{ title, path, authors, section }, { parts }] = await Promise.all([
    storyCard(story, catalogue, pictures.raster),
    bodyOf(story, catalogue, pictures.raster),
  ]);
  const update = updatesIn(parts).find((part) => part.at === at);
  if (!update) throw new Error(`${story.filePath} has no update of ${at}.`);
  const { url } = catalogue.site;
  const { html, pictures: shown } = await partsHtml(update.parts, path, url, pictures.file);
  return {
    id,
    path: `${path}#${updateAnchor(at)}`,
    title: update.title,
    summary: `Update of “${title}”`,
    published: new Date(at),
    authors: authors.map(({ label, path: page }) => ({ name: label, path: page })),
    tags: [section.label, ...story.data.tags],
    html: `${html}\n<p>The whole story: <a href="${absolute(path, url)}">${escapeHtml(title)}</a></p>`,
    pictures: shown,
  };
}

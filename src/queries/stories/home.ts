import { arrangeFrontPage, storyName, type FrontPage } from '#domain/stories/front-page';
import type { StoryCard } from '#domain/stories/story';
import { typeset } from '#domain/text/typography';
import type { Catalogue } from '../catalogue.ts';
import { storyCard, type FindRaster, type StoryEntry } from './stories.ts';

/** The front page: what the editor chose, and the newest stories in the places that are left. */
export async function homeStories(catalogue: Catalogue, findRaster: FindRaster): Promise<FrontPage<StoryCard>> {
  const { articles, reviews, frontPage, now } = catalogue;
  const find = (name: string): StoryEntry | undefined => {
    const { kind, slug } = storyName(name);
    return [...(kind === 'review' ? [] : articles), ...(kind === 'article' ? [] : reviews)].find(
      ({ id }) => id === slug,
    );
  };
  const arranged = arrangeFrontPage<StoryEntry>(frontPage, { articles, reviews, find }, now);
  const cards = (entries: readonly StoryEntry[]): Promise<StoryCard[]> =>
    Promise.all(entries.map((entry) => storyCard(entry, catalogue, findRaster)));
  const [lead] = await cards(arranged.lead ? [arranged.lead] : []);
  return {
    lead,
    second: await cards(arranged.second),
    banner: arranged.banner && { ...arranged.banner, text: typeset(arranged.banner.text) },
    package: arranged.package && {
      label: typeset(arranged.package.label),
      stories: await cards(arranged.package.stories),
    },
    latest: await cards(arranged.latest),
    reviews: await cards(arranged.reviews),
  };
}

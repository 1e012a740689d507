import type { StoryCard } from '#domain/stories/story';
import type { Catalogue } from '../catalogue.ts';
import { cards } from '../page.ts';

/** The stories of the home page, each in one place only. */
export interface HomeStories {
  lead: StoryCard | undefined;
  second: StoryCard[];
  latest: StoryCard[];
  reviews: StoryCard[];
}

const secondTier = 3;
const latestCount = 10;
const reviewCount = 3;

/** The newest article leads; the next ones follow in two tiers. */
export async function homeStories(catalogue: Catalogue): Promise<HomeStories> {
  const [[lead], second, latest, reviews] = await Promise.all([
    cards(catalogue.articles.slice(0, 1), catalogue),
    cards(catalogue.articles.slice(1, 1 + secondTier), catalogue),
    cards(catalogue.articles.slice(1 + secondTier, 1 + secondTier + latestCount), catalogue),
    cards(catalogue.reviews.slice(0, reviewCount), catalogue),
  ]);
  return { lead, second, latest, reviews };
}

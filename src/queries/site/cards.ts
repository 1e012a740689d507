import { cardOfBoard, cardOfModel, cardOfStory, type Card } from '#domain/site/card';
import type { Board } from '#domain/ranking/leaderboard';
import type { Catalogue } from '../catalogue.ts';
import { pathOf } from '../keys.ts';
import { latestBoard, stripRanks } from '../leaderboards/leaderboards.ts';
import { modelCard, placingsOfModel } from '../models/models.ts';
import { rasterBeside } from '../rasters.ts';
import { storyCard, type StoryEntry } from '../stories/stories.ts';

/** A card with the file of its picture. */
export interface CardView {
  card: Card;
  picture?: string | undefined;
  /** Changes whenever the picture does. */
  version?: string | undefined;
}

/** The card of an article or a review; a review also shows the present rank of its model. */
export async function storyCardView(entry: StoryEntry, catalogue: Catalogue): Promise<CardView> {
  const { data, filePath } = entry;
  const rank = 'model' in data ? stripRanks(catalogue).get(data.model) : undefined;
  const board = latestBoard(catalogue.site.strip.board, catalogue);
  const shown = await storyCard(entry, catalogue, rasterBeside);
  return {
    card: cardOfStory(shown, rank && board && { value: rank.shown, board: board.name }),
    picture: data.hero && `${filePath.slice(0, filePath.lastIndexOf('/'))}/${data.hero.image}`,
    version: shown.hero?.image.src,
  };
}

export function modelCardView(id: string, catalogue: Catalogue): CardView {
  return { card: cardOfModel(modelCard(id, catalogue, 'content/models'), placingsOfModel(id, catalogue)) };
}

export function boardCardView(board: Board): CardView {
  return { card: cardOfBoard(board) };
}

/** Paths of the cards of stories. */
export const storyCardPaths = (entries: readonly StoryEntry[], catalogue: Catalogue) =>
  Promise.all(entries.map(async (entry) => pathOf({ slug: entry.id }, { ...(await storyCardView(entry, catalogue)) })));

import { categoryPath, modelPath } from '#domain/site/addresses';
import { boardCardOf, modelCardOf, reviewsSection, type Card } from '#domain/site/card';
import type { Catalogue } from '../catalogue.ts';
import { pathOf } from '../keys.ts';
import { editionsOf, latestBoards } from '../leaderboards/leaderboards.ts';
import { modelCard, placingsOfModel } from '../models/models.ts';

/** Paths of all drawn cards, each with what it shows and the content file that it is about. */
export function cardPaths(catalogue: Catalogue) {
  const { categories, models } = catalogue;
  return [
    ...latestBoards(catalogue).map((board) =>
      cardAt(board.path, boardCardOf(board), editionsOf(board.id, catalogue)[0]?.filePath ?? board.path),
    ),
    ...[...models.values()].map(({ id, filePath }) =>
      cardAt(
        modelPath(id),
        modelCardOf(id, modelCard(id, catalogue, filePath), placingsOfModel(id, catalogue)),
        filePath,
      ),
    ),
    ...[...categories.values()].map(({ id, data: { name, description }, filePath }) =>
      cardAt(categoryPath(id), { kind: 'section', id, kicker: 'News', name, description }, filePath),
    ),
    cardAt(
      reviewsSection.path,
      {
        kind: 'section',
        id: 'reviews',
        kicker: 'Models',
        name: reviewsSection.label,
        description: reviewsSection.description,
      },
      'src/domain/site/card.ts',
    ),
  ];
}

/** @param page the page that the card belongs to */
const cardAt = (page: string, card: Card, source: string) =>
  pathOf({ page: page.replace(/^\/|\/$/gu, '') }, { card, source });

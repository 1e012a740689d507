import { mayShareData } from '#domain/ranking/board/board-data';
import type { Board } from '#domain/ranking/board/leaderboard';
import type { Catalogue } from '../catalogue.ts';
import { allEditions } from './leaderboards.ts';

/** Every edition whose licence lets us offer its figures as a download. */
export function sharedEditions(catalogue: Catalogue): Board[] {
  return allEditions(catalogue).filter(mayShareData);
}

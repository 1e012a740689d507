import { mayShareData } from '#domain/ranking/board/board-data';
import { citationOf, type EditionCitation } from '#domain/ranking/board/citation';
import type { Board } from '#domain/ranking/board/leaderboard';
import { boardCsv, sha256 } from './board-files.ts';

/**
 * How to cite an edition, with the checksum of its CSV file where there is one.
 * @param site name and address of this site, without a slash at its end
 */
export function citationWithChecksum(board: Board, site: { name: string; url: string }): EditionCitation {
  return citationOf(board, site, mayShareData(board) ? sha256(boardCsv(board, site.url)) : undefined);
}

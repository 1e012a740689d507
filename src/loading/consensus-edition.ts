import { consensus, type Consensus, type Evidence } from '#domain/ranking/consensus/consensus';
import { towardsHigher, type Scored } from '#domain/ranking/board/ranks';
import type { Collections } from './content.ts';

/** The collections that a consensus can rest on. */
type Sources = Pick<Collections, 'boards' | 'editions' | 'evidence'>;

/** Where a consensus takes its evidence from, and what it was not able to find. */
export interface Computed {
  consensus: Consensus;
  /** Ids that are neither an edition with scores nor evidence. */
  missing: string[];
}

/**
 * Computes a consensus from editions and evidence.
 * @param from ids such as `arena-text-to-video/2026-09-22`
 */
export function computeConsensus(from: readonly string[], collections: Collections): Computed {
  return {
    consensus: consensus(evidenceOfIds(from, collections)),
    missing: from.filter((id) => evidenceWith(id, collections) === undefined),
  };
}

/** What editions and evidence say of models; ids that are neither are left out. */
export function evidenceOfIds(from: readonly string[], collections: Sources): Evidence[] {
  return from.flatMap((id) => evidenceWith(id, collections) ?? []);
}

/**
 * The ids that a consensus of a day rests on: the newest edition of every other board with scores that is still kept,
 * and all evidence, up to that day.
 */
export function idsForConsensus(board: string, date: string, { boards, editions, evidence }: Collections): string[] {
  const newest = boards
    .filter(({ id, data }) => id !== board && !data.history)
    .flatMap(
      ({ id }) =>
        editions
          .filter(
            (edition) => edition.id.startsWith(`${id}/`) && hasScores(edition.data.kind) && dateOf(edition.id) <= date,
          )
          .map((edition) => edition.id)
          .sort()
          .at(-1) ?? [],
    );
  const cited = evidence.filter(({ id, data }) => id.startsWith(`${board}/`) && data.date <= date).map(({ id }) => id);
  return [...newest, ...cited].sort();
}

const hasScores = (kind: string): boolean => kind === 'scored' || kind === 'voted';

const dateOf = (editionId: string): string => editionId.split('/')[1] ?? '';

function evidenceWith(id: string, { boards, editions, evidence }: Sources): Evidence | undefined {
  const cited = evidence.find((entry) => entry.id === id)?.data;
  if (cited) return { publisher: cited.publisher, date: cited.date, scores: bestScores(cited.entries, true) };
  const edition = editions.find((entry) => entry.id === id)?.data;
  const board = boards.find((entry) => entry.id === id.split('/')[0])?.data;
  if ((edition?.kind !== 'scored' && edition?.kind !== 'voted') || !board) return undefined;
  return {
    publisher: board.shortName,
    date: dateOf(id),
    scores: bestScores(edition.entries, board.higherIsBetter ?? true),
  };
}

/** The best row of each model, turned so that larger is better. */
function bestScores(rows: readonly (Scored & { model: string })[], higherIsBetter: boolean): Map<string, Scored> {
  const best = new Map<string, Scored>();
  for (const { model, score, lower, upper } of rows) {
    const turned = towardsHigher({ score, lower, upper }, higherIsBetter);
    if (turned.score > (best.get(model)?.score ?? -Infinity)) best.set(model, turned);
  }
  return best;
}

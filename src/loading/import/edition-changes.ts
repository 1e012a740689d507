import { modelPath } from '#domain/site/addresses';
import { toDay } from '#domain/text/dates';
import { listChanges, type ComparedEdition, type ListedChanges } from '#domain/ranking/movement/changes';
import type { BoardRow } from '#domain/ranking/board/leaderboard';
import { rangesOfEntries, type RankRange } from '#domain/ranking/board/ranks';
import type { Collections, Entry } from '../content.ts';

/**
 * What changed on a board from the edition before one of its editions with scores.
 * @param id `<board>/<YYYY-MM-DD>` of the later edition
 * @returns undefined when there is none before it with scores
 */
export function changesSince(
  id: string,
  collections: Collections,
): { before: string; changes: ListedChanges } | undefined {
  const { boards, editions } = collections;
  const [board = ''] = id.split('/');
  const data = boards.find((entry) => entry.id === board)?.data;
  const all = editions
    .filter((entry) => entry.id.startsWith(`${board}/`) && entry.id <= id)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const [now, before] = all;
  if (!data || !now || !before || now.data.kind !== 'scored' || before.data.kind !== 'scored') return undefined;
  const [later, earlier] = [now, before].map((entry): ComparedEdition => ({
    rows: rowsOf(entry, collections, data.higherIsBetter ?? true, data.metric?.decimals ?? 0),
    metric: data.metric,
    listedInAll: entry.data.kind === 'scored' ? entry.data.listedInAll : undefined,
    date: toDay(entry.id.split('/')[1] ?? ''),
  }));
  if (!later || !earlier) return undefined;
  const isPartial = later.listedInAll !== undefined || earlier.listedInAll !== undefined;
  const seriesBreak = now.data.scaleChanged === true ? 'method' : isPartial ? 'part' : undefined;
  return { before: earlier.date.text, changes: listChanges(later, earlier, seriesBreak) };
}

/** Entries with their rank ranges, best first. */
function rowsOf(
  { id, data }: Entry<'editions'>,
  { inferences, models }: Collections,
  higherIsBetter: boolean,
  decimals: number,
): BoardRow[] {
  if (data.kind !== 'scored') return [];
  const inference = inferences.find((entry) => entry.id === id)?.data;
  const inferred = inference?.kind === 'scores' ? inference.entries : [];
  const ranges = rangesOfEntries(data.entries, inferred, higherIsBetter, decimals);
  const names = new Map(models.map((model) => [model.id, model.data.name]));
  return data.entries
    .map(({ listed, model, ...entry }, index): BoardRow => ({
      ...entry,
      ...(ranges[index] as RankRange),
      key: listed,
      modelId: model,
      model: { label: names.get(model) ?? model, path: modelPath(model) },
      shared: false,
      provisional: false,
      imageToVideo: false,
    }))
    .sort((a, b) => ((b.score ?? 0) - (a.score ?? 0)) * (higherIsBetter ? 1 : -1));
}

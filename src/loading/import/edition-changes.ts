import { modelPath } from '#domain/site/addresses';
import { toDay } from '#domain/text/dates';
import { listChanges, type ComparedEdition, type ListedChanges } from '#domain/ranking/changes';
import type { BoardRow } from '#domain/ranking/leaderboard';
import { rankRanges, type RankRange } from '#domain/ranking/ranks';
import type { Collections, Entry } from '../content.ts';

type EditionData = Entry<'editions'>['data'];

/**
 * What changed on a board from the edition before one of its editions with scores.
 * @param id `<board>/<YYYY-MM-DD>` of the later edition
 * @returns undefined when there is none before it with scores
 */
export function changesSince(
  id: string,
  { boards, editions, models }: Collections,
): { before: string; changes: ListedChanges } | undefined {
  const [board = ''] = id.split('/');
  const data = boards.find((entry) => entry.id === board)?.data;
  const all = editions
    .filter((entry) => entry.id.startsWith(`${board}/`) && entry.id <= id)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const [now, before] = all;
  if (!data || !now || !before || now.data.kind !== 'scored' || before.data.kind !== 'scored') return undefined;
  const names = new Map(models.map((model) => [model.id, model.data.name]));
  const [later, earlier] = [now, before].map((entry): ComparedEdition => ({
    rows: rowsOf(entry.data, data.higherIsBetter === false ? -1 : 1, data.metric?.decimals ?? 0, names),
    metric: data.metric,
    listedInAll: entry.data.kind === 'scored' ? entry.data.listedInAll : undefined,
    date: toDay(entry.id.split('/')[1] ?? ''),
  }));
  if (!later || !earlier) return undefined;
  const partial = later.listedInAll !== undefined || earlier.listedInAll !== undefined;
  return { before: earlier.date.text, changes: listChanges(later, earlier, partial || now.data.scaleChanged === true) };
}

/** Entries with the ranks that their scores allow, best first. */
function rowsOf(
  data: EditionData,
  direction: 1 | -1,
  decimals: number,
  names: ReadonlyMap<string, string>,
): BoardRow[] {
  if (data.kind !== 'scored') return [];
  const turned = data.entries.map(({ score, lower, upper }) => {
    const ends = [lower, upper].map((end) => (end === undefined ? undefined : end * direction));
    const [low, high] = direction === 1 ? ends : [...ends].reverse();
    return { score: score * direction, lower: low, upper: high };
  });
  const ranges = rankRanges(turned, decimals);
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
    .sort((a, b) => a.best - b.best || ((b.score ?? 0) - (a.score ?? 0)) * direction);
}

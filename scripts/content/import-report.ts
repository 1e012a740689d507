import { rankText } from '#domain/ranking/board/leaderboard';
import { listed } from '#domain/text/numbers';
import type { Collections } from '#loading/content';
import type { CsvField } from '#loading/files/csv';
import type { Columns } from '#loading/import/columns';
import { changesSince } from '#loading/import/edition-changes';
import type { OverdueBoard } from '#loading/import/overdue';

/** Which columns were used for what, and which were not. */
export function columnsInWords(columns: Columns, header: readonly CsvField[], unused: readonly string[]): string {
  const used = Object.entries(columns).map(([role, index]) => `${role} from \`${header[index]?.text ?? ''}\``);
  return `Columns: ${listed(used)}.${unused.length === 0 ? '' : ` Not used: ${listed(unused.map((name) => `\`${name}\``))}.`}`;
}

/**
 * What changed since the edition before, and each entry that is new, gone or moved for certain.
 * @param id `<board>/<YYYY-MM-DD>`
 */
export function changesInWords(id: string, collections: Collections): string {
  const since = changesSince(id, collections);
  if (!since) return 'There is no edition before it to compare with.';
  const { list, summary } = since.changes;
  const ranks = (row: { best: number; worst: number } | undefined): string => (row ? rankText(row) : '');
  const lines = list
    .filter(({ kind }) => kind !== 'same' && kind !== 'apart')
    .map(
      ({ happened, row, before, after }) =>
        `  ${happened.padEnd(8)}${row.name}: ${[ranks(before), ranks(after)].filter(Boolean).join(' to ')}`,
    );
  const gone = list.filter(({ kind }) => kind === 'gone').length;
  // A copied page often has the first rows only.
  const partial =
    gone > list.length / 3
      ? [
          'Many are gone. If the board still lists them, delete this edition and import the whole table, or add --listed-in-all=N.',
        ]
      : [];
  return [`Since ${since.before}: ${summary}`, ...lines, ...partial].join('\n');
}

/** What to do about a board that is overdue, in Markdown. */
export function checklistOf({ id, name, url, newest, days, paceDays, consensus }: OverdueBoard): string {
  const steps = consensus
    ? ['Bring the boards and the evidence that it rests on up to date.', 'Run `npm run edition`.']
    : [
        `Export or copy the table at ${url}.`,
        `Run \`npm run import -- ${id} <file> --date=YYYY-MM-DD\` with the day of the table.`,
      ];
  return [
    `### ${name}: ${days} days old, pace ${paceDays} days (newest edition ${newest})`,
    '',
    ...[...steps, 'Run `npm run check`.', 'Open a pull request with the new files.'].map((step) => `- [ ] ${step}`),
  ].join('\n');
}

import { existsSync, writeFileSync } from 'node:fs';
import { toDay } from '#domain/text/dates';
import { buildTime } from '#loading/build-time';
import { computeConsensus, idsForConsensus } from '#loading/consensus-edition';
import { isError } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { isDay } from '#schemas/dates';
import { stringify } from 'yaml';
import { readCommand } from '../command-line.ts';
import { writeInferences } from '#loading/write-inferences';

const usage = `Usage: npm run edition -- [options]

Computes a consensus edition from the newest editions of the other boards and from the evidence, and writes its file.

  --board=top-models   the board
  --date=YYYY-MM-DD    the day of the edition; without it, that of its newest evidence`;
const { values } = readCommand(usage, { board: { type: 'string', default: 'top-models' }, date: { type: 'string' } });

/** Writes a consensus edition from the newest editions of the other boards and the evidence next to the board. */
function writeEdition(): string {
  const { board } = values;
  const now = buildTime();
  const today = now.toISOString().slice(0, 10);
  const { collections, problems } = readContent(process.cwd(), now);
  if (problems.some(isError)) throw new Error('The content has problems. Run `npm run check` and fix them first.');
  if (!collections.boards.some(({ id }) => id === board))
    throw new Error(`There is no board \`${board}\`. Boards: ${collections.boards.map(({ id }) => id).join(', ')}.`);
  const from = idsForConsensus(board, values.date ?? today, collections);
  // An edition is as old as its newest evidence, whenever it is computed.
  const newest =
    from
      .map((id) => /\d{4}-\d{2}-\d{2}$/u.exec(id)?.[0] ?? '')
      .sort()
      .at(-1) ?? '';
  const date = values.date ?? newest;
  if (!isDay(date) || date > today) throw new Error(`\`${date}\` is not a day up to today. Write --date=YYYY-MM-DD.`);
  const file = `content/leaderboards/${board}/${date}.yaml`;
  if (existsSync(file))
    throw new Error(
      `${file} exists already, and editions are never overwritten. Delete it first, or choose another date.`,
    );
  const { consensus } = computeConsensus(from, collections);
  if (consensus.placed.length === 0) throw new Error('No model is known to two publishers: there is nothing to place.');
  const edition = {
    kind: 'consensus',
    source: { title: `Consensus of independent boards, ${toDay(date).text}`, publisher: 'Megaton', accessed: date },
    from,
    entries: consensus.placed.map(({ model, rank, ahead, behind, compared, parts }) => ({
      model,
      rank,
      ahead,
      behind,
      compared,
      parts,
    })),
    notPlaced: consensus.notPlaced,
  };
  writeFileSync(file, stringify(edition, { lineWidth: 0, collectionStyle: 'any', flowCollectionPadding: false }));
  const inferences = writeInferences(process.cwd(), readContent(process.cwd(), now));
  return `${[file, ...inferences].join('\n')}\n${consensus.placed.length} models placed, ${consensus.notPlaced.length} not placed.`;
}

try {
  console.log(writeEdition());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}

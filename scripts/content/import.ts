import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { isoDay, toDay } from '#domain/text/dates';
import { counted, listed } from '#domain/text/numbers';
import { nearest } from '#domain/text/nearest';
import { buildTime } from '#loading/build-time';
import { checksumOf } from '#loading/cache/digest';
import type { Content, Entry } from '#loading/content';
import { editionText, stubModel, withAlias } from '#loading/import/edition-text';
import { knownNames } from '#loading/import/names';
import { overdueBoards } from '#loading/import/overdue';
import { readTable } from '#loading/import/read-table';
import { readRows } from '#loading/import/rows';
import { formatProblem, isError, type Problem } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { isDay } from '#schemas/dates';
import { chooseColumns, nameModels, type NamedModels } from './import-dialog.ts';
import { writeFiles, type WrittenFile } from './import-files.ts';
import { readOptions, type ImportOptions } from './import-options.ts';
import { changesInWords, checklistOf, columnsInWords } from './import-report.ts';
import type { Ask } from './new-fields.ts';
import { CannotMake } from './new-file.ts';
import { ask } from './terminal.ts';

const root = process.cwd();
const now = buildTime();
/** Bytes of a table at most; boards have hundreds of rows. */
const mostBytes = 2_000_000;
async function importEdition(said: ImportOptions): Promise<void> {
  const content = validContent();
  const board = boardOf(said.board, content);
  const date = dateOf(said);
  const file = `content/leaderboards/${board.id}/${date}.yaml`;
  if (existsSync(file))
    throw new CannotMake(
      `There is ${file} already, and editions are never overwritten. Choose another day with --date=YYYY-MM-DD.`,
    );

  const { bytes, name } = readInput(said.file);
  const table = readTable(bytes, name, said.list);
  if (table.header.length === 0) throw new CannotMake(table.problems.map(formatProblem).join('\n'));
  // Questions come after the table, which may be pasted into the same terminal.
  const { columns, unused, models } = await ask(async (question) => {
    const found = await chooseColumns(table.header, said.columns, board.data.metric?.name ?? '', name, question);
    const { rows, skipped } = readRows(table.rows, found.columns, name);
    await leaveOut([...table.problems, ...skipped], rows.length, said.yes, name, question);
    const named = await nameModels(rows, knownNames(board.id, content.collections), said.models, name, question);
    return { ...found, models: named };
  });
  if (models.rows.length === 0) throw new CannotMake('No row is left.');

  const original = `content/leaderboards/${board.id}/originals/${date}.${table.format}`;
  const keeps = board.data.licence.redistribute;
  const text = editionText(
    {
      source: sourceOf(said, board, content, date, checksumOf(bytes)),
      note: said.note,
      scaleChanged: said.scaleChanged || undefined,
      listedInAll: said.listedInAll,
    },
    models.rows,
  );
  writeFiles(
    root,
    [{ file, content: text }, ...(keeps ? [{ file: original, content: bytes }] : []), ...modelFiles(models)],
    now,
  );

  console.log(`${file}: ${counted(models.rows.length, 'entry', 'entries')}.`);
  console.log(
    keeps ? `${original}: the table as it was.` : `The table itself is not kept: ${board.data.licence.name}.`,
  );
  for (const { listed: alias, model } of models.aliases)
    console.log(`content/models/${model}.yaml: another name, \`${alias}\`.`);
  for (const { id } of models.added) console.log(`content/models/${id}.yaml: a new model; add its facts.`);
  if (models.leftOut.length > 0) console.log(`Left out: ${listed(models.leftOut)}.`);
  console.log(columnsInWords(columns, table.header, unused));
  const renamed = models.rows.filter(({ row, found }) => row.listed !== found.listed);
  if (renamed.length > 0)
    console.log(
      `Written as in earlier editions: ${listed(renamed.map(({ row, found }) => `\`${row.listed}\` is \`${found.listed}\``))}.`,
    );
  const unseen = models.rows.filter(({ found }) => found.unseen).map(({ found }) => `\`${found.name}\``);
  if (unseen.length > 0) console.log(`Names to look at, since they are as the board writes them: ${listed(unseen)}.`);
  console.log(changesInWords(`${board.id}/${date}`, validContent().collections));
}

function validContent(): Content {
  const content = readContent(root, now);
  if (content.problems.some(isError))
    throw new CannotMake('The content has problems. Run `npm run check` and fix them first.');
  return content;
}

/** The board, if editions with scores can be imported for it. */
function boardOf(id: string, { collections }: Content): Entry<'boards'> {
  const board = collections.boards.find((entry) => entry.id === id);
  const ids = collections.boards.map((entry) => entry.id);
  if (!board) {
    const near = nearest(id, ids);
    throw new CannotMake(
      `There is no board \`${id}\`. ${near === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean \`${near}\`?`}`,
    );
  }
  const [newest] = collections.editions
    .filter((entry) => entry.id.startsWith(`${id}/`))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const kind = newest?.data.kind;
  if (kind === 'consensus')
    throw new CannotMake(`${board.data.name} is computed from other boards: run \`npm run edition\`.`);
  if (kind === 'voted') throw new CannotMake(`${board.data.name} is computed from votes: run \`npm run rate\`.`);
  if (!board.data.metric)
    throw new CannotMake(
      `${board.data.name} has no \`metric\`, so it holds no scores: run \`npm run new -- edition ${id}\`.`,
    );
  return board;
}

function dateOf({ date = isoDay(now) }: ImportOptions): string {
  if (!isDay(date))
    throw new CannotMake(`\`--date\` is \`${date}\`: write a day as YYYY-MM-DD, for example 2026-01-23.`);
  if (date > isoDay(now)) throw new CannotMake(`\`--date\` is ${date}, which is in the future.`);
  return date;
}

function readInput(file: string): { bytes: Uint8Array; name: string } {
  // `process.stdin` would make the terminal one that cannot be read at once.
  if (file === '-' && isatty(0)) console.log('Paste the table, then press Enter and Ctrl+D.');
  try {
    const bytes = readFileSync(file === '-' ? 0 : file);
    if (bytes.length > mostBytes)
      throw new CannotMake(`${file} has ${Math.ceil(bytes.length / 1e6)} MB: this is not the table of a board.`);
    return { bytes, name: file === '-' ? 'stdin' : file };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CannotMake(`${file} cannot be read (${code}).`, { cause: error });
  }
}

/** Reports rows that cannot be read; they are left out only when somebody says so. */
async function leaveOut(
  problems: readonly Problem[],
  left: number,
  yes: boolean,
  file: string,
  question: Ask | undefined,
): Promise<void> {
  if (problems.length === 0 && left > 0) return;
  const report = problems.map(formatProblem).join('\n');
  if (left === 0) throw new CannotMake(report === '' ? `${file}: the table has no rows.` : report);
  const rows = counted(problems.length, 'row');
  if (!yes && !question)
    throw new CannotMake(
      `${report}\nFix ${problems.length === 1 ? 'this row' : `these ${rows}`}, or leave ${problems.length === 1 ? 'it' : 'them'} out with --yes.`,
    );
  console.error(report);
  if (yes || !question) return;
  const answer = await question(`Leave out ${problems.length === 1 ? 'this row' : `these ${rows}`}? (yes or no) `);
  if (!/^y(?:es)?$/iu.test(answer.trim())) throw new CannotMake('Fix the table first.');
}

function sourceOf(
  { source }: ImportOptions,
  board: Entry<'boards'>,
  { collections }: Content,
  date: string,
  checksum: string,
): Parameters<typeof editionText>[0]['source'] {
  const before = collections.editions
    .filter((entry) => entry.id.startsWith(`${board.id}/`))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1)?.data.source;
  return {
    title: source.title ?? `${board.data.name} leaderboard, ${toDay(date).text}`,
    publisher: source.publisher ?? before?.publisher ?? board.data.by.name,
    url: source.url ?? before?.url ?? board.data.by.url,
    accessed: isoDay(now),
    checksum,
  };
}

function modelFiles({ aliases, added }: NamedModels): WrittenFile[] {
  const texts = new Map<string, string>();
  for (const { listed: alias, model } of aliases) {
    const file = `content/models/${model}.yaml`;
    texts.set(file, withAlias(texts.get(file) ?? readFileSync(file, 'utf8'), alias));
  }
  return [
    ...[...texts].map(([file, content]) => ({ file, content, replaces: true })),
    ...added.map(({ id, name, listed: alias }) => ({
      file: `content/models/${id}.yaml`,
      content: stubModel(name, alias),
    })),
  ];
}

/** A list of things to do, in Markdown, also for the workflow that opens an issue with it. */
function reportOverdue(): void {
  const boards = overdueBoards(validContent().collections, now);
  const checklist = boards.map(checklistOf).join('\n\n');
  console.log(boards.length === 0 ? 'No board is overdue.' : checklist);
  const output = process.env['GITHUB_OUTPUT'];
  if (output) appendFileSync(output, `checklist<<END_OF_CHECKLIST\n${checklist}\nEND_OF_CHECKLIST\n`);
}

const options = readOptions();
try {
  if (options === 'overdue') reportOverdue();
  else await importEdition(options);
} catch (error) {
  if (!(error instanceof CannotMake)) throw error;
  console.error(`${error.message}\nNothing was written.`);
  process.exitCode = 1;
}

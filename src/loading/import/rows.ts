import { line as lineOfText } from '#schemas/text';
import type { CsvField } from '../files/csv.ts';
import type { Problem } from '../problem.ts';
import type { Columns, ColumnRole } from './columns.ts';
import {
  isBad,
  isMissing,
  readFigure,
  readInterval,
  readScoreWithInterval,
  type BadFigure,
  type Figure,
} from './figures.ts';

/** One entry of a table, before its model is known. */
export interface ImportedRow {
  listed: string;
  /** The name for readers, where the table has one. */
  name?: string | undefined;
  /** The id of the model, where the table has one. */
  model?: string | undefined;
  score: Figure;
  lower?: Figure | undefined;
  upper?: Figure | undefined;
  votes?: number | undefined;
  /** Where the model is named. */
  line: number;
  column: number;
}

/** Rows that can be read, and a problem for each one that cannot. */
export interface ImportedRows {
  rows: ImportedRow[];
  skipped: Problem[];
}

/**
 * Reads entries from the rows of a table.
 * @param columns at least those of `listed` and `score`
 * @param file path for problems
 */
export function readRows(rows: readonly CsvField[][], columns: Columns, file: string): ImportedRows {
  const found: ImportedRow[] = [];
  const skipped: Problem[] = [];
  const first = new Map<string, number>();
  for (const cells of rows) {
    const row = readRow(cells, columns);
    const before = isProblem(row) ? undefined : first.get(row.listed);
    if (isProblem(row)) skipped.push({ file, ...row });
    else if (before !== undefined)
      skipped.push({
        file,
        line: row.line,
        column: row.column,
        what: `\`${row.listed}\` appears twice, first on line ${before}.`,
        write: 'Keep one of the two.',
      });
    else {
      first.set(row.listed, row.line);
      found.push(row);
    }
  }
  return { rows: found, skipped };
}

/** Longer names are text that came into the wrong column. */
const nameOnBoard = lineOfText.max(200, 'has more than 200 characters');

type RowProblem = Omit<Problem, 'file'>;

const isProblem = (row: ImportedRow | RowProblem): row is RowProblem => 'what' in row;

function readRow(cells: readonly CsvField[], columns: Columns): ImportedRow | RowProblem {
  const cellOf = (role: ColumnRole): CsvField | undefined => {
    const index = columns[role];
    return index === undefined ? undefined : cells[index];
  };
  const problemAt = (cell: CsvField | undefined, { what, write }: BadFigure): RowProblem => ({
    line: cell?.line ?? cells[0]?.line ?? 1,
    column: cell?.column ?? cells[0]?.column ?? 1,
    what,
    write,
  });
  const named = cellOf('listed');
  const listed = textOf(named);
  const { error } = nameOnBoard.safeParse(listed);
  if (error)
    return problemAt(named, {
      what:
        listed === ''
          ? 'The row names no model.'
          : `The name of the model ${error.issues[0]?.message ?? 'cannot be used'}.`,
      write: 'Write the name on one line.',
    });

  const scored = cellOf('score');
  const both = cellOf('interval') === undefined ? readScoreWithInterval(textOf(scored)) : undefined;
  if (isMissing(textOf(scored)))
    return problemAt(scored, { what: `\`${listed}\` has no score.`, write: 'Write its score, or leave the row out.' });
  const score = readFigure(both?.score ?? textOf(scored));
  if (isBad(score)) return problemAt(scored, score);

  const interval = readEnds(cellOf, both?.interval, score);
  if ('bad' in interval) return problemAt(interval.at ?? scored, interval.bad);
  const { lower, upper } = interval;
  const ends = cellOf('interval') ?? cellOf('lower') ?? scored;
  if (lower && upper && lower.value > upper.value)
    return problemAt(ends, { what: 'The lower end of the interval is above its upper end.', write: 'Swap the two.' });
  if (lower && upper && (score.value < lower.value || score.value > upper.value))
    return problemAt(ends, {
      what: `The score ${score.value} is outside its interval, ${lower.value} to ${upper.value}.`,
      write: 'Correct the score or the interval.',
    });

  const counted = cellOf('votes');
  const votes = isMissing(textOf(counted)) ? undefined : readFigure(textOf(counted));
  if (votes && isBad(votes)) return problemAt(counted, votes);
  if (votes && (votes.value < 0 || !Number.isInteger(votes.value)))
    return problemAt(counted, {
      what: `\`${textOf(counted)}\` is no number of votes.`,
      write: 'Write a whole number from 0 on.',
    });
  return {
    listed,
    name: textOf(cellOf('name')) || undefined,
    model: textOf(cellOf('model')) || undefined,
    score,
    lower,
    upper,
    votes: votes?.value,
    line: named?.line ?? 1,
    column: named?.column ?? 1,
  };
}

const textOf = (cell: CsvField | undefined): string => unescaped(cell?.text.trim() ?? '');

/** Files of this site have an apostrophe before what a spreadsheet would run as a formula. */
const unescaped = (text: string): string => text.replace(/^'(?='*\s*[=+\-@＝＋－＠])/u, '');

type Ends = { lower?: Figure | undefined; upper?: Figure | undefined } | { bad: BadFigure; at?: CsvField | undefined };

/** The ends of the interval: from one cell, from two, or from the cell of the score. */
function readEnds(
  cellOf: (role: ColumnRole) => CsvField | undefined,
  withScore: string | undefined,
  score: Figure,
): Ends {
  const [one, low, high] = [cellOf('interval'), cellOf('lower'), cellOf('upper')];
  const text = withScore ?? textOf(one);
  if (!isMissing(text)) {
    const interval = readInterval(text, score);
    return isBad(interval) ? { bad: interval, at: one } : interval;
  }
  if (isMissing(textOf(low)) && isMissing(textOf(high))) return {};
  const ends = [low, high].map((cell) => ({ cell, figure: readFigure(textOf(cell)) }));
  for (const { cell, figure } of ends) {
    if (isMissing(textOf(cell)))
      return {
        bad: { what: 'The interval has one end only.', write: 'Write both ends, or neither.' },
        at: cell ?? low ?? high,
      };
    if (isBad(figure)) return { bad: figure, at: cell };
  }
  const [lower, upper] = ends.map(({ figure }) => figure as Figure);
  return { lower, upper };
}

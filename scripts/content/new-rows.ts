import { readFileSync } from 'node:fs';
import { readCsv, type CsvField } from '#loading/files/csv';
import { formatProblem } from '#loading/problem';
import { CannotMake } from './new-file.ts';

/** Columns that hold numbers; all others hold text. */
const numbers = new Set(['rank', 'score', 'lower', 'upper', 'votes']);
const known = ['model', 'rank', 'listed', 'name', 'score', 'lower', 'upper', 'votes'];

/**
 * Reads the rows of a new edition from a table whose columns are named as the fields of an edition are.
 * @param file path of a CSV file
 * @throws CannotMake with every problem and its position
 */
export function readRows(file: string): Record<string, unknown>[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CannotMake(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`, {
      cause: error,
    });
  }
  const { header, rows, problems } = readCsv(bytes, file);
  for (const { text, line, column } of header) {
    if (!known.includes(text))
      problems.push({
        file,
        line,
        column,
        what: `\`${text}\` is no column of an edition.`,
        write: `Columns are ${known.join(', ')}.`,
      });
  }
  const read = rows.map((row) =>
    Object.fromEntries(row.flatMap((field, index) => valueOf(header[index]?.text ?? '', field, file, problems))),
  );
  if (problems.length > 0) throw new CannotMake(problems.map(formatProblem).join('\n'));
  return read;
}

function valueOf(
  name: string,
  { text, line, column }: CsvField,
  file: string,
  problems: Parameters<typeof formatProblem>[0][],
): [string, string | number][] {
  const value = text.trim();
  if (value === '') return [];
  if (!numbers.has(name)) return [[name, value]];
  if (!/^-?\d+(?:\.\d+)?$/u.test(value))
    problems.push({
      file,
      line,
      column,
      what: `\`${name}\` is \`${value}\`.`,
      write: 'Write a number with a point and without commas, for example 1204.5.',
    });
  return [[name, Number(value)]];
}

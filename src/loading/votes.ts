import { listed } from '#domain/text/numbers';
import { nearest } from '#domain/text/nearest';
import { faultOfVote, isWinner, PairCounter, type Comparisons } from '#domain/ranking/ratings/votes';
import { line as lineOfText } from '#schemas/text';
import { eachCsvRow, type CsvField } from './files/csv.ts';
import type { Problem } from './problem.ts';
import type { Position } from './files/yaml.ts';

/** Which columns hold the sides of a vote and its winner (`left`, `right` or `tie`). */
export interface VoteColumns {
  left: string;
  right: string;
  winner: string;
}

/** Votes of a file by pair, with where each model is named first. */
export interface VoteFile {
  /** Votes counted by pair. */
  comparisons: Comparisons;
  /** How many votes there are. */
  count: number;
  firstPositions: ReadonlyMap<string, Position>;
  problems: Problem[];
}

type Role = keyof VoteColumns;
const roles: readonly Role[] = ['left', 'right', 'winner'];

/** Models of one edition. */
const mostModels = 300;

/**
 * Reads votes from comma-separated values and reports everything that is wrong with them, with its position.
 * @param file path for problems
 */
export function readVotes(bytes: Uint8Array, file: string, columns: VoteColumns): VoteFile {
  const counter = new PairCounter();
  const firstPositions = new Map<string, Position>();
  const problems: Problem[] = [];
  const table = eachCsvRow(bytes, file, (header) => {
    const found = findColumns(header, columns, file);
    if (Array.isArray(found)) {
      problems.push(...found);
      return undefined;
    }
    return (row) => {
      const fieldOf = (role: Role): CsvField => row[found[role]] ?? { text: '', line: 1, column: 1 };
      const [left, right, winner] = [fieldOf('left'), fieldOf('right'), fieldOf('winner')];
      const isKnown = left.text !== right.text && firstPositions.has(left.text) && firstPositions.has(right.text);
      const faults = isKnown && isWinner(winner.text) ? [] : faultsIn(left, right, winner);
      for (const fault of faults) problems.push({ file, ...fault });
      if (faults.length > 0 || !isWinner(winner.text)) return true;
      if (!isKnown)
        for (const { text, line, column } of [left, right])
          if (!firstPositions.has(text)) firstPositions.set(text, { line, column });
      counter.add({ left: left.text, right: right.text, winner: winner.text });
      return true;
    };
  });
  problems.unshift(...table.problems);
  if (firstPositions.size > mostModels)
    problems.push({
      file,
      line: 1,
      column: 1,
      what: `The votes name ${firstPositions.size} models.`,
      write: `Rate at most ${mostModels} in one edition: the time to rate them grows with the cube of their number.`,
    });
  if (counter.count === 0 && problems.length === 0)
    problems.push({
      file,
      line: 1,
      column: 1,
      what: 'The file has no votes.',
      write: 'Write one vote on each line below the header.',
    });
  return { comparisons: counter.comparisons(), count: counter.count, firstPositions, problems };
}

function faultsIn(left: CsvField, right: CsvField, winner: CsvField): Omit<Problem, 'file'>[] {
  const unfit = [left, right].flatMap(({ text, line, column }) => {
    const { error } = lineOfText.safeParse(text);
    return error
      ? [
          {
            line,
            column,
            what: `The name of the model ${error.issues[0]?.message ?? 'cannot be used'}.`,
            write: 'Write the name on one line, without spaces at its ends.',
          },
        ]
      : [];
  });
  if (unfit.length > 0) return unfit;
  const fault = faultOfVote({ left: left.text, right: right.text, winner: winner.text });
  if (!fault) return [];
  const { line, column } = isWinner(winner.text) ? right : winner;
  return [{ line, column, what: fault.what, write: fault.write }];
}

/** The index of each column, or what is wrong with the header. */
function findColumns(
  header: readonly CsvField[],
  columns: VoteColumns,
  file: string,
): Record<Role, number> | Problem[] {
  const names = header.map(({ text }) => text);
  const at = { file, line: header[0]?.line ?? 1, column: header[0]?.column ?? 1 };
  if (roles.every((role) => !names.includes(columns[role]))) {
    const wanted = roles.map((role) => columns[role]);
    return [
      {
        ...at,
        what: `The first line is no header with the columns ${listed(wanted.map((name) => `\`${name}\``))}: it reads \`${shortened(names.join(','))}\`.`,
        write: `Begin the file with the line ${wanted.join(',')}, or name its columns with --left, --right and --winner.`,
      },
    ];
  }
  const problems = roles.flatMap((role): Problem[] => {
    const name = columns[role];
    const first = names.indexOf(name);
    if (first === -1)
      return [{ ...at, what: `There is no column \`${name}\`.`, write: missingAdvice(role, name, names) }];
    const again = header[names.indexOf(name, first + 1)];
    return again && names.includes(name, first + 1)
      ? [
          {
            file,
            line: again.line,
            column: again.column,
            what: `The column \`${name}\` appears twice.`,
            write: 'Rename one of the two.',
          },
        ]
      : [];
  });
  if (problems.length > 0) return problems;
  return {
    left: names.indexOf(columns.left),
    right: names.indexOf(columns.right),
    winner: names.indexOf(columns.winner),
  };
}

function missingAdvice(role: Role, name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  if (near !== undefined) return `Did you mean \`${near}\`? Then add --${role}=${near}, or rename the column.`;
  return `Name the column with --${role}=…: the file has ${shortened(listed(names.map((known) => `\`${known}\``)))}.`;
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

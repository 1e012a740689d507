import { slugOf } from '#domain/text/slug';
import type { CsvField } from '#loading/files/csv';
import {
  columnAdvice,
  columnQuestion,
  findColumns,
  noColumn,
  type FoundColumns,
  type SaidColumns,
} from '#loading/import/columns';
import type { NamedRow } from '#loading/import/edition-text';
import { findModel, nearestModel, type FoundModel, type KnownNames } from '#loading/import/names';
import type { ImportedRow } from '#loading/import/rows';
import { formatProblem } from '#loading/problem';
import type { Ask } from './new-fields.ts';
import { CannotMake } from './new-file.ts';

/** What was said about names that no model has. */
export interface SaidModels {
  /** Models that we know, by their name on the board. */
  aliases: Map<string, { model: string; name?: string }>;
  /** Names for readers of new models, by their name on the board. */
  added: Map<string, string>;
  /** Names on the board of rows to leave out. */
  leftOut: Set<string>;
}

/** Rows with their models, and what must be written so that they stay known. */
export interface NamedModels {
  rows: NamedRow[];
  /** Names to add to models. */
  aliases: { listed: string; model: string }[];
  /** Models to add. */
  added: { listed: string; name: string; id: string }[];
  leftOut: string[];
}

/**
 * Finds out what columns mean, and asks where it is not sure.
 * @param file path for problems
 * @param ask undefined when nobody can answer
 * @throws CannotMake with the options to give
 */
export async function chooseColumns(
  header: readonly CsvField[],
  said: SaidColumns,
  metric: string,
  file: string,
  ask: Ask | undefined,
): Promise<FoundColumns> {
  const found = findColumns(header, said, metric);
  const [choice] = found.choices;
  if (!choice) return found;
  if (!ask)
    throw new CannotMake(
      found.choices
        .map((one) =>
          formatProblem({
            file,
            line: one.at.line,
            column: one.at.column,
            what: columnQuestion(one),
            write: columnAdvice(one),
          }),
        )
        .join('\n'),
    );
  const { role, candidates, required } = choice;
  for (let hint = ''; ;) {
    const answer = (await ask(`${hint}${columnQuestion(choice)}${required ? '' : ` Or ${noColumn}.`} `)).trim();
    if (candidates.includes(answer) || (answer === noColumn && !required))
      return chooseColumns(header, { ...said, [role]: answer }, metric, file, ask);
    hint = `There is no column \`${answer}\`.\n`;
  }
}

/**
 * Finds the models of rows, and asks where none is known.
 * @param file path for problems
 * @param ask undefined when nobody can answer
 * @throws CannotMake with every unknown name and the options to give
 */
export async function nameModels(
  rows: readonly ImportedRow[],
  known: KnownNames,
  said: SaidModels,
  file: string,
  ask: Ask | undefined,
): Promise<NamedModels> {
  const named: NamedModels = { rows: [], aliases: [], added: [], leftOut: [] };
  const unknown: string[] = [];
  const table = new Set(rows.map((row) => row.listed));
  checkSaid(table, known, said);
  for (const row of rows) {
    const { listed } = row;
    let found: FoundModel | undefined;
    let [alias, name] = [said.aliases.get(listed), said.added.get(listed)];
    let leaveOut = said.leftOut.has(listed);
    if (!leaveOut && alias === undefined && name === undefined) found = findModel(row, known, table);
    if (!leaveOut && alias === undefined && name === undefined && !found && ask) {
      const answer = await askForModel(row, known, ask);
      ({ alias, name } = answer);
      leaveOut = alias === undefined && name === undefined;
    }
    if (leaveOut) named.leftOut.push(listed);
    else if (alias) {
      named.aliases.push({ listed, model: alias.model });
      named.rows.push({
        row,
        found: { listed, model: alias.model, name: alias.name ?? row.name ?? listed, unseen: alias.name === undefined },
      });
    } else if (name !== undefined) {
      const id = newId(name, known);
      named.added.push({ listed, name, id });
      named.rows.push({ row, found: { listed, model: id, name, unseen: false } });
    } else if (found) named.rows.push({ row, found });
    else unknown.push(formatProblem({ file, line: row.line, column: row.column, ...unknownModel(listed, known) }));
  }
  if (unknown.length > 0) throw new CannotMake(unknown.join('\n'));
  return named;
}

/** What was said must fit the table: a wrong letter would else be ignored. */
function checkSaid(table: ReadonlySet<string>, known: KnownNames, { aliases, added, leftOut }: SaidModels): void {
  for (const [option, listed] of [
    ...[...aliases.keys()].map((key) => ['alias', key]),
    ...[...added.keys()].map((key) => ['new', key]),
    ...[...leftOut].map((key) => ['leave-out', key]),
  ] as const)
    if (!table.has(listed ?? ''))
      throw new CannotMake(`\`--${option}\` names \`${listed}\`, which is not in the table.`);
  for (const { model } of aliases.values())
    if (!known.names.has(model))
      throw new CannotMake(`\`--alias\` names \`${model}\`, which is not in content/models.`);
}

function newId(name: string, known: KnownNames): string {
  const id = slugOf(name);
  if (id === '')
    throw new CannotMake(
      `No letter of \`${name}\` can be in an address. Add the model with \`npm run new -- model\` first.`,
    );
  if (known.names.has(id))
    throw new CannotMake(`There is content/models/${id}.yaml already. Write --alias="…=${id}" instead of --new.`);
  return id;
}

function unknownModel(listed: string, known: KnownNames): { what: string; write: string } {
  const near = nearestModel(listed, known);
  const model = near ?? 'model-id';
  const own = near === undefined ? 'a model that we know' : (known.names.get(near) ?? near);
  return {
    what: `\`${listed}\` is no model that we know.`,
    write: `Write --alias="${listed}=${model}" if it is ${own}, --new="${listed}=Name for readers" if it is new, or --leave-out="${listed}".`,
  };
}

async function askForModel(
  { listed, line, name }: ImportedRow,
  known: KnownNames,
  ask: Ask,
): Promise<{ alias?: { model: string; name: string }; name?: string }> {
  const near = nearestModel(listed, known);
  const question = `\`${listed}\` (line ${line}) is no model that we know. Write the id of its model${near === undefined ? '' : ` (such as ${near})`}, \`new\`, or \`leave out\`: `;
  for (let hint = ''; ;) {
    const answer = (await ask(`${hint}${question}`)).trim();
    if (answer === 'leave out') return {};
    const isNew = answer === 'new';
    if (isNew || known.names.has(answer)) {
      const usual = name ?? listed;
      const shown = (await ask(`Its name for readers (Enter: ${usual}): `)).trim() || usual;
      return isNew ? { name: shown } : { alias: { model: answer, name: shown } };
    }
    hint = `There is no model \`${answer}\` in content/models.\n`;
  }
}

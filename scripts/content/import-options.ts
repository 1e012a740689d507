import { columnRoles, type SaidColumns } from '#loading/import/columns';
import { readCommand, refuse, wholeNumber } from '../command-line.ts';
import type { SaidModels } from './import-dialog.ts';

/** How the command was called. */
export interface ImportOptions {
  board: string;
  /** Path of the file, or `-` for what is written into the command. */
  file: string;
  date: string | undefined;
  /** See `readTable`. */
  list: string | undefined;
  columns: SaidColumns;
  models: SaidModels;
  /** True to leave out rows that cannot be read. */
  yes: boolean;
  source: { title: string | undefined; publisher: string | undefined; url: string | undefined };
  note: string | undefined;
  scaleChanged: boolean;
  listedInAll: number | undefined;
}

const usage = `Usage: npm run import -- <board> <file> [options]
       npm run import -- <board> - < file
       npm run import -- --overdue

Writes an edition of a board from a table: CSV (also with tabs or semicolons), JSON, a copied Markdown or HTML table, or a CSV file
of this site. Asks at a terminal when it is not sure; a script gets an error that names the option to give.

  --date=YYYY-MM-DD          the day on which the board was so; without it, today
  --title= --publisher= --url= --note=
                             what the edition says of its source; without them, as in the edition before
  --list=                    which list of a JSON file, or which table of a page (1, 2, …)
  --listed= --score= --interval= --lower= --upper= --votes= --name= --model=
                             which column is what; --votes=none leaves it out
  --alias="listed=model-id"  a name on this board is a model that we know; "listed=model-id=Name for readers"
  --new="listed=Name"        a name on this board is a new model, whose file is written
  --leave-out="listed"       leave this row out
  --yes                      leave out rows that cannot be read; each is reported
  --listed-in-all=N          the board itself lists N entries, and the table has only some of them
  --scale-changed            the board changed its scale since the edition before
  --overdue                  list the boards that need a new edition`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

/** Reads how the command was called; `overdue` where only that was asked for. */
export function readOptions(): ImportOptions | 'overdue' {
  const { values, positionals } = readCommand(
    usage,
    {
      date: text,
      title: text,
      publisher: text,
      url: text,
      note: text,
      list: text,
      listed: text,
      score: text,
      interval: text,
      lower: text,
      upper: text,
      votes: text,
      name: text,
      model: text,
      alias: texts,
      new: texts,
      'leave-out': texts,
      yes: flag,
      'listed-in-all': text,
      'scale-changed': flag,
      overdue: flag,
    },
    true,
  );
  if (values.overdue) return 'overdue';
  const [board, file, ...more] = positionals;
  if (board === undefined || file === undefined || more.length > 0) refuse(usage);
  const columns = Object.fromEntries(
    columnRoles.flatMap((role) => (values[role] === undefined ? [] : [[role, values[role]]])),
  );
  return {
    board,
    file,
    date: values.date,
    list: values.list,
    columns,
    models: {
      aliases: new Map((values.alias ?? []).map((said) => aliasOf(said))),
      added: new Map((values.new ?? []).map((said) => addedOf(said))),
      leftOut: new Set(values['leave-out']),
    },
    yes: values.yes,
    source: { title: values.title, publisher: values.publisher, url: values.url },
    note: values.note,
    scaleChanged: values['scale-changed'],
    listedInAll:
      values['listed-in-all'] === undefined ? undefined : wholeNumber('listed-in-all', values['listed-in-all']),
  };
}

function aliasOf(said: string): [string, { model: string; name?: string }] {
  const [listed = '', model = '', name] = parts('alias', said, [2, 3], 'kling-3.1-pro=kling-3-0');
  return [listed, { model, ...(name !== undefined && { name }) }];
}

function addedOf(said: string): [string, string] {
  const [listed = '', name = ''] = parts('new', said, [2], 'kling-3.1-pro=Kling 3.1');
  return [listed, name];
}

/** The parts of a value, with equals signs between. */
function parts(option: string, said: string, counts: readonly number[], example: string): string[] {
  const found = said.split('=').map((part) => part.trim());
  if (found.includes('') || !counts.includes(found.length))
    refuse(`\`--${option}\` is \`${said}\`: write it like --${option}="${example}".`);
  return found;
}

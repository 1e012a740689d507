import { Document, isMap, isSeq, parseDocument, Scalar, type YAMLMap } from 'yaml';
import type { Figure } from './figures.ts';
import type { FoundModel } from './names.ts';
import type { ImportedRow } from './rows.ts';

/** A row with its model. */
export interface NamedRow {
  row: ImportedRow;
  found: FoundModel;
}

/** What an edition says besides its entries. */
export interface EditionHead {
  source: {
    title: string;
    publisher: string;
    url?: string | undefined;
    accessed: string;
    /** See `editionSource` in `src/schemas/source.ts`. */
    checksum?: string | undefined;
  };
  note?: string | undefined;
  scaleChanged?: boolean | undefined;
  listedInAll?: number | undefined;
}

const style = { lineWidth: 0, flowCollectionPadding: false };

/** The text of a file of an edition with scores: an entry on a line, figures with the digits of their source. */
export function editionText({ source, ...head }: EditionHead, rows: readonly NamedRow[]): string {
  const document = new Document({ kind: 'scored', source: known(source), ...known(head), entries: [] as unknown[] });
  const flow = (node: unknown): void => {
    if (isMap(node)) node.flow = true;
  };
  flow(document.get('source'));
  const entries = document.get('entries');
  if (!isSeq(entries)) throw new Error('A new document has its list of entries.');
  for (const { row, found } of rows) {
    const entry: YAMLMap = document.createNode<Record<string, unknown>>({
      listed: found.listed,
      name: found.name,
      model: found.model,
    });
    for (const name of ['score', 'lower', 'upper'] as const) addFigure(entry, name, row[name]);
    if (row.votes !== undefined) entry.set('votes', row.votes);
    flow(entry);
    entries.add(entry);
  }
  return document.toString(style);
}

function addFigure(entry: YAMLMap, name: string, figure: Figure | undefined): void {
  if (!figure) return;
  const scalar = new Scalar(figure.value);
  scalar.minFractionDigits = figure.decimals;
  entry.set(name, scalar);
}

/** Fields without those that are not known. */
const known = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * The text of a model's file with one more name under which boards list it; all else stays as it is.
 * @param text a valid file of a model
 */
export function withAlias(text: string, alias: string): string {
  const document = parseDocument(text, { schema: 'core' });
  const before = document.get('listedAs');
  if (isSeq(before)) before.add(alias);
  else {
    const list = document.createNode([alias]);
    list.flow = true;
    document.set('listedAs', list);
  }
  return document.toString(style);
}

/** The text of a file of a model of which nothing but its name is known. */
export function stubModel(name: string, alias: string): string {
  return withAlias(new Document({ name }).toString(style), alias);
}

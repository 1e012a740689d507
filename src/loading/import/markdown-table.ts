import { markdownToMdast, type MdastNode } from 'satteri';
import type { CsvField } from '../files/csv.ts';
import { fittingRows, withoutTable, type ImportTable } from './table.ts';

type Table = Extract<MdastNode, { type: 'table' }>;

/**
 * Reads the table of a Markdown text, without links and emphasis.
 * @param file path for problems
 * @param list which table, counted from 1, where there are several
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function readMarkdownTable(text: string, file: string, list?: string): ImportTable {
  const tables = tablesIn(markdownToMdast(text));
  const table = tables.length === 1 && list === undefined ? tables[0] : tables[Number(list) - 1];
  if (!table)
    return withoutTable(
      file,
      ...manyTables(
        tables.map(({ position }) => position?.start.line ?? 1),
        list,
      ),
    );
  const [header = [], ...rows] = table.children.map(({ children }) => children.map(cellOf));
  return fittingRows(
    header,
    rows.map((cells, index) => ({ cells, ...startOf(table.children[index + 1]) })),
    file,
  );
}

/** Why none of several tables is read. */
export function manyTables(lines: readonly number[], list?: string): [what: string, write: string] {
  if (lines.length === 0) return ['There is no table in this file.', 'Paste the whole table, with its head.'];
  const where = lines.map((line, index) => `${index + 1} on line ${line}`).join(', ');
  return list === undefined
    ? [`There are ${lines.length} tables: ${where}.`, 'Say which one with --list=1, or delete the others.']
    : [`There is no table \`${list}\`.`, `Tables are: ${where}.`];
}

function tablesIn(node: MdastNode): Table[] {
  if (node.type === 'table') return [node];
  return 'children' in node ? node.children.flatMap((child) => tablesIn(child)) : [];
}

function cellOf(cell: MdastNode): CsvField {
  const [first] = 'children' in cell ? cell.children : [];
  return { text: textOf(cell).trim().replace(/\s+/gu, ' '), ...startOf(first ?? cell) };
}

function textOf(node: MdastNode): string {
  if (node.type === 'break' || (node.type === 'html' && /^<br\b/iu.test(node.value))) return ' ';
  if (node.type === 'html') return '';
  if ('children' in node) return node.children.map((child) => textOf(child)).join('');
  return 'value' in node ? node.value : '';
}

function startOf(node: Readonly<MdastNode> | undefined): { line: number; column: number } {
  const { line = 1, column = 1 } = node?.position?.start ?? {};
  return { line, column };
}

import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { CsvField } from '../files/csv.ts';
import { manyTables } from './markdown-table.ts';
import { fittingRows, withoutTable, type ImportTable } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/**
 * Reads the table of a page or of a part of one. Its first row names the columns.
 * @param file path for problems
 * @param list which table, counted from 1, where there are several
 */
export function readHtmlTable(text: string, file: string, list?: string): ImportTable {
  const tables = elementsIn(parse(text, { sourceCodeLocationInfo: true }), 'table');
  const table = tables.length === 1 && list === undefined ? tables[0] : tables[Number(list) - 1];
  if (!table)
    return withoutTable(
      file,
      ...manyTables(
        tables.map((one) => startOf(one).line),
        list,
      ),
    );
  const [header, ...rows] = elementsIn(table, 'tr')
    .map((row) => ({ cells: cellsOf(row), ...startOf(row) }))
    .filter(({ cells }) => cells.length > 0);
  if (!header)
    return withoutTable(file, 'The table is empty.', 'Paste the whole table, with its head.', startOf(table).line);
  return fittingRows(header.cells, rows, file);
}

function elementsIn(node: Node, name: string): Element[] {
  if ('tagName' in node && node.tagName === name) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => elementsIn(child, name)) : [];
}

function cellsOf(row: Element): CsvField[] {
  return row.childNodes
    .filter((node): node is Element => 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th'))
    .map((cell) => ({ text: textOf(cell).trim().replace(/\s+/gu, ' '), ...startOf(cell) }));
}

/** Words of an element; what is in elements of its own is apart from what is around it. */
function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if ('tagName' in node && /^(?:script|style|svg|template)$/u.test(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map((child) => textOf(child)).join(' ') : '';
}

function startOf(element: Element): { line: number; column: number } {
  const { startLine = 1, startCol = 1 } = element.sourceCodeLocation ?? {};
  return { line: startLine, column: startCol };
}

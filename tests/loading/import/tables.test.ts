import { describe, expect, test } from 'vitest';
import { readTable, type ReadTable } from '../../../src/loading/import/read-table.ts';

const read = (text: string, list?: string): ReadTable => readTable(new TextEncoder().encode(text), 'table', list);
/** Cells of the first row as `text@line:column`. */
const firstRow = ({ rows }: ReadTable): string[] =>
  (rows[0] ?? []).map(({ text, line, column }) => `${text}@${line}:${column}`);
const problems = ({ problems: found }: ReadTable): string[] =>
  found.map(({ line, column, what }) => `${line}:${column} ${what}`);

describe('a table is read', () => {
  test.each([
    ['CSV', 'csv', 'Model,Score\n"Veo, 3",1200\n', ['Veo, 3@2:1', '1200@2:10']],
    ['CSV with a byte order mark', 'csv', '\ufeffModel,Score\nVeo 3,1200\n', ['Veo 3@2:1', '1200@2:7']],
    ['CSV with semicolons', 'csv', 'Model;Score\nVeo 3;1,200\n', ['Veo 3@2:1', '1,200@2:7']],
    ['cells copied from a spreadsheet', 'csv', 'Model\tScore\r\nVeo 3\t1,200\r\n', ['Veo 3@2:1', '1,200@2:7']],
    ['a list in JSON', 'json', '[\n\t{"name": "Veo 3", "elo": 1200.5}\n]', ['Veo 3@2:11', '1200.5@2:27']],
    [
      'a list within objects in JSON, with an object in each entry and a list in it',
      'json',
      '{"status": 200, "data": [\n{"name": "Veo 3", "creator": {"id": "g"}, "elo": null, "categories": [{"elo": 1}]}]}',
      ['Veo 3@2:10', 'g@2:37', '@2:50'],
    ],
    [
      'Markdown, without its marks',
      'md',
      'The board:\n\n| Model | Score |\n| :-- | --: |\n| [Veo **3**](https://x.example) | 1200<br>±5 |\n',
      ['Veo 3@5:3', '1200 ±5@5:36'],
    ],
    ['Markdown without outer bars', 'md', 'Model | Score\n--- | ---\nVeo 3 | 1200\n', ['Veo 3@3:1', '1200@3:9']],
    [
      'HTML, with words of separate elements apart',
      'html',
      '<p>x</p><table><thead><tr><th>Model</th><th>Score</th></tr></thead>\n<tbody><tr><td><a href="/x">Veo 3</a></td><td>1200<span>±5</span></td></tr></table>',
      ['Veo 3@2:12', '1200 ±5@2:43'],
    ],
  ])('from %s', (_, format, text, cells) => {
    const table = read(text);
    expect([table.format, firstRow(table), problems(table)]).toEqual([format, cells, []]);
    expect(table.header[0]?.text.toLowerCase()).toMatch(/model|name/u);
  });

  test('from the list of a JSON file, or the table of a page, that was named', () => {
    expect(firstRow(read('{"a": [{"x": 1}], "b": {"c": [{"x": 2}]}}', 'b.c'))).toEqual(['2@1:37']);
    expect(firstRow(read('<table><tr><td>M<tr><td>1</table><table><tr><td>M<tr><td>2</table>', '2'))).toEqual([
      '2@1:54',
    ]);
    expect(firstRow(read('| M |\n| - |\n| 1 |\n\n| M |\n| - |\n| 2 |\n', '2'))).toEqual(['2@7:3']);
  });

  test('with an empty cell where an object lacks a field', () => {
    expect(read('[{"a": 1}, {"b": 2}]').rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['1', ''],
      ['', '2'],
    ]);
  });
});

describe('a table is refused', () => {
  test.each([
    ['{"a": [{"x": 1}], "b": [{"x": 2}]}', '1:1 There are 2 lists in this file: `a`, `b`.'],
    ['[{"a": 1,}]', '1:10 This is no JSON, although it begins like it.'],
    ['[{"a": 1},\n {"a": 2}', '2:10 This is no JSON, although it begins like it.'],
    ['[{"a": 1, "a": 2}]', '1:11 The field `a` appears twice.'],
    ['[1, 2]', '1:1 There is no list of objects in this file.'],
    ['{}', '1:1 There is no list of objects in this file.'],
    ['<table></table>', '1:1 The table is empty.'],
    ['<table><tr><td>1</table>\n<table><tr><td>1</table>', '1:1 There are 2 tables: 1 on line 1, 2 on line 2.'],
    ['| a |\n| - |\n\n| a |\n| - |\n', '1:1 There are 2 tables: 1 on line 1, 2 on line 4.'],
  ])('%s', (text, says) => {
    const table = read(text);
    expect([table.header, problems(table)]).toEqual([[], [says]]);
  });

  test.each([
    [
      '| a | b |\n| - | - |\n| 1 | 2 | 3 |\n| 4 | 5 |\n| 6 |\n',
      ['3:1 The row has 3 cells, but the header has 2.', '5:1 The row has 1 cell, but the header has 2.'],
    ],
    [
      '<table><tr><th>a<th>b</tr>\n<tr><td>4<td>5</tr><tr><td colspan=2>6</tr></table>',
      ['2:20 The row has 1 cell, but the header has 2.'],
    ],
  ])('but for its good rows: %s', (text, says) => {
    const table = read(text);
    expect([firstRow(table).map((cell) => cell.charAt(0)), problems(table)]).toEqual([['4', '5'], says]);
  });

  test('named by a list or a table that is not there', () => {
    expect(problems(read('{"a": [{"x": 1}]}', 'b'))).toEqual(['1:1 There is no list `b` of objects.']);
    expect(problems(read('<table><tr><td>1</table>', '2'))).toEqual(['1:1 There is no table `2`.']);
  });
});

describe('an absurd file ends in a message', () => {
  const deep = 50_000;
  test.each([
    ['brackets without end', '['.repeat(deep)],
    ['deep JSON', `${'{"a":'.repeat(deep)}[{"x":1}]${'}'.repeat(deep)}`],
    ['deep HTML', `<table><tr><td>M</td></tr><tr><td>${'<div>'.repeat(deep)}1</table>`],
    ['deep Markdown', `${'>'.repeat(deep)} | a |\n| - |\n`],
    ['a table in a table', '<table><tr><th>M</th></tr><tr><td><table><tr><td>1</td></tr></table></td></tr></table>'],
    ['two million blanks', ' '.repeat(2_000_000)],
    ['two million hyphens', '-'.repeat(2_000_000)],
    ['a million bars', '|-'.repeat(1_000_000)],
    ['a million commas', ','.repeat(1_000_000)],
    ['a hundred thousand lines', 'a\n'.repeat(100_000)],
    ['a script', 'import x from "y";\nconsole.log({ a: 1 });\n'],
    ['NUL bytes', '\0'.repeat(100)],
  ])('%s', (_, text) => {
    const table = read(text);
    expect(table.header.length > 0 || table.problems.length > 0).toBe(true);
  });
});

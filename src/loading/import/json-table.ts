import type { CsvField } from '../files/csv.ts';
import { readYaml, type Path, type ReadYaml } from '../files/yaml.ts';
import { withoutTable, type ImportTable } from './table.ts';

type Objects = Record<string, unknown>[];

/**
 * Reads a list of objects: the whole file, or one list within its objects. Objects within an object become columns such as
 * `creator.name`; lists within one are left out.
 * @param file path for problems
 * @param list path of the list, such as `data.models`, where there are several
 */
export function readJsonTable(text: string, file: string, list?: string): ImportTable {
  // JSON is YAML, whose reader knows positions. Tabs are no indentation there, and cannot be inside the texts of JSON.
  const yaml = readYaml(text.replace(/^\ufeff/u, ' ').replaceAll('\t', ' '), file);
  const value = parse(text);
  if (value instanceof SyntaxError)
    return withoutTable(
      file,
      'This is no JSON, although it begins like it.',
      'Look at this place: a quotation mark, a comma or a bracket is missing, or there is one too many.',
      ...placeOfError(value, text),
    );
  if (yaml.problems.length > 0) return { header: [], rows: [], problems: yaml.problems };
  const lists = listsIn(value, []);
  const names = lists.map(({ path }) => path.join('.'));
  const chosen = list === undefined ? lists : lists.filter(({ path }) => path.join('.') === list);
  const [found] = chosen;
  if (!found)
    return withoutTable(
      file,
      list === undefined ? 'There is no list of objects in this file.' : `There is no list \`${list}\` of objects.`,
      names.length > 0
        ? `Lists are ${names.map((name) => `\`${name}\``).join(', ')}.`
        : 'Write a list such as [{"name": "Veo 3", "score": 1200}], or an object that holds one.',
    );
  if (chosen.length > 1)
    return withoutTable(
      file,
      `There are ${chosen.length} lists in this file: ${names.map((name) => `\`${name}\``).join(', ')}.`,
      `Say which one has the models: ${names.map((name) => `--list=${name}`).join(' or ')}.`,
    );
  return tableOf(found.objects, found.path, yaml);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    return error;
  }
}

/** V8 names the place in its message, but for a text that ends too early. */
function placeOfError({ message }: SyntaxError, text: string): [line: number, column: number] {
  const offset = /at position (\d+)/u.exec(message)?.[1];
  const before = text.slice(0, offset === undefined ? text.length : Number(offset)).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

/** Every list of objects that is not inside another list. */
function listsIn(value: unknown, path: Path): { path: Path; objects: Objects }[] {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? [{ path, objects: value }] : [];
  return isObject(value) ? Object.entries(value).flatMap(([name, part]) => listsIn(part, [...path, name])) : [];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tableOf(objects: Objects, root: Path, yaml: ReadYaml): ImportTable {
  const flat = objects.map((object) => new Map(fieldsOf(object, [])));
  const names = [...new Set(flat.flatMap((fields) => [...fields.keys()]))];
  const cell = (index: number, name: string): CsvField => {
    const field = flat[index]?.get(name);
    return { text: field?.text ?? '', ...yaml.positionOf([...root, index, ...(field?.path ?? [])]) };
  };
  const firstWith = (name: string): number => flat.findIndex((fields) => fields.has(name));
  return {
    header: names.map((text) => ({ ...cell(firstWith(text), text), text })),
    rows: objects.map((_, index) => names.map((name) => cell(index, name))),
    problems: [],
  };
}

/** Fields of an object as text, those of objects within it too. */
function fieldsOf(object: Record<string, unknown>, path: Path): [string, { text: string; path: Path }][] {
  return Object.entries(object).flatMap(([name, value]) => {
    const here = [...path, name];
    if (isObject(value)) return fieldsOf(value, here);
    if (Array.isArray(value)) return [];
    const text = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    return [[here.join('.'), { text, path: here }]];
  });
}

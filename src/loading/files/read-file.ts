import { suggestions, type nearest } from '#domain/text/nearest';
import type { z } from 'zod';
import type { DataOf, Entry } from '../content.ts';
import { kinds, type Kind } from '../collections.ts';
import { explain } from './explain.ts';
import { splitFrontMatter } from './front-matter.ts';
import { isError, type Problem } from '../problem.ts';
import { atStart, decode, findTurning } from './read-text.ts';
import { readYaml, type Path, type ReadYaml } from './yaml.ts';

/** What one file of a collection holds, and what is wrong with it: plain data, and the same for the same bytes. */
export interface FileReading {
  entries: Entry[];
  problems: Problem[];
  /** `kind/id` of entries that are there but wrong, `kind/*` when it is unknown which. */
  invalid: string[];
}

/** A file of a collection. */
export interface ContentFile {
  /** Path from the project's root, with forward slashes. */
  file: string;
  kind: Kind;
  /** Id of the entry, unless the file holds many. */
  id: string;
}

/** The fields of a file, or why there are none. */
export function readFields(bytes: Uint8Array, file: string): ReadYaml | Problem[] {
  const text = decode(bytes, file);
  return typeof text === 'string' ? readData(text, file) : text;
}

/**
 * Checks the fields of a file against its schema.
 * @param read its fields, as {@link readFields} has read them
 * @param digest of its bytes
 */
export function checkFile({ file, kind, id }: ContentFile, read: ReadYaml | Problem[], digest: string): FileReading {
  const problems = Array.isArray(read) ? read : read.problems;
  if (Array.isArray(read) || read.value === undefined) return { entries: [], problems, invalid: invalidFile(kind, id) };
  const suggest = suggestions();
  const parts = entriesIn(kind, id, read.value).map((part) =>
    readEntry({ kind, id: part.id, file, digest, root: part.root }, part.value, read, suggest),
  );
  return {
    entries: parts.flatMap(({ entries }) => entries),
    problems: [...problems, ...parts.flatMap((part) => part.problems)],
    invalid: parts.flatMap(({ invalid }) => invalid),
  };
}

/** What is invalid when a whole file is. */
export const invalidFile = (kind: Kind, id: string): string[] => [`${kind}/${'keyed' in kinds[kind] ? '*' : id}`];

function readEntry(head: Omit<Entry, 'data'>, value: unknown, read: ReadYaml, suggest: typeof nearest): FileReading {
  const { schema } = kinds[head.kind];
  const parsed = (schema as z.ZodType).safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) return { entries: [{ ...head, data: parsed.data as DataOf<Kind> }], problems: [], invalid: [] };
  const problems = explain(schema, value, parsed.error, suggest).map(({ path, key, what, write }): Problem => {
    const full = [...head.root, ...path];
    return {
      file: head.file,
      ...(key === undefined ? read.positionOf(full) : read.positionOfKey(full, key)),
      what,
      write,
    };
  });
  return { entries: [], problems, invalid: [`${head.kind}/${head.id}`] };
}

function entriesIn(kind: Kind, id: string, value: unknown): { id: string; root: Path; value: unknown }[] {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!('keyed' in kinds[kind]) || !isMap) return [{ id, root: [], value }];
  return Object.entries(value as Record<string, unknown>).map(([key, part]) => ({ id: key, root: [key], value: part }));
}

/** Reads the fields of a text: all of a YAML or JSON file, the front matter of another. */
function readData(text: string, file: string): ReadYaml | Problem[] {
  // JSON is YAML.
  const parts = /\.(?:yaml|json)$/u.test(file)
    ? { yaml: text, yamlLine: 1, bodyLine: Infinity }
    : splitFrontMatter(text);
  if (!parts)
    return [
      atStart(
        file,
        'The file does not begin with fields between two lines `---`.',
        'Begin with a line `---`, then the fields, then a line `---`, then the text.',
      ),
    ];
  const read = readYaml(parts.yaml, file, parts.yamlLine);
  return read.problems.some(isError)
    ? read
    : { ...read, problems: [...read.problems, ...findTurning(text, file, parts.bodyLine)] };
}

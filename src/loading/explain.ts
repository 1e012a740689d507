import { nearest } from '#domain/nearest';
import { z } from 'zod';
import type { Path } from './yaml.ts';

/** One finding of a schema, in words for the writer. */
export interface Finding {
  path: Path;
  /** Set when the finding is about a key and not about its value. */
  key?: string;
  what: string;
  write: string;
}

/**
 * Puts the issues of a failed parse into plain words.
 * @param schema the schema that refused
 * @param error what it said
 */
export function explain(schema: z.ZodType, error: z.ZodError): Finding[] {
  return error.issues.flatMap((issue) => explainIssue(schema, issue));
}

function explainIssue(schema: z.ZodType, issue: z.core.$ZodIssue): Finding[] {
  const name = nameOf(issue.path);
  const write = adviceAt(schema, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: issue.path,
        key,
        what: `\`${[...issue.path.map(String), key].join('.')}\` is not a known field.`,
        write: suggestKey(schema, issue.path, key),
      }));
    case 'invalid_type':
      if (issue.input === undefined) return [{ path: issue.path, what: `${name} is missing.`, write }];
      return [{ path: issue.path, what: `${name} must be ${kind(issue.expected)}, and is ${kindOf(issue.input)}.`, write }];
    case 'too_big':
      return [{ path: issue.path, what: `${name} is longer or larger than ${issue.maximum}.`, write }];
    case 'too_small':
      return [{ path: issue.path, what: `${name} is shorter or smaller than ${issue.minimum}.`, write }];
    case 'invalid_value':
      return [{ path: issue.path, what: `${name} must be ${list(issue.values.map((value) => `\`${String(value)}\``))}.`, write }];
    case 'invalid_union':
      if (issue.path.length === 0 || issue.discriminator) return [{ path: [...issue.path, issue.discriminator ?? ''], what: `\`${issue.discriminator ?? 'value'}\` has no known value.`, write: adviceAt(schema, issue.path) }];
      return [{ path: issue.path, what: `${name} does not have a known form.`, write }];
    case 'custom':
      return [{ path: issue.path, what: `${name} ${issue.message}.`, write }];
    default:
      return [{ path: issue.path, what: `${name} ${issue.message.startsWith('is ') || issue.message.startsWith('does ') ? issue.message : 'does not have the right form'}.`, write }];
  }
}

function nameOf(path: Path): string {
  return path.length === 0 ? 'The file' : `\`${path.map(String).join('.')}\``;
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  null: 'empty',
  undefined: 'missing',
  nan: 'not a number',
};

const kind = (name: string): string => kinds[name] ?? name;

function kindOf(input: unknown): string {
  if (input === null) return kind('null');
  if (Array.isArray(input)) return kind('array');
  if (typeof input === 'number' && !Number.isFinite(input)) return kind('nan');
  return kind(typeof input);
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function suggestKey(schema: z.ZodType, path: Path, key: string): string {
  const known = new Set(schemasAt(schema, path).flatMap((found) => (found instanceof z.ZodObject ? Object.keys(found.shape) : [])));
  const near = nearest(key, known);
  return near ? `Did you mean \`${near}\`?` : `Known fields: ${[...known].join(', ')}.`;
}

/** The advice in the schema's own description of the field, or of the nearest field around it. */
function adviceAt(schema: z.ZodType, path: Path): string {
  for (let length = path.length; length >= 0; length -= 1) {
    for (const found of schemasAt(schema, path.slice(0, length))) {
      const description = descriptionOf(found);
      if (description) return description;
    }
  }
  return 'See the field in the README.';
}

function descriptionOf(schema: z.ZodType): string | undefined {
  if (schema.description) return schema.description;
  const inner = unwrap(schema);
  return inner === schema ? undefined : descriptionOf(inner);
}

/** Takes off `optional`, `default` and `transform`, one layer at a time. */
function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap() as z.ZodType;
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType;
  return schema;
}

/** Every schema that may stand at `path`: several where unions branch. */
function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const inner = unwrap(schema);
  if (inner !== schema) return path.length === 0 ? [schema] : schemasAt(inner, path);
  if (schema instanceof z.ZodUnion) {
    const branches = schema.options as z.ZodType[];
    return path.length === 0 ? [schema, ...branches] : branches.flatMap((branch) => schemasAt(branch, path));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (schema instanceof z.ZodObject) {
    const field = (schema.shape as Record<string, z.ZodType>)[String(step)];
    return field ? schemasAt(field, rest) : [];
  }
  if (schema instanceof z.ZodArray) return schemasAt(schema.element as z.ZodType, rest);
  return [];
}

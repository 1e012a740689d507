import type { nearest } from '#domain/text/nearest';
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
 * @param value what it refused
 * @param error what it said
 * @param suggest finds a field that may be meant
 */
export function explain(schema: z.ZodType, value: unknown, error: z.ZodError, suggest: typeof nearest): Finding[] {
  return error.issues.flatMap((issue) => explainIssue({ schema, value, suggest }, issue));
}

interface Refusal {
  schema: z.ZodType;
  value: unknown;
  suggest: typeof nearest;
}

function explainIssue(refusal: Refusal, issue: z.core.$ZodIssue): Finding[] {
  const { schema } = refusal;
  const { path } = issue;
  const name = nameOf(path);
  const write = adviceAt(schema, path);
  const found = (what: string, advice = write): Finding[] => [{ path, what: `${name} ${what}.`, write: advice }];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path,
      key,
      what: `${nameOf([...path, key])} is not a known field.`,
      write: adviceOnKey(refusal, path, key),
    }));
  }
  if (isMissing(issue)) return found('is missing');
  if (issue.input === null) return found('is empty');
  switch (issue.code) {
    case 'invalid_type':
      return found(
        `must be ${kind(issue.expected)}, and is ${kindOf(issue.input, issue.expected)}`,
        looksLikeOther(issue)
          ? `${write} Put text that looks like a number or like true or false between quotation marks.`
          : write,
      );
    case 'too_big':
      return found(`${measures(issue.origin).more} ${issue.maximum}${measures(issue.origin).unit}`);
    case 'too_small':
      if (issue.origin === 'array' && issue.minimum === 1) return found('is an empty list');
      return found(
        `${issue.inclusive ? measures(issue.origin).less : 'is not more than'} ${issue.minimum}${measures(issue.origin).unit}`,
      );
    case 'invalid_value':
      return found(
        `must be ${list(
          issue.values.map((value) => `\`${String(value)}\``),
          'or',
        )}, and is \`${typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input)}\``,
      );
    case 'invalid_union':
      return (
        insideOneForm(refusal, issue) ??
        found(issue.discriminator === undefined ? 'does not have a known form' : 'has no known value')
      );
    case 'custom':
      return found(issue.message);
    default:
      return found(/^(?:is|does) /u.test(issue.message) ? issue.message : 'does not have the right form');
  }
}

/** A field that is not there; a union that is discriminated by a field gives the whole map as its input. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'invalid_union' || issue.discriminator === undefined) return issue.input === undefined;
  return !Object.hasOwn(issue.input as object, issue.discriminator);
}

const looksLikeOther = ({ expected, input }: z.core.$ZodIssueInvalidType): boolean =>
  expected === 'string' && (typeof input === 'number' || typeof input === 'boolean');

/** What is wrong inside a value of several forms, when the value has the outer shape of exactly one of them. */
function insideOneForm(refusal: Refusal, issue: z.core.$ZodIssueInvalidUnion): Finding[] | undefined {
  const [form, ...others] = issue.errors.filter((issues) => issues.every(({ path }) => path.length > 0));
  if (form === undefined || others.length > 0) return undefined;
  return form.flatMap((inner) => explainIssue(refusal, { ...inner, path: [...issue.path, ...inner.path] }));
}

/** A path in words: `hero.alt`, `url` (item 1 of `sources`), item 1 of `authors`. */
function nameOf(path: Path): string {
  const parts: string[] = [];
  let keys: string[] = [];
  for (const step of path) {
    if (typeof step === 'number') {
      parts.unshift(`item ${step + 1} of \`${keys.join('.')}\``);
      keys = [];
    } else {
      keys.push(String(step));
    }
  }
  if (keys.length > 0) parts.unshift(`\`${keys.join('.')}\``);
  const [name = 'The file', ...around] = parts;
  return `${name.replace(/^item/u, 'Item')}${around.length > 0 ? ` (${around.join(', ')})` : ''}`;
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

const kind = (name: string): string => kinds[name] ?? name;

function kindOf(input: unknown, expected: string): string {
  if (Array.isArray(input)) return kind('array');
  if (typeof input === 'number' && !Number.isFinite(input)) return 'not one';
  if (typeof input === 'number' && expected === 'int') return String(input);
  return kind(typeof input);
}

/** Words for sizes: of text, lists and numbers. */
function measures(origin: string): { more: string; less: string; unit: string } {
  if (origin === 'string') return { more: 'has more than', less: 'has fewer than', unit: ' characters' };
  if (origin === 'array') return { more: 'has more than', less: 'has fewer than', unit: ' items' };
  return { more: 'is more than', less: 'is less than', unit: '' };
}

function list(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function adviceOnKey({ schema, value, suggest }: Refusal, path: Path, key: string): string {
  if (key === '<<') return 'Parts of other entries cannot be taken over: write each field out.';
  const known = new Set(
    schemasAt(schema, path, value)
      .map(bare)
      .flatMap((found) => (found instanceof z.ZodObject ? Object.keys(found.shape) : [])),
  );
  const near = suggest(key, known);
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
  return 'Look at the same field in another file of this kind.';
}

/** Maps and lists that do not describe themselves are described by their form. */
function descriptionOf(schema: z.ZodType): string | undefined {
  if (schema.description) return schema.description;
  const inner = unwrap(schema);
  if (inner !== schema) return descriptionOf(inner);
  if (schema instanceof z.ZodObject) return `Write the fields ${list(requiredFields(schema), 'and')}.`;
  if (schema instanceof z.ZodArray)
    return 'Write a list, for example [one, two], or each item on a line of its own after `- `.';
  return undefined;
}

function requiredFields({ shape }: z.ZodObject): string[] {
  return Object.entries(shape).flatMap(([name, field]) =>
    field instanceof z.ZodOptional || field instanceof z.ZodDefault ? [] : [`\`${name}\``],
  );
}

/** Takes off `optional`, `default` and `transform`, one layer at a time. */
function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap() as z.ZodType;
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType;
  return schema;
}

/** Takes all layers off. */
function bare(schema: z.ZodType): z.ZodType {
  const inner = unwrap(schema);
  return inner === schema ? schema : bare(inner);
}

/**
 * Every schema that may be at `path`: several where unions branch.
 * @param value what is there; of a union by a field, it says which branch is meant
 */
function schemasAt(schema: z.ZodType, path: Path, value?: unknown): z.ZodType[] {
  const inner = unwrap(schema);
  if (inner !== schema) return path.length === 0 ? [schema] : schemasAt(inner, path, value);
  if (schema instanceof z.ZodUnion) {
    const branches = branchesFor(schema, value);
    return path.length === 0 ? [schema, ...branches] : branches.flatMap((branch) => schemasAt(branch, path, value));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const part = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    const field = Object.hasOwn(shape, step) ? shape[String(step)] : undefined;
    return field ? schemasAt(field, rest, part) : [];
  }
  if (schema instanceof z.ZodArray) return schemasAt(schema.element as z.ZodType, rest, part);
  return [];
}

function branchesFor(union: z.ZodUnion, value: unknown): z.ZodType[] {
  const branches = union.options as z.ZodType[];
  if (!(union instanceof z.ZodDiscriminatedUnion) || typeof value !== 'object' || value === null) return branches;
  const field = union.def.discriminator;
  const named = branches.filter(
    (branch) =>
      branch instanceof z.ZodObject &&
      (branch.shape as Record<string, z.ZodType>)[field]?.safeParse((value as Record<string, unknown>)[field]).success,
  );
  return named.length > 0 ? named : branches;
}

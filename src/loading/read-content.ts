import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Collections, Complaint, Content, DataOf, Entry } from './content.ts';
import { kinds, pictureFiles, voteFiles, type Kind } from './collections.ts';
import { explain } from './explain.ts';
import { splitFrontMatter } from './front-matter.ts';
import { sortProblems, type Problem } from './problem.ts';
import { findBrokenRules } from './rules.ts';
import { readYaml, type Path, type ReadYaml } from './yaml.ts';

/**
 * Reads every file below `content/`. A bad file never hides another.
 * @param root the project's folder
 * @param now the moment of the build, for rules about the future
 */
export function readContent(root: string, now: Date): Content {
  const content: Content = { collections: emptyCollections(), pictures: new Set(), votes: new Map(), unsound: new Set(), problems: [] };
  const pictures = new Set<string>();
  content.pictures = pictures;
  for (const found of listFiles(join(root, 'content'))) {
    const file = `content/${found.path}`;
    if (found.link) {
      content.problems.push(atStart(file, 'This is a symbolic link, not a file.', 'Put the file itself here.'));
      continue;
    }
    if (pictureFiles.test(found.path)) {
      pictures.add(file);
      continue;
    }
    if (voteFiles.test(found.path)) {
      content.votes.set(file, readFileSync(join(root, file)));
      continue;
    }
    const kind = kindOf(found.path);
    if (kind) readFile(root, file, found.path, kind, content);
    else content.problems.push(atStart(file, 'The name or the place of this file fits no kind of content.', placeAdvice(found.path)));
  }
  for (const complaint of findBrokenRules(content, now)) content.problems.push(tellPlace(root, complaint));
  content.problems = sortProblems(content.problems);
  return content;
}

function emptyCollections(): Collections {
  return { site: [], categories: [], authors: [], providers: [], models: [], boards: [], editions: [], evidence: [], articles: [], reviews: [], products: [], pages: [] };
}

interface FoundFile {
  path: string;
  link: boolean;
}

/** All files below a folder, sorted, so that the order never depends on the disk. */
function listFiles(folder: string, prefix = ''): FoundFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): FoundFile[] => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? listFiles(join(folder, entry.name), `${path}/`) : [{ path, link: entry.isSymbolicLink() }];
  });
}

function kindOf(path: string): Kind | undefined {
  return (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].files.test(path));
}

function placeAdvice(path: string): string {
  if (/(?:^|\/)\.[^/]*$/u.test(path)) return 'Delete it: files whose names begin with a dot are not read.';
  const folder = path.split('/')[0] ?? '';
  const places = Object.values(kinds)
    .map(({ place }) => place)
    .filter((place) => place.startsWith(`content/${folder}/`));
  const where = places.length > 0 ? places : Object.values(kinds).map(({ place }) => place);
  const pictures = /^(?:articles|reviews)$/u.test(folder) ? ', and pictures (.webp, .png or .jpg) beside it' : '';
  return `Use ${where.join(' or ')}, with names in lower case, digits and hyphens${pictures}.`;
}

function atStart(file: string, what: string, write: string): Problem {
  return { file, line: 1, column: 1, what, write };
}

function readFile(root: string, file: string, path: string, kind: Kind, content: Content): void {
  const id = kinds[kind].files.exec(path)?.slice(1).join('/') ?? '';
  const text = readText(root, file, content.problems);
  const read = text === undefined ? undefined : readData(text, file);
  if (text === undefined || read === undefined || 'what' in read || read.problems.length > 0) {
    content.unsound.add(`${kind}/${'keyed' in kinds[kind] ? '*' : id}`);
    if (read) content.problems.push(...('what' in read ? [read] : read.problems));
    return;
  }
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  for (const part of entriesIn(kind, id, read.value)) {
    addEntry({ kind, id: part.id, file, digest, root: part.root }, part.value, read, content);
  }
}

function addEntry(head: Omit<Entry, 'data'>, value: unknown, read: ReadYaml, content: Content): void {
  const { schema } = kinds[head.kind];
  const parsed = (schema as z.ZodType).safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) {
    (content.collections[head.kind] as Entry[]).push({ ...head, data: parsed.data as DataOf<Kind> });
    return;
  }
  content.unsound.add(`${head.kind}/${head.id}`);
  for (const { path, key, what, write } of explain(schema, parsed.error)) {
    const full = [...head.root, ...path];
    content.problems.push({ file: head.file, ...(key === undefined ? read.placeOf(full) : read.placeOfKey(full, key)), what, write });
  }
}

function entriesIn(kind: Kind, id: string, value: unknown): { id: string; root: Path; value: unknown }[] {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!('keyed' in kinds[kind]) || !isMap) return [{ id, root: [], value }];
  return Object.entries(value).map(([key, part]) => ({ id: key, root: [key], value: part }));
}

// Neither HTML nor XML (the feed) may hold these; YAML lets them through.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/u;

function placeIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Reads a file as UTF-8 text, or says why that cannot be done. */
function readText(root: string, file: string, problems: Problem[]): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch (error) {
    problems.push(atStart(file, `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`, 'Check that it exists and may be read.'));
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const control = forbidden.exec(text);
    if (!control) return text;
    problems.push({ file, ...placeIn(text, control.index), what: 'A control character stands here, which no reader can see.', write: 'Delete it, or save the file as plain UTF-8 text.' });
  } catch {
    problems.push(atStart(file, 'The file is not UTF-8 text.', 'Save it with the encoding UTF-8.'));
  }
  return undefined;
}

function readData(text: string, file: string): ReadYaml | Problem {
  if (file.endsWith('.yaml')) return readYaml(text, file);
  const parts = splitFrontMatter(text);
  if (!parts) return atStart(file, 'The file does not begin with fields between two lines `---`.', 'Begin with a line `---`, then the fields, then a line `---`, then the text.');
  return readYaml(parts.yaml, file, parts.yamlLine);
}

/** Reads the file again to say where a complaint stands; complaints are rare, files many. */
function tellPlace(root: string, { entry, path, what, write }: Complaint): Problem {
  const text = readText(root, entry.file, []);
  const read = text === undefined ? undefined : readData(text, entry.file);
  const place = read && 'placeOf' in read ? read.placeOf([...entry.root, ...path]) : { line: 1, column: 1 };
  return { file: entry.file, ...place, what, write };
}

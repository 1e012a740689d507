import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, posix } from 'node:path';
import type { z } from 'zod';
import type { Collections, Complaint, Content, DataOf, Entry } from './content.ts';
import { kinds, pictureFiles, voteFiles, type Kind } from './collections.ts';
import { explain } from './explain.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readPicture } from './picture.ts';
import { sortProblems, type Problem } from './problem.ts';
import { findBrokenPromises, type PublishedFile } from './published-rules.ts';
import { atStart, findTurning, readText } from './read-text.ts';
import { findBrokenRules } from './rules.ts';
import { readYaml, type Path, type ReadYaml } from './yaml.ts';

/**
 * Reads every file below `content/`. A bad file never hides another.
 * @param root the project's folder
 * @param now the moment of the build, for rules about the future
 * @param published published states of stories that are changed or gone, for rules about promises to readers
 */
export function readContent(root: string, now: Date, published: readonly PublishedFile[] = []): Content {
  const content: Content = { collections: emptyCollections(), pictures: new Map(), votes: new Map(), unsound: new Set(), problems: [] };
  for (const { path, fault } of listFiles(join(root, 'content'))) {
    const file = posix.join('content', path);
    const kind = kindOf(path);
    if (fault) content.problems.push(atStart(file, fault.what, fault.write));
    else if (pictureFiles.test(path)) addPicture(root, file, content);
    else if (voteFiles.test(path)) content.votes.set(file, readFileSync(join(root, file)));
    else if (kind) readFile(root, file, path, kind, content);
    else content.problems.push(strayFile(file, path));
  }
  const complaints = [...findBrokenRules(content, now), ...findBrokenPromises(published, content, root, now)];
  content.problems.push(...complaints.map((complaint) => tellPlace(root, complaint)));
  content.problems = sortProblems(content.problems);
  return content;
}

function emptyCollections(): Collections {
  return { site: [], categories: [], authors: [], providers: [], models: [], boards: [], editions: [], evidence: [], articles: [], reviews: [], newsletters: [], products: [], pages: [] };
}

interface FoundFile {
  path: string;
  /** Why it is not even opened. */
  fault?: { what: string; write: string } | undefined;
}

/** All files below a folder, sorted, so that the order never depends on the disk. */
function listFiles(folder: string, prefix = ''): FoundFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return [{ path: prefix.replace(/\/$/u, ''), fault: { what: `The folder cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`, write: 'Check that it exists and may be read.' } }];
  }
  return entries.flatMap((entry): FoundFile[] => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? listFiles(join(folder, entry.name), `${path}/`) : [{ path, fault: entry.isFile() ? undefined : notAFile(entry) }];
  });
}

const notAFile = (entry: Dirent): FoundFile['fault'] => ({ what: entry.isSymbolicLink() ? 'This is a symbolic link, not a file.' : 'This is a device, a pipe or a socket, not a file.', write: 'Put the file itself here.' });

function addPicture(root: string, file: string, content: Content): void {
  const found = readPicture(join(root, file));
  content.pictures.set(file, 'what' in found ? undefined : found);
  if ('what' in found) content.problems.push(atStart(file, found.what, found.write));
}

function kindOf(path: string): Kind | undefined {
  return (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].files.test(path));
}

/** Pictures that browsers or cameras know, and that stories do not hold: some run code, some are not shown everywhere. */
const otherPictures = /\.(?:svg|tiff?|hei[cf]|avif|gif|bmp|jxl|ico)$/iu;

function strayFile(file: string, path: string): Problem {
  if (otherPictures.test(path)) return atStart(file, 'Pictures of this type are not taken.', 'Save the picture as WebP, PNG or JPEG.');
  if (/^(?:articles|reviews)\/.*\.mdx$/u.test(path)) return atStart(file, 'MDX is code, and stories are text.', 'Name the file index.md, and write boxes as directives such as `:::aside{title="…"}`.');
  return atStart(file, 'The name or the place of this file fits no kind of content.', placeAdvice(path));
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

function readFile(root: string, file: string, path: string, kind: Kind, content: Content): void {
  const id = kinds[kind].files.exec(path)?.slice(1).join('/') ?? '';
  const text = readText(root, file);
  const read = typeof text === 'string' ? readData(text, file) : text;
  const problems = Array.isArray(read) ? read : read.problems;
  content.problems.push(...problems);
  if (typeof text !== 'string' || Array.isArray(read) || problems.length > 0) {
    content.unsound.add(`${kind}/${'keyed' in kinds[kind] ? '*' : id}`);
    return;
  }
  content.problems.push(...findTurning(text, file, read.bodyLine));
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

interface ReadFields extends ReadYaml {
  /** Line on which the prose begins. */
  bodyLine?: number;
}

function readData(text: string, file: string): ReadFields | Problem[] {
  if (file.endsWith('.yaml')) return readYaml(text, file);
  const parts = splitFrontMatter(text);
  if (!parts) return [atStart(file, 'The file does not begin with fields between two lines `---`.', 'Begin with a line `---`, then the fields, then a line `---`, then the text.')];
  return { ...readYaml(parts.yaml, file, parts.yamlLine), bodyLine: parts.bodyLine };
}

/** Reads the file again to say where a complaint stands; complaints are rare, files many. */
function tellPlace(root: string, { entry, path, line, what, write, warning }: Complaint): Problem {
  const told = { file: entry.file, what, write, ...(warning && { warning }) };
  if (line !== undefined) return { ...told, line, column: 1 };
  const text = readText(root, entry.file);
  const read = typeof text === 'string' ? readData(text, entry.file) : text;
  const place = Array.isArray(read) ? { line: 1, column: 1 } : read.placeOf([...entry.root, ...path]);
  return { ...told, ...place };
}

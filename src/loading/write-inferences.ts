import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './content.ts';
import { inferenceSource, type Inference } from './edition-inference.ts';
import { ContentError } from './problem.ts';

/**
 * Writes the rank inference of every edition that has none, or one of other scores, and deletes those of no edition.
 * @param root the project's folder
 * @param content read from it; problems of other files do not matter
 * @returns paths of the files that were written, from the root
 * @throws ContentError when the scores of an edition allow no ranges
 */
export function writeInferences(root: string, content: Content): string[] {
  const { editions, inferences } = content.collections;
  const needed = new Map(
    editions.flatMap((edition) => {
      const source = inferenceSource(edition, content);
      return source
        ? [[edition.id, { source, file: edition.file.replace(/\.yaml$/u, '.inference.json') }] as const]
        : [];
    }),
  );
  for (const { id, file } of inferences) if (!needed.has(id)) rmSync(join(root, file));
  const known = new Map(inferences.map(({ id, data }) => [id, data.digest]));
  return [...needed].flatMap(([id, { source, file }]) => {
    if (known.get(id) === source.digest && existsSync(join(root, file))) return [];
    const inference = inferredOr(file, source.infer);
    if (!inference) return [];
    writeFileSync(join(root, file), `${JSON.stringify(inference, undefined, 1)}\n`);
    return [file];
  });
}

function inferredOr(file: string, infer: () => Inference | undefined): Inference | undefined {
  try {
    return infer();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const edition = file.replace('.inference.json', '.yaml');
    throw new ContentError([
      {
        file: edition,
        line: 1,
        column: 1,
        what,
        write: 'Look whether the ends of the intervals are those that the board gives.',
      },
    ]);
  }
}

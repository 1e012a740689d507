import type { Kind } from '#loading/collections';
import { makeCatalogue, type Catalogue, type Entries, type Stored } from '#queries/catalogue';
import { content } from '../site/content.ts';
import { now } from './entries.ts';

/** The catalogue of the real content, as the build has it. */
export function realCatalogue(): Catalogue {
  const entries = Object.fromEntries(
    Object.entries(content).map(([kind, all]) => [
      kind,
      all.map(({ id, data, file, digest }) => ({ id, data, filePath: file, digest }) as Stored<Kind>),
    ]),
  ) as unknown as Entries;
  return makeCatalogue(entries, now, false);
}

import { close, createIndex, type CustomRecord, type IndexFile } from 'pagefind';

/** Interfaces that Pagefind brings along; ours is `src/client/search-panel.ts`, and theirs would need a wider Content-Security-Policy. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/**
 * Makes the files of the search.
 * @param records everything that can be found
 * @returns files with paths below `pagefind/`
 * @throws Error when a record is refused
 */
export async function makeSearchIndex(records: readonly CustomRecord[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  for (const record of records) {
    const answer = await index.addCustomRecord(record);
    if (answer.errors.length > 0) throw new Error(`The search index refused ${record.url}: ${answer.errors.join('; ')}`);
  }
  const { files, errors: failures } = await index.getFiles();
  if (failures.length > 0) throw new Error(`The search index could not be written: ${failures.join('; ')}`);
  await close();
  return files.filter(({ path }) => !unused.test(path));
}

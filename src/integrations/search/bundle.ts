import type { CustomRecord, IndexFile } from 'pagefind';

/** Interfaces that Pagefind brings along and its worker: the page has its own interface, and searches without a worker. */
const unused = /^pagefind-.*\.(?:js|css)$/u;

/**
 * Makes one search bundle.
 * @param records everything that the bundle finds
 * @returns its files, with paths below the folder of the bundle
 * @throws Error when a record is refused
 */
export async function makeBundle(records: readonly CustomRecord[]): Promise<IndexFile[]> {
  const { createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  for (const record of records) {
    const answer = await index.addCustomRecord(record);
    if (answer.errors.length > 0)
      throw new Error(`The search index refused ${record.url}: ${answer.errors.join('; ')}`);
  }
  const { files, errors: failures } = await index.getFiles();
  if (failures.length > 0) throw new Error(`The search index could not be written: ${failures.join('; ')}`);
  await index.deleteIndex();
  return files.filter(({ path }) => !unused.test(path));
}

/** Ends the program that Pagefind runs in the background, so that this process can end. */
export async function closePagefind(): Promise<void> {
  await (await import('pagefind')).close();
}

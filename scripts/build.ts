import { buildTime } from '#loading/build-time';
import { LockedError } from './build-lock.ts';
import { clockFault } from './clock.ts';
import { readOptions } from './command-line.ts';
import { compress } from './compress.ts';
import { filesBelow } from './files.ts';
import { count, Progress } from './progress.ts';
import { placesOf, publish, type PublishedSite } from './publish.ts';
import { addHostFiles, addSearch, checkedContent, ownerOf, printPages, RefusedError, sitePaths, type CheckedContent } from './stages.ts';
import { Store } from './store.ts';
import { openSite } from './verify/site.ts';
import { checksBeforePublishing, faultsOf } from './verify/checks.ts';

const root = process.cwd();
const now = buildTime();
/** Says that a site which lost many addresses is meant. */
const { 'accept-loss': acceptsLoss } = readOptions({ 'accept-loss': { type: 'boolean', default: false } }, 'Usage: npm run build -- [--accept-loss]');
const progress = new Progress();

try {
  const { folder } = await publish(root, now, make);
  progress.end(`The site is in dist/ (${folder.slice(root.length + 1)}).`);
} catch (error) {
  console.error(error instanceof RefusedError || error instanceof LockedError ? error.message : error);
  if (!(error instanceof LockedError)) console.error('Nothing was published: dist/ is as it was.');
  process.exitCode = 1;
}

/** Fills the folder of the new site, stage by stage. */
async function make(folder: string, last: PublishedSite | undefined): Promise<readonly string[]> {
  const places = placesOf(root);
  checkClock(last);
  const content = await progress.stage('Content', async () => {
    const result = checkedContent(root, now);
    return { result, said: count(Object.values(result.collections).flat().length, 'entry', 'entries') };
  });
  const owner = ownerOf();
  const store = await progress.stage('Kept files', async () => {
    const result = Store.open(places.store, owner);
    for (const note of result.notes) progress.note(note);
    return { result, said: count(result.size, 'file') };
  });
  try {
    await fill(store, content, owner);
    await progress.stage('Layout', async () => {
      const paths = sitePaths(store);
      store.layOut(paths.keys(), folder);
      store.sweep();
      return { result: undefined, said: count(paths.size, 'file') };
    });
  } finally {
    // What was made is right, also when the site is not.
    store.save();
  }
  const digests = sitePaths(store);
  const pages = [...digests.keys()].filter((path) => path.endsWith('.html'));
  await progress.stage('Verification', async (tell) => {
    const home = content.collections.site[0]?.data.url ?? '';
    const site = await openSite(folder, home, { digests, folder: places.home, owner, tell });
    const faults = await faultsOf(checksBeforePublishing, { site, content: content.collections, now, last: last && pagesOf(last), acceptsLoss, preview: process.env['MEGATON_PREVIEW'] === '1' });
    if (faults.length > 0) throw new RefusedError([...shown(faults), `${count(faults.length, 'fault')} in the new site: it was not published.`].join('\n'));
    return { result: undefined, said: count(checksBeforePublishing.length, 'check') };
  });
  return pages;
}

function pagesOf({ folder, record }: PublishedSite): readonly string[] {
  return record.pages ?? filesBelow(folder).filter((path) => path.endsWith('.html'));
}

/** Puts all files of the site into the store. */
async function fill(store: Store, content: CheckedContent, owner: string): Promise<void> {
  await progress.stage('Pages', async (tell) => {
    const result = await printPages({ root, places: placesOf(root), store, content, owner, tell, note: (text) => progress.note(text) });
    return { result, said: `${count(result.pages, 'page')}, with data ${count(result.files, 'file')}, ${result.files - result.made} as before` };
  });
  await progress.stage('Search', async () => {
    const { entries, indexes, kept } = await addSearch(store);
    const all = `${count(entries, 'entry', 'entries')} in ${count(indexes, 'index', 'indexes')}`;
    return { result: entries, said: `${all}, ${kept} as before${kept === indexes ? ': no text has changed' : ''}` };
  });
  await progress.stage('Host', async () => {
    const redirects = addHostFiles(store, content.collections, now);
    return { result: redirects, said: `headers and ${count(redirects, 'redirect')}` };
  });
  await progress.stage('Compression', async (tell) => {
    const result = await compress(store, sitePaths(store), tell);
    return { result, said: `${count(result.made, 'text file')}, ${result.kept} as before` };
  });
}

/** A broken template breaks every page: the first faults tell enough. */
function shown(faults: readonly string[]): string[] {
  return faults.length > 40 ? [...faults.slice(0, 40), `… and ${faults.length - 40} more.`] : [...faults];
}

/** A time that is set by hand is meant. */
function checkClock(last: PublishedSite | undefined): void {
  if (last === undefined || (process.env['SOURCE_DATE_EPOCH'] ?? '') !== '') return;
  const fault = clockFault(now, last.record.time);
  if (fault) throw new RefusedError(`${fault} Set the clock; or, when the time is right, say it: SOURCE_DATE_EPOCH=$(date +%s) npm run build`);
}

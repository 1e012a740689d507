import { buildTime } from '#loading/build-time';
import { LockedError } from './build-lock.ts';
import { clockFault } from './clock.ts';
import { compress } from './compress.ts';
import { layOut } from './lay-out.ts';
import { count, Progress } from './progress.ts';
import { placesOf, publish, type PublishedSite } from './publish.ts';
import { addHostFiles, addSearch, checkedContent, printPages, RefusedError } from './stages.ts';
import { openSite } from './verify/site.ts';
import { checksBeforePublishing, faultsOf } from './verify/checks.ts';

const root = process.cwd();
const now = buildTime();
/** Says that a site which lost many addresses is meant. */
const acceptsLoss = process.argv.includes('--accept-loss');
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
async function make(folder: string, last: PublishedSite | undefined): Promise<void> {
  const { pages, cache } = placesOf(root);
  checkClock(last);
  const content = await progress.stage('Content', async () => {
    const result = checkedContent(root, now);
    return { result, said: count(Object.values(result).flat().length, 'entry', 'entries') };
  });
  await progress.stage('Pages', async () => {
    const { printed, notes } = await printPages(root, pages, cache);
    for (const note of notes) console.log(note);
    return { result: printed, said: count(printed, 'page') };
  });
  await progress.stage('Search', async () => {
    const entries = await addSearch(pages);
    return { result: entries, said: count(entries, 'entry', 'entries') };
  });
  await progress.stage('Host', async () => {
    const redirects = await addHostFiles(pages, content, now);
    return { result: redirects, said: `headers and ${count(redirects, 'redirect')}` };
  });
  const { files } = await progress.stage('Layout', async () => {
    const result = await layOut(pages, folder, last?.folder);
    return { result, said: `${count(result.files.length, 'file')}, ${result.unchanged} as before` };
  });
  await progress.stage('Compression', async () => {
    const result = await compress(folder, files, last?.folder);
    return { result, said: `${count(result.made, 'text file')}, ${result.taken} as before` };
  });
  await progress.stage('Verification', async () => {
    const site = await openSite(folder);
    const faults = await faultsOf(checksBeforePublishing, { site, content, now, last: last?.folder, acceptsLoss, preview: process.env['MEGATON_PREVIEW'] === '1' });
    if (faults.length > 0) throw new RefusedError([...shown(faults), `${count(faults.length, 'fault')} in the new site: it was not published.`].join('\n'));
    return { result: undefined, said: count(checksBeforePublishing.length, 'check') };
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

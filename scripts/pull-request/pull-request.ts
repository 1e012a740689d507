import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { preview } from 'astro';
import { visible } from '#domain/text/visible';
import { buildTime } from '#loading/build-time';
import { checkContent } from '#loading/check-content';
import { ContentError, isError, type Problem } from '#loading/problem';
import { publishedStories, UnknownCommit } from '#loading/published';
import { readBuildState } from '#integrations/build-state';
import { readCommand, refuse } from '../command-line.ts';
import { launchBrowser } from '../site/browser.ts';
import { takeScreenshot } from '../site/screenshot.ts';
import { changedPages } from './changed-pages.ts';
import { commentOf, readerFile, screenshotFile, widths, type PullRequestReport } from './comment.ts';
import { previewPage, type PagePreview } from './page-preview.ts';

/** Pages of which pictures are taken: one takes two seconds, and nobody looks at a hundred. */
const mostPages = 10;

const { values } = readCommand(
  `Usage: node scripts/pull-request/pull-request.ts --base=<commit> [--run=<address of the run>]

For the workflow of pull requests. Writes what a comment says of the change, with screenshots and reader views of changed
pages, into .pull-request/. Build the site first; where the content has problems, the comment lists them instead.`,
  { base: { type: 'string' }, run: { type: 'string', default: '' } },
);
const base = values.base ?? refuse('Write `--base=` and the commit to compare with, for example `--base=origin/main`.');

/** Where a host shows the preview; the workflow puts the real address in its place. */
const placeholder = 'https://preview.invalid';

const problems = check(base);
const pages = changedPages(changedFiles(base));
const built = !problems.some(isError) && readBuildState(process.cwd())?.state === 'verified';
const previews = built ? pages.map((path) => previewPage('dist', path)) : [];
const found = previews.filter((page) => page !== undefined);
const report: PullRequestReport = {
  problems,
  pages: found.slice(0, mostPages),
  more: found.slice(mostPages).map(({ path }) => path),
  missing: pages.filter((_, index) => built && previews[index] === undefined),
  built,
  run: values.run,
};
const folder = resolve('.pull-request');
await rm(folder, { recursive: true, force: true });
await write('comment.md', commentOf(report));
await write('comment-hosted.md', commentOf(report, placeholder));
for (const { path, story } of report.pages) if (story) await write(readerFile(path), readerPage(story.reader));
await takeScreenshots(report.pages);
console.log(`Written: .pull-request/, with ${report.pages.length} of ${pages.length} changed pages.`);

function check(since: string): Problem[] {
  try {
    return checkContent(process.cwd(), buildTime(), publishedStories(process.cwd(), since)).problems;
  } catch (error) {
    if (error instanceof ContentError) return [...error.problems];
    if (error instanceof UnknownCommit) refuse(visible(error.message));
    throw error;
  }
}

/** Files that this branch changes, adds or removes. */
function changedFiles(since: string): string[] {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['diff', '--name-only', '--no-renames', '-z', '--merge-base', since, '--'],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  if (status !== 0) refuse(`git could not compare with \`${visible(since)}\`: ${visible(stderr.trim())}`);
  return stdout.split('\0').filter((file) => file !== '');
}

/** The reader view as a page that opens without a server. */
function readerPage({ title, byline, html }: NonNullable<PagePreview['story']>['reader']): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<body style="max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.2rem/1.6 serif">
<h1>${escaped(title)}</h1>
<p>${escaped(byline)}</p>
${html}
`;
}

async function takeScreenshots(shown: readonly PagePreview[]): Promise<void> {
  if (shown.length === 0) return;
  await mkdir(join(folder, 'screenshots'), { recursive: true });
  const server = await preview({ server: { port: 0 }, logLevel: 'error' });
  const browser = await launchBrowser();
  for (const { path } of shown) {
    for (const width of widths)
      await takeScreenshot(browser, `http://localhost:${server.port}${path}`, {
        width,
        theme: 'light',
        file: join(folder, screenshotFile(path, width)),
      });
  }
  await browser.close();
  await server.stop();
}

async function write(name: string, text: string): Promise<void> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

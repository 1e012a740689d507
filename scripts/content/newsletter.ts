import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newsletterPath } from '#domain/site/addresses';
import { isoDay } from '#domain/text/dates';
import { isHidden } from '#domain/stories/embargo';
import { newestFirst } from '#domain/stories/story-dates';
import type { NewsletterIssue } from '#domain/stories/newsletter-issue';
import { buildTime } from '#loading/build-time';
import type { Collections } from '#loading/content';
import { readContent } from '#loading/read-content';
import { isDay } from '#schemas/dates';
import { dev } from 'astro';
import { stringify } from 'yaml';
import { readCommand } from '../command-line.ts';
import { issueHtml, issueText, type Sender } from './newsletter-mail.ts';

const usage = `Usage: npm run newsletter -- --since=YYYY-MM-DD [options]

Writes an issue of the newsletter: its file in content/newsletters/, and the mail as HTML and as plain text in .newsletter/.
Nothing is sent.

  --since=YYYY-MM-DD   the first day of the stories in the issue
  --date=YYYY-MM-DD    the day of the issue; without it, today
  --subject="…"        the subject; without it, the newest headline`;
const { values } = readCommand(usage, {
  since: { type: 'string' },
  date: { type: 'string' },
  subject: { type: 'string' },
});
const outFolder = '.newsletter';

/** Writes one issue: its file in the content, from which its page is built, and the mail as HTML and as plain text. */
async function writeIssue(): Promise<string[]> {
  const now = buildTime();
  const date = values.date ?? isoDay(now);
  if (!isDay(date) || date > isoDay(now))
    throw new Error(`\`${date}\` is not a day up to today. Write --date=YYYY-MM-DD.`);
  const { collections, problems } = readContent(process.cwd(), now);
  if (problems.some(({ warning }) => warning !== true))
    throw new Error('The content has problems. Run `npm run check` and fix them first.');
  const file = `content/newsletters/${date}.yaml`;
  const isNew = !existsSync(file);
  if (isNew) await writeSource(file, date, values, collections, now);
  else if (values.since !== undefined || values.subject !== undefined)
    throw new Error(
      `${file} exists already and is never overwritten. Change it by hand, then run the command with --date=${date} alone.`,
    );
  const issue = await readIssue(date);
  const sender = senderOf(collections);
  await mkdir(outFolder, { recursive: true });
  const [lead] = issue.stories;
  const picture = lead && (await pictureOf(lead.path));
  const html = await issueHtml(issue, sender, picture);
  await writeFile(join(outFolder, `${date}.html`), html);
  await writeFile(join(outFolder, `${date}.txt`), issueText(issue, sender));
  return [
    `${file}: ${isNew ? 'written; change subject and intro in it, then run the command again' : 'not changed'}`,
    `${outFolder}/${date}.html: the mail, ${Math.ceil(Buffer.byteLength(html) / 1000)} kB`,
    `${outFolder}/${date}.txt: the same as plain text`,
    ...(lead && picture === undefined
      ? [
          `dist${lead.path} is not built, so the mail has no picture. Run \`npm run build\`, then this command with --date=${date} alone.`,
        ]
      : []),
    `${sender.url}${issue.path}: its page, with the next build`,
    'Nothing was sent.',
  ];
}

async function writeSource(
  file: string,
  date: string,
  { since, subject }: { since?: string | undefined; subject?: string | undefined },
  { articles, reviews }: Collections,
  now: Date,
): Promise<void> {
  if (since === undefined || !isDay(since) || since > date)
    throw new Error(`Write --since=YYYY-MM-DD, a day up to ${date}: the issue lists what was published from then on.`);
  const stories = [...articles, ...reviews].filter(
    ({ data }) => !isHidden(data, now) && data.date.slice(0, 10) >= since && data.date.slice(0, 10) <= date,
  );
  const newest = stories.sort((a, b) => newestFirst(a.data, b.data))[0]?.data.title.slice(0, 120);
  await mkdir('content/newsletters', { recursive: true });
  await writeFile(
    file,
    stringify({ subject: subject ?? newest ?? 'Rankings and corrections', since }, { lineWidth: 0 }),
    { flag: 'wx' },
  );
}

/** The issue as the site shows it: a development server joins all content, answers once, and stops. */
async function readIssue(date: string): Promise<NewsletterIssue> {
  const server = await dev({ logLevel: 'error', server: { port: 0, host: '127.0.0.1', open: false } });
  try {
    const answer = await fetch(`http://127.0.0.1:${server.address.port}${newsletterPath(date)}issue.json`);
    if (!answer.ok)
      throw new Error(`The issue could not be made: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return (await answer.json()) as NewsletterIssue;
  } finally {
    await server.stop();
  }
}

/** The address of the picture that the built page of a story names for social media; undefined when the page is not built. */
async function pictureOf(path: string): Promise<string | undefined> {
  const file = join('dist', path, 'index.html');
  return existsSync(file)
    ? /<meta property="og:image" content="([^"]+)"/u.exec(await readFile(file, 'utf8'))?.[1]
    : undefined;
}

function senderOf({ site: [entry] }: Collections): Sender {
  if (!entry) throw new Error('content/site.yaml is missing.');
  const { name, url, language, address, contacts, newsletter } = entry.data;
  return { name, url, language, address, email: contacts.general, unsubscribe: newsletter.unsubscribe };
}

try {
  for (const line of await writeIssue()) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}

import { appendFileSync, readFileSync } from 'node:fs';
import { buildTime } from '#loading/build-time';
import type { NextChange } from '#domain/site/next-change';
import { readCommand, refuse } from '../command-line.ts';

/** Says whether a published site must be built again, because an embargo ended or a story is no longer new. */
const usage = `Usage: npm run due -- <address of the site, or of its next-change.json, or a file>

Prints whether the published site must be built again because of the date. Workflows run it on a schedule.`;
const { positionals } = readCommand(usage, {}, true);
const [from, ...more] = positionals;
if (from === undefined || more.length > 0) refuse(usage);
const { due, why } = await isDue(from, buildTime());
console.log(`${due ? 'Due' : 'Not due'}: ${why}`);
// What the steps of a workflow read.
if (process.env['GITHUB_OUTPUT']) appendFileSync(process.env['GITHUB_OUTPUT'], `due=${due}\n`);

/** Whether the published site must be built again. A site that does not answer is built: silence must not hold a story back. */
async function isDue(from: string, now: Date): Promise<{ due: boolean; why: string }> {
  let text: string;
  try {
    text = await read(from);
  } catch (error) {
    return { due: true, why: `${from} cannot be read (${(error as Error).message}).` };
  }
  const next = parse(text);
  if (next === undefined) return { due: true, why: `${from} does not say when.` };
  if (next.at === null) return { due: false, why: next.why };
  return { due: Date.parse(next.at) <= now.getTime(), why: `${next.at}. ${next.why}` };
}

async function read(from: string): Promise<string> {
  if (!/^https?:/u.test(from)) return readFileSync(from, 'utf8');
  const answer = await fetch(from.endsWith('.json') ? from : `${from.replace(/\/$/u, '')}/next-change.json`, {
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.text();
}

function parse(text: string): NextChange | undefined {
  try {
    const { at, why } = JSON.parse(text) as Partial<NextChange>;
    const known = at === null || (typeof at === 'string' && !Number.isNaN(Date.parse(at)));
    return known && typeof why === 'string' ? { at, why } : undefined;
  } catch {
    return undefined;
  }
}

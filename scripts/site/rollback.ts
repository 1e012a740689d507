import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCommand, refuse } from '../command-line.ts';
import { currentRelease, Refusal, releasesOf, rollBack } from './releases.ts';

/** Gives readers of a published folder an earlier release, or lists the releases. */
const { values, positionals } = readCommand(
  `Usage: npm run rollback -- <folder> [options]

Switches the link <folder>/current to the release before the current one. Nothing is built or deleted.

  --to=<release>  switch to this release, older or newer
  --list          only list the releases`,
  { to: { type: 'string' }, list: { type: 'boolean', default: false } },
  true,
);
const [folder, ...more] = positionals;
if (folder === undefined || folder === '' || more.length > 0)
  refuse('Name one published folder: npm run rollback -- /srv/megaton');
const target = resolve(folder);
if (!existsSync(join(target, 'releases'))) refuse(`${target} has no folder \`releases\`: nothing was published there.`);

try {
  if (values.list) {
    for (const name of releasesOf(target)) console.log(name === currentRelease(target) ? `${name} (current)` : name);
  } else {
    console.log(`Readers get ${await rollBack(target, values.to)} again.`);
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTime } from '#loading/build-time';
import { checkContent } from '../../src/loading/check-content.ts';
import { refuse } from '../command-line.ts';
import { publishedStories, UnknownCommit } from '../../src/loading/published.ts';
import { formats, report, type Format } from './report.ts';

const usage = 'Usage: npm run check -- [--format=text|github|json] [--base=<commit>] [files or folders below content/]';

/** Ends the command over how it was called. */
function misused(what: string): never {
  refuse(`${what}\n${usage}`);
}

function readOptions(): { format: Format; base: string | undefined; places: string[] } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { format: { type: 'string', default: 'text' }, base: { type: 'string' } } });
    const format = formats.find((known) => known === values.format);
    if (format === undefined) misused(`There is no format \`${values.format}\`.`);
    return { format, base: values.base, places: positionals.map(placeInContent) };
  } catch (error) {
    if (error instanceof TypeError) misused(error.message);
    throw error;
  }
}

/** A file or folder as problems name it. */
function placeInContent(path: string): string {
  const place = relative(process.cwd(), resolve(path)).split(sep).join('/');
  if (!/^content(?:\/|$)/u.test(place)) misused(`\`${path}\` is not below content/.`);
  if (!existsSync(path)) misused(`There is no \`${path}\`.`);
  return place;
}

const { format, base, places } = readOptions();
try {
  const { problems } = checkContent(process.cwd(), buildTime(), publishedStories(process.cwd(), base));
  const chosen = places.length === 0 ? problems : problems.filter(({ file }) => places.some((place) => file === place || file.startsWith(`${place}/`)));
  console.log(report(chosen, format));
  process.exitCode = chosen.some(({ warning }) => warning !== true) ? 1 : 0;
} catch (error) {
  if (!(error instanceof UnknownCommit)) throw error;
  misused(error.message);
}

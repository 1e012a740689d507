import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { visible } from '#domain/text/visible';
import { buildTime } from '#loading/build-time';
import { checkContent } from '#loading/check-content';
import { ContentError, listProblems } from '#loading/problem';
import { publishedStories, UnknownCommit } from '#loading/published';
import { readContent } from '#loading/read-content';
import { writeInferences } from '#loading/write-inferences';
import { readCommand, refuse } from '../command-line.ts';
import { formats, report } from './report.ts';

/** Reports every problem of the content. */
const usage = `Usage: npm run check -- [options] [files or folders in content/]

Checks all content and reports each problem with its file, line and column, and what to write instead.
With files or folders, only their problems are reported.

  --format=text     or github (notes in a pull request), or json
  --base=<commit>   also compares with what is published at this commit
  --fix             first computes the rank ranges of editions whose scores are new or changed; takes some seconds for each`;
const { values, positionals } = readCommand(
  usage,
  { format: { type: 'string', default: 'text' }, base: { type: 'string' }, fix: { type: 'boolean', default: false } },
  true,
);
const format = formats.find((known) => known === values.format) ?? misused(`There is no format \`${values.format}\`.`);
const paths = positionals.map(pathInContent);
try {
  if (values.fix)
    for (const file of writeInferences(process.cwd(), readContent(process.cwd(), buildTime())))
      console.error(`Written: ${file}`);
  const { problems } = checkContent(process.cwd(), buildTime(), publishedStories(process.cwd(), values.base));
  const chosen =
    paths.length === 0
      ? problems
      : problems.filter(({ file }) => paths.some((path) => file === path || file.startsWith(`${path}/`)));
  console.log(report(chosen, format));
  process.exitCode = chosen.some(({ warning }) => warning !== true) ? 1 : 0;
} catch (error) {
  if (error instanceof ContentError) {
    console.error(listProblems(error.problems).join('\n'));
    process.exitCode = 1;
  } else if (error instanceof UnknownCommit) misused(error.message);
  else throw error;
}

/** Ends the command because it was called wrongly. */
function misused(what: string): never {
  refuse(`${visible(what)}\n${usage.split('\n')[0]}`);
}

/** A file or folder as problems name it. */
function pathInContent(written: string): string {
  const path = relative(process.cwd(), resolve(written)).split(sep).join('/');
  if (!/^content(?:\/|$)/u.test(path)) misused(`\`${written}\` is not in content/.`);
  if (!existsSync(written)) misused(`There is no \`${written}\`.`);
  return path;
}

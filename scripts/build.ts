import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildTime } from '#loading/build-time';
import { formatProblem, isError } from '#loading/problem';
import { build } from 'astro';
import type { CustomRecord } from 'pagefind';
import { checkContent } from './check-content.ts';
import { redirectsOf } from './redirects.ts';
import { makeSearchIndex } from './search-index.ts';

const dist = 'dist';
const records = join(dist, 'search-records.json');

const now = buildTime();
const { collections, problems } = checkContent(process.cwd(), now);
const errors = problems.filter(isError);
if (errors.length > 0) {
  for (const problem of errors) console.error(formatProblem(problem));
  console.error('The site was not built: mend the content first.');
  process.exit(1);
}
await build({ logLevel: 'warn' });
const files = await makeSearchIndex(JSON.parse(await readFile(records, 'utf8')) as CustomRecord[]);
for (const { path, content } of files) {
  const target = join(dist, 'pagefind', path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
await rm(records);
await writeFile(join(dist, '_redirects'), redirectsOf(collections, now));
console.log(`The site is in ${dist}/.`);

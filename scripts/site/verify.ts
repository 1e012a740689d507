import { visible } from '#domain/text/visible';
import { buildTime } from '#loading/build-time';
import { readContent } from '#loading/read-content';
import { checks, problemsOf } from '#integrations/verify/checks';
import { countStories } from '#integrations/verify/counts';
import { observatoryScore, policyFindings } from '#integrations/verify/policy';
import { wronglyServed } from '#integrations/verify/served';
import { openSite } from '#integrations/verify/site';
import { builtSite, count, readCommand } from '../command-line.ts';
import { hasNginx, runNginx } from './run-nginx.ts';

/** Runs every check on the whole site in `dist/`. */
readCommand(
  `Usage: npm run verify

Checks every file in dist/, rates its headers, and serves it with nginx if nginx is installed.
The build does the same checks, but only reads the files that it wrote.`,
  {},
);
const now = buildTime();
const folder = builtSite();
const { collections: content } = readContent(process.cwd(), now);
const site = await openSite(folder, content.site[0]?.data.url ?? '');
const checked = { site, content, now };

const problems = await problemsOf(checks, checked);
const { sources, pages, feed, search } = countStories(checked);
console.log(
  `Stories: ${sources.length} in the content, ${pages.length} pages, ${feed.length} in the feed, ${search} in the search.`,
);
console.log(`Files: ${site.files.length}; ${checks.length} checks.`);

const headers = site.text('/_headers');
const { score, grade, remarks } = observatoryScore(headers, '/');
console.log(`Headers: ${score} by the rules of Mozilla Observatory, ${grade}. ${remarks.join('; ')}.`);
if (score < 125) problems.push(`The headers score ${score}; they must score 125.`);
problems.push(...policyFindings(headers, '/').map((finding) => `The policy: ${finding}`));

if (hasNginx()) {
  const nginx = await runNginx(folder);
  const served = await wronglyServed({ origin: nginx.origin, folder, compressed: [] });
  await nginx.stop();
  problems.push(...served);
  console.log(`nginx: ${count(served.length, 'problem')}.`);
} else {
  console.log('nginx: not installed, so the site was not served with it.');
}

for (const problem of problems) console.error(visible(problem));
console.log(problems.length === 0 ? 'No problem found.' : `${count(problems.length, 'problem')} found.`);
process.exitCode = problems.length === 0 ? 0 : 1;

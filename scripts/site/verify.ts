import { buildTime } from '#loading/build-time';
import { readContent } from '#loading/read-content';
import { builtSite } from '../command-line.ts';
import { count } from '../progress.ts';
import { hasNginx, runNginx } from './run-nginx.ts';
import { allChecks, faultsOf } from '../../src/integrations/verify/checks.ts';
import { countStories } from '../../src/integrations/verify/counts.ts';
import { policyFindings, observatoryScore } from '../../src/integrations/verify/judges.ts';
import { wronglyServed } from '../../src/integrations/verify/served.ts';
import { openSite } from '../../src/integrations/verify/site.ts';

/** Runs every check on the site in `dist/`, judges its headers, and serves it with a real nginx where there is one. */
const now = buildTime();
const folder = builtSite();
const { collections: content } = readContent(process.cwd(), now);
const site = await openSite(folder, content.site[0]?.data.url ?? '');
const checked = { site, content, now };

const faults = await faultsOf(allChecks, checked);
const { sources, pages, feed, search } = countStories(checked);
console.log(`Stories: ${sources.length} in the content, ${pages.length} pages, ${feed.length} in the feed, ${search.length} in the search.`);
console.log(`Files: ${site.files.length}, and ${site.twins.length} compressed twins; ${allChecks.length} checks.`);

const { score, grade, remarks } = observatoryScore(site.text('/_headers'), '/');
console.log(`Headers: ${score} by the rules of Mozilla Observatory, ${grade}. ${remarks.join('; ')}.`);
if (score < 125) faults.push(`The headers score ${score}, and 125 are wanted.`);
faults.push(...policyFindings(site.text('/_headers'), '/').map((finding) => `The policy: ${finding}`));

if (hasNginx()) {
  const nginx = await runNginx(folder);
  const compressed = nginx.brotli ? (['br', 'gzip'] as const) : (['gzip'] as const);
  const served = await wronglyServed({ origin: nginx.origin, folder, compressed });
  await nginx.stop();
  faults.push(...served);
  console.log(`nginx: served${nginx.brotli ? ' with brotli and gzip' : ' with gzip; its module for brotli is not installed'}, ${count(served.length, 'fault')}.`);
} else {
  console.log('nginx: not installed, so the site was not served with it.');
}

for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'The site is right.' : `${count(faults.length, 'fault')} in the site.`);
process.exitCode = faults.length === 0 ? 0 : 1;

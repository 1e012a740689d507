import { readRedirects } from '../redirects.ts';
import type { Checked } from './checks.ts';
import { addressOf } from './addresses.ts';

/** Part of the pages that may go at once, and a number that may always go. */
const most = 0.1;
const few = 10;

/**
 * Pages of the last site that are gone and have no redirect, when they are so many that something is wrong: content
 * that was not there, a clock, a branch.
 */
export function lostAddresses({ site, last: before, acceptsLoss = false }: Checked): string[] {
  if (before === undefined || acceptsLoss) return [];
  const redirected = new Set(readRedirects(site.text('/_redirects')).map(({ from }) => from));
  const lost = before.filter((path) => !site.has(path) && !redirected.has(addressOf(path))).map(addressOf);
  if (lost.length <= Math.max(few, before.length * most)) return [];
  return [`${lost.length} of ${before.length} pages of the last site are gone and have no redirect, ${lost.slice(0, 5).join(', ')} among them. When that is meant: npm run build -- --accept-loss`];
}

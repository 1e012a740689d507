import type { Collections } from '#loading/content';
import { lostAddresses } from '../../../scripts/verify/change.ts';
import { unequalCounts } from './counts.ts';
import { wrongHeadlines } from './headlines.ts';
import { hiddenStories } from './hidden.ts';
import { brokenLinks } from './links.ts';
import { foreignScripts, untrustedMarkup } from './markup.ts';
import type { BuiltSite } from './site.ts';
import { wrongTwins } from '../../../scripts/verify/twins.ts';

/** What checks look at. */
export interface Checked {
  site: BuiltSite;
  /** The content that the site was built from. */
  content: Collections;
  /** The moment of the build. */
  now: Date;
  /** Paths of the pages of the last site. */
  last?: readonly string[] | undefined;
  /** True when the loss of many addresses is meant. */
  acceptsLoss?: boolean;
  /** True for a site that shows drafts on purpose and is not published. */
  preview?: boolean;
}

/** Finds everything of one kind that is wrong; an empty list means that the site is right. */
export type Check = (checked: Checked) => string[] | Promise<string[]>;

/** What is wrong with single files: their type, their markup, what pictures tell, feeds. */
export const faultsOfFiles: Check = ({ site }) => site.files.flatMap((path) => site.facts(path).faults);

/** What a build looks at before it publishes. */
export const checksBeforePublishing: readonly Check[] = [faultsOfFiles, brokenLinks, untrustedMarkup, foreignScripts, hiddenStories, unequalCounts, wrongHeadlines, lostAddresses];

/** Everything that files alone can show. */
export const allChecks: readonly Check[] = [...checksBeforePublishing, wrongTwins];

export async function faultsOf(checks: readonly Check[], checked: Checked): Promise<string[]> {
  const found: string[] = [];
  for (const check of checks) found.push(...(await check(checked)));
  return found;
}

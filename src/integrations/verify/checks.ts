import type { Collections } from '#loading/content';
import { unequalCounts } from './counts.ts';
import { wrongSearchIndex } from './search-index.ts';
import { hiddenStories } from './hidden.ts';
import { brokenLinks } from './links.ts';
import { foreignScripts, pagesWithoutPolicy, untrustedMarkup } from './markup.ts';
import type { BuiltSite } from './site.ts';

/** What checks look at. */
export interface Checked {
  site: BuiltSite;
  /** The content that the site was built from. */
  content: Collections;
  /** The moment of the build. */
  now: Date;
  /** True for a site that shows drafts on purpose and is not published. */
  preview?: boolean;
}

/** Finds everything of one kind that is wrong; an empty list means that the site is right. */
export type Check = (checked: Checked) => string[] | Promise<string[]>;

/** What is wrong with single files: their type, their markup, metadata of pictures, feeds. */
export const problemsOfFiles: Check = ({ site }) => site.files.flatMap((path) => site.facts(path).faults);

/** Everything that files alone can show. */
export const checks: readonly Check[] = [
  problemsOfFiles,
  brokenLinks,
  untrustedMarkup,
  foreignScripts,
  pagesWithoutPolicy,
  hiddenStories,
  unequalCounts,
  wrongSearchIndex,
];

/** Everything that is wrong, in words for who runs the build. */
export async function problemsOf(chosen: readonly Check[], checked: Checked): Promise<string[]> {
  const found: string[] = [];
  for (const check of chosen) found.push(...(await check(checked)));
  return found;
}

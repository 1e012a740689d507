import type { Checked } from './checks.ts';
import { factsOf, type PageFacts } from './page-facts.ts';
import { addressOf, fileOf } from './addresses.ts';
import type { BuiltSite } from './site.ts';

type Linking = Pick<PageFacts, 'address' | 'ids' | 'links' | 'loads'>;

/**
 * Where a page or a feed leads on this site.
 * @param home address of the site, without a slash at its end
 * @returns paths with their anchors, each once; and links to places that the page itself should have
 */
export function linksOf(
  { address, ids, links, loads }: Linking,
  home: string,
): { targets: string[]; faults: string[] } {
  const targets = new Set<string>();
  const faults: string[] = [];
  for (const link of new Set([...links, ...loads])) {
    const target = insideOf(link, address, home);
    if (target === undefined) continue;
    if (target.path !== address) targets.add(target.anchor === '' ? target.path : `${target.path}#${target.anchor}`);
    else if (target.anchor !== '' && ids.size > 0 && !isAmong(target.anchor, ids))
      faults.push(`${address}: the link to ${link} leads to a place that is not on that page.`);
  }
  return { targets: [...targets], faults };
}

/** Links and pictures of pages and feeds that lead nowhere on the site, anchors included. */
export function brokenLinks({ site, content }: Checked): string[] {
  const sources = site.files.filter((path) => site.facts(path).targets !== undefined);
  const targets = new Set(sources.flatMap((path) => site.facts(path).targets ?? []));
  const broken = new Map(
    [...targets]
      .map((target) => [target, faultOf(target, site)] as const)
      .filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  if (broken.size === 0) return [];
  const home = content.site[0]?.data.url ?? '';
  return sources
    .filter((path) => site.facts(path).targets?.some((target) => broken.has(target)))
    .flatMap((path) => brokenLinksOf(path, broken, site, home));
}

/** What is wrong with a target; undefined when it is there. */
function faultOf(target: string, site: BuiltSite): string | undefined {
  const [path = '', anchor] = target.split('#');
  const file = fileOf(path);
  if (!site.has(file)) return 'leads nowhere';
  const { ids } = site.facts(file);
  return anchor !== undefined && file.endsWith('.html') && !isAmong(anchor, new Set(ids))
    ? 'leads to a place that is not on that page'
    : undefined;
}

/** The broken links of a file as they are written there; those of feeds in full, as they must be. */
function brokenLinksOf(path: string, broken: ReadonlyMap<string, string>, site: BuiltSite, home: string): string[] {
  const address = addressOf(path);
  if (!path.endsWith('.html'))
    return (site.facts(path).targets ?? []).flatMap((target) =>
      broken.has(target) ? [`${address}: the link to ${home}${target} ${broken.get(target) ?? ''}.`] : [],
    );
  const { links, loads, ids } = factsOf(address, site.text(path));
  return [...new Set([...links, ...loads])].flatMap((link) =>
    linksOf({ address, ids, links: [link], loads: [] }, home).targets.flatMap((target) =>
      broken.has(target) ? [`${address}: the link to ${link} ${broken.get(target) ?? ''}.`] : [],
    ),
  );
}

/** Where a link leads on this site; undefined when it leads elsewhere. A full address of a page that has none yet is a statement, not a link. */
function insideOf(link: string, from: string, home: string): { path: string; anchor: string } | undefined {
  const base = new URL(from, 'https://site.invalid');
  const url = URL.parse(link.startsWith(`${home}/`) ? link.slice(home.length) : link, base);
  if (url?.origin !== base.origin) return undefined;
  // The error page is at any address.
  if (url.pathname === '/404/') return undefined;
  return { path: decode(url.pathname), anchor: url.hash.slice(1) };
}

/** Browsers look for an anchor as it is written, then decoded. See https://html.spec.whatwg.org/multipage/browsing-the-web.html#scrolling-to-a-fragment */
const isAmong = (anchor: string, ids: ReadonlySet<string>): boolean => ids.has(anchor) || ids.has(decode(anchor));

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

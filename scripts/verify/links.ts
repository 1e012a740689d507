import type { Checked } from './checks.ts';
import { feedsOf } from './feeds.ts';
import { factsOf, type PageFacts } from './page-facts.ts';
import { fileOf, type BuiltSite } from './site.ts';

/** Links and pictures of pages and feeds that lead nowhere on the site, anchors included. */
export function brokenLinks({ site, content }: Checked): string[] {
  const home = content.site[0]?.data.url ?? '';
  const anchors = new Map(site.pages.map(({ address, ids }) => [address, ids]));
  const fromPages = site.pages.flatMap((page) => broken(page, home, site, anchors));
  const fromFeeds = feedsOf(site).flatMap(({ path, bodies, addresses }) => {
    const inBodies = bodies.map((html) => factsOf(path, html));
    const all = [...addresses, ...inBodies.flatMap(({ links, loads }) => [...links, ...loads])].filter((address) => address.startsWith(`${home}/`));
    return broken({ address: path, links: [...new Set(all)], loads: [] }, home, site, anchors);
  });
  return [...fromPages, ...fromFeeds];
}

function broken({ address, links, loads }: Pick<PageFacts, 'address' | 'links' | 'loads'>, home: string, site: BuiltSite, anchors: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...new Set([...links, ...loads])].flatMap((link) => {
    const target = insideOf(link, address, home);
    if (target === undefined) return [];
    if (!site.has(decode(fileOf(target.path)))) return [`${address}: the link to ${link} leads nowhere.`];
    const missing = target.anchor !== '' && anchors.has(target.path) && !anchors.get(target.path)?.has(decode(target.anchor));
    return missing ? [`${address}: the link to ${link} leads to a place that is not on that page.`] : [];
  });
}

/** Where a link leads on this site; undefined when it leads elsewhere. A full address of a page that has none yet is a statement, not a link. */
function insideOf(link: string, from: string, home: string): { path: string; anchor: string } | undefined {
  const base = new URL(from, 'https://site.invalid');
  const url = URL.parse(link.startsWith(`${home}/`) ? link.slice(home.length) : link, base);
  if (url?.origin !== base.origin) return undefined;
  // The error page stands at any address.
  if (url.pathname === '/404/') return undefined;
  return { path: url.pathname, anchor: url.hash.slice(1) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

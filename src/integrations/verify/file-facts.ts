import { hashSource } from '../host-files/inline-styles.ts';
import { feedFaults, readFeed, type Feed } from './feeds.ts';
import { linksOf } from './links.ts';
import { markupProblems, stylesInPicture } from './markup.ts';
import { factsOf, type PageFacts } from './page-facts.ts';
import { pictureFaults } from './pictures.ts';
import { addressOf } from './addresses.ts';
import { typeFaults } from './types.ts';

/** What checks know of a file, whatever else the site holds. It follows from path, bytes and the address of the site alone. */
export interface FileFacts {
  /** What is wrong with the file as it is. */
  faults: readonly string[];
  /** Where its links lead on this site, as paths with their anchors, each once. */
  targets?: readonly string[];
  /** Anchors. */
  ids?: readonly string[];
  /** Other sites that forms are sent to. */
  forms?: readonly string[];
  /** Styles within a page, as a policy names them. */
  styles?: readonly string[];
  /** A feed: addresses of its items on this site, and the feed that holds what is older. */
  feed?: { items: readonly string[]; older?: string };
}

/**
 * Reads a file for the checks.
 * @param home address of the site, without a slash at its end
 */
export async function factsOfFile(path: string, bytes: Buffer, home: string): Promise<FileFacts> {
  const faults = [...typeFaults(path, bytes), ...(await pictureFaults(path, bytes))];
  if (path.endsWith('.html')) return factsOfPage(factsOf(addressOf(path), bytes.toString('utf8')), home, faults);
  if (path.endsWith('.svg')) {
    const picture = factsOf(path, bytes.toString('utf8'), true);
    return factsOfPage(picture, home, [...faults, ...stylesInPicture(picture)]);
  }
  if (!/\.(?:xml|json)$/u.test(path)) return { faults };
  const read = readFeed(path, bytes.toString('utf8'));
  if (read === undefined) return { faults };
  return typeof read === 'string' ? { faults: [...faults, read] } : factsOfFeed(read, home, faults);
}

function factsOfPage(page: PageFacts, home: string, faults: readonly string[]): FileFacts {
  const { targets, faults: badLinks } = linksOf(page, home);
  return {
    faults: [...faults, ...badLinks, ...markupProblems(page)],
    ...filled({
      targets,
      ids: [...page.ids],
      forms: [...new Set(page.forms)],
      styles: page.inlineStyles.map(hashSource),
    }),
  };
}

function factsOfFeed(feed: Feed, home: string, faults: readonly string[]): FileFacts {
  const bodies = feed.bodies.map((html) => factsOf(feed.path, html));
  const addresses = [...feed.addresses, ...bodies.flatMap(({ links, loads }) => [...links, ...loads])].filter(
    (address) => address.startsWith(`${home}/`),
  );
  const { targets } = linksOf({ address: feed.path, ids: new Set(), links: addresses, loads: [] }, home);
  const dangers = bodies.flatMap((body) => [...body.dangers, ...body.inlineStyles.map(() => '<style>')]);
  const inSite = (address: string | undefined): string => (address ?? '').replace(home, '');
  return {
    faults: [...faults, ...feedFaults(feed), ...dangers.map((danger) => `${feed.path}: holds ${danger}.`)],
    ...filled({ targets }),
    feed: {
      items: feed.items.map(({ link }) => inSite(link)),
      ...(feed.older !== undefined && { older: inSite(feed.older) }),
    },
  };
}

/** Without empty lists. */
const filled = <Lists extends Record<string, readonly unknown[]>>(lists: Lists): Partial<Lists> =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<Lists>;

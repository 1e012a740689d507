import { boardPath } from '#domain/site/addresses';
import type { Frame, Menu } from '#domain/site/frame';
import type { Catalogue } from './catalogue.ts';
import { latestBoard } from './leaderboards/leaderboards.ts';
import { searchYears } from './site/search.ts';

/** What every page shows around its own matter, from `content/site.yaml`. */
export function frameOf(catalogue: Catalogue): Frame {
  const { site } = catalogue;
  const {
    name,
    url,
    language,
    tagline,
    mission,
    description,
    contacts,
    address,
    newsletter,
    contentLicence,
    dataLicence,
    policies,
    repository,
    offline,
  } = site;
  const board = latestBoard(site.strip.board, catalogue);
  const year = catalogue.now.getUTCFullYear();
  const { holder, since } = site.copyright;
  return {
    site: { name, url, language, tagline, mission, description },
    menus: site.menus.main.map(({ label, path, links }): Menu => ({
      label,
      path,
      links: links === 'boards' ? boardLinks(catalogue) : (links ?? []),
    })),
    footer: site.menus.footer,
    contacts,
    address,
    newsletter,
    strip: board && { board, limit: site.strip.limit },
    copyright: `© ${since < year ? `${since}–${year}` : year} ${holder}`,
    contentLicence,
    dataLicence,
    publisher: holder,
    policies,
    repository,
    // A browser that kept pages of a development server would show them again when it is gone.
    offline: offline && !import.meta.env.DEV,
    searchYears: searchYears(catalogue),
  };
}

/** A board without an edition has no page. */
const boardLinks = ({ boards, editions }: Catalogue) =>
  [...boards].filter(([id]) => editions.has(id)).map(([id, { data }]) => ({ label: data.name, path: boardPath(id) }));

import type { Board } from '../ranking/board/leaderboard.ts';
import type { Link } from '../stories/story.ts';

/** A menu of the masthead; with `links` it opens. */
export interface Menu extends Link {
  links: Link[];
}

/** The newsletter form; without an address it offers the feed instead. */
export interface Newsletter {
  action: string;
  title: string;
  text: string;
}

/** Pages on how the newsroom works, as paths. */
export interface Policies {
  corrections: string;
  ethics: string;
  ownership: string;
  masthead: string;
  security: string;
}

/** Where the files of the site are at GitHub. */
export interface Repository {
  url: string;
  branch: string;
}

/** What every page shows around its own matter. */
export interface Frame {
  site: { name: string; url: string; language: string; tagline: string; mission: string; description: string };
  menus: Menu[];
  footer: { label: string; links: Link[] }[];
  contacts: { general: string; media: string; sponsorships: string };
  address: string[];
  newsletter: Newsletter;
  /** The board of the strip, and how many of its rows are shown. */
  strip?: { board: Board; limit: number } | undefined;
  /** `© 2026 Megaton Inc` */
  copyright: string;
  contentLicence: string;
  /** Licence of the data of trackers. */
  dataLicence?: { name: string; url: string; credit: string } | undefined;
  /** Who publishes the site, as a company. */
  publisher: string;
  policies: Policies;
  /** undefined when readers are not pointed to the files of the site. */
  repository?: Repository | undefined;
  /** Whether browsers keep the pages that a reader has opened. */
  offline: boolean;
  /** Years with an index of their own in the search, newest first. */
  searchYears: string[];
}

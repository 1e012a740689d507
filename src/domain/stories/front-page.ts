import { fullMoment, hasTime } from '../text/dates.ts';

/** Something that an editor put on the front page. */
interface Timed {
  /** Up to when it is shown: a moment in UTC, or a day, to its end. */
  until?: string | undefined;
}

/** A line above everything else of the front page. */
export interface Banner {
  text: string;
  /** A path of this site or a full address. */
  link?: string | undefined;
}

/** What an editor puts on the front page. Stories are named as {@link storyName} reads them. */
export interface FrontPagePlan {
  lead?: ({ story: string } & Timed) | undefined;
  second: readonly ({ story: string } & Timed)[];
  banner?: (Banner & Timed) | undefined;
  package?: ({ label: string; stories: readonly string[] } & Timed) | undefined;
}

/** The front page with its stories, each in one place only. */
export interface FrontPage<Story> {
  lead: Story | undefined;
  second: Story[];
  banner: Banner | undefined;
  package: { label: string; stories: Story[] } | undefined;
  latest: Story[];
  reviews: Story[];
}

/** The stories that may be shown, newest first. */
export interface FrontPageStories<Story> {
  articles: readonly Story[];
  reviews: readonly Story[];
  /** A story by its name; undefined for one that may not be shown. */
  find: (name: string) => Story | undefined;
}

const secondTier = 3;
const latestCount = 10;
const reviewCount = 3;

/** Reads the name of a story: `slug`, `article:slug` or `review:slug`. */
export function storyName(name: string): { kind: 'article' | 'review' | undefined; slug: string } {
  const [, kind, slug = name] = /^(article|review):(.*)$/u.exec(name) ?? [];
  return { kind: kind as 'article' | 'review' | undefined, slug };
}

/** The moment from which something is no longer shown. */
function endOf(until: string): Date {
  const start = new Date(fullMoment(until));
  return hasTime(until) ? start : new Date(start.getTime() + 86_400_000);
}

/** True for what an editor wanted to be shown only up to a moment that has come. */
export const isOver = ({ until }: Timed, now: Date): boolean => until !== undefined && endOf(until) <= now;

/** The moments at which places of the front page run out, past ones too. */
export function frontPageEnds({ lead, second, banner, package: stories }: FrontPagePlan): Date[] {
  return [lead, ...second, banner, stories].flatMap((part) => (part?.until === undefined ? [] : [endOf(part.until)]));
}

/**
 * Puts every story into its place: first what the editor chose, then the newest into what is left empty. A choice that is
 * over, that may not be shown or that has a place already is left out.
 */
export function arrangeFrontPage<Story>(
  plan: FrontPagePlan,
  { articles, reviews, find }: FrontPageStories<Story>,
  now: Date,
): FrontPage<Story> {
  const taken = new Set<Story>();
  const take = (stories: readonly (Story | undefined)[], count: number): Story[] => {
    const free = new Set(stories.filter((story) => story !== undefined && !taken.has(story)) as Story[]);
    const chosen = [...free].slice(0, count);
    for (const story of chosen) taken.add(story);
    return chosen;
  };
  const present = <Part extends Timed>(part: Part | undefined): Part[] => (part && !isOver(part, now) ? [part] : []);
  const chosen = (places: readonly ({ story: string } & Timed)[]): Story[] =>
    take(
      places.flatMap(present).map(({ story }) => find(story)),
      places.length,
    );

  const [lead] = chosen(plan.lead ? [plan.lead] : []);
  const second = chosen(plan.second);
  const [packaged] = present(plan.package).map(({ label, stories }) => ({
    label,
    stories: take(stories.map(find), stories.length),
  }));
  const [banner] = present(plan.banner).map(({ text, link }) => ({ text, link }));
  return {
    lead: lead ?? take(articles, 1)[0],
    second: [...second, ...take(articles, secondTier - second.length)],
    banner,
    package: packaged && packaged.stories.length > 0 ? packaged : undefined,
    latest: take(articles, latestCount),
    reviews: take(reviews, reviewCount),
  };
}

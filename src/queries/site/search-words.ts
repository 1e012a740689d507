import { correctionsPath, feedsPath, newsletterPath, newsPath, topicsPath, trackersPath } from '#domain/site/addresses';
import type { TrackerId } from '#domain/subjects/tracker';

/** Words with which readers look for any board. */
export const boardWords: readonly string[] = [
  'best model',
  'top leading strongest winner',
  'state of the art sota',
  'number one top 10 top ten top 5 top five',
  'ranking leaderboard',
];

const cheap = ['cheapest cheap', 'price per second', 'api price', 'cost in dollars and cents', 'best value for money'];
const sound = ['best with sound', 'native audio', 'voice speech dialogue music'];
const open = ['best open source', 'open weights', 'free', 'run locally on your own computer', 'download local offline'];
const picture = ['best image to video', 'animate a picture photo', 'first frame'];
const long = ['longest clip', 'duration length', 'long videos in seconds'];

/** Words with which readers look for a board in another order, for some of its rows, or for a ranking by need. */
const views: Readonly<Record<string, readonly string[]>> = {
  price: cheap,
  released: ['newest models', 'release date', 'latest new'],
  clip: long,
  votes: ['most votes', 'popular'],
  'under-10-cents': cheap,
  sound,
  'open-weights': open,
  'image-to-video': picture,
  'your-ranking': ['which model should i use', 'choose filter find', 'recommendation', 'my own weights needs'],
  'cheap-with-sound': [...cheap, ...sound],
  'from-a-picture': [...cheap, ...picture],
  'long-clips': long,
};

/** @param id of a filter, a sort or a preset */
export const wordsOfView = (id: string): readonly string[] => views[id] ?? [];

/** Words with which readers look for a tracker. */
export const wordsOfTracker: Readonly<Record<TrackerId, readonly string[]>> = {
  lawsuits: ['court cases hearing judge ruling', 'next court date', 'who sues whom copyright litigation'],
  rules: ['laws regulation acts bills', 'deadline applies from', 'what is required'],
  launches: ['releases release calendar', 'new models by date', 'upcoming'],
  prices: ['price list history', 'price per second', 'api prices cost over time', 'cheapest'],
};

/** A page whose title and words are not in a file of `content/`. */
interface StandingPage {
  title: string;
  path: string;
  aliases?: readonly string[];
  keywords?: readonly string[];
}

/** Lists and tools; the search finds them by these names and words. */
export const standingPages: readonly StandingPage[] = [
  { title: 'News', path: newsPath(), aliases: ['stories', 'articles'], keywords: ['latest newest new stories today'] },
  {
    title: 'Leaderboards',
    path: '/leaderboards/',
    aliases: ['boards', 'rankings'],
    keywords: ['all ranks benchmarks', 'data download csv json dataset'],
  },
  { title: 'Reviews', path: '/reviews/', keywords: ['tests tested verdict'] },
  {
    title: 'Models',
    path: '/models/',
    aliases: ['all models', 'list of models', 'AI video', 'video models', 'AI video models', 'AI video generators'],
    keywords: ['catalogue'],
  },
  {
    title: 'Providers',
    path: '/providers/',
    aliases: ['companies', 'makers', 'labs'],
    keywords: ['company who makes ai video'],
  },
  { title: 'Topics', path: topicsPath, aliases: ['subjects'], keywords: ['follow a subject timeline'] },
  { title: 'Trackers', path: trackersPath, keywords: ['tables timelines data download csv json'] },
  {
    title: 'Compare models',
    path: '/compare/',
    aliases: ['comparison', 'versus', 'vs'],
    keywords: ['side by side difference'],
  },
  {
    title: 'Feeds',
    path: feedsPath,
    aliases: ['RSS', 'RSS feed', 'Atom', 'JSON feed', 'OPML', 'follow'],
    keywords: ['subscribe reader xml podcast updates notifications'],
  },
  {
    title: 'Newsletter',
    path: newsletterPath(),
    aliases: ['mailing list'],
    keywords: ['email subscribe sign up weekly issues'],
  },
  { title: 'Corrections', path: correctionsPath, aliases: ['errata'], keywords: ['corrected errors mistakes wrong'] },
  { title: 'Archive', path: '/archive/', keywords: ['all old stories by month year past'] },
  { title: 'Products', path: '/products/', keywords: ['tools that Megaton makes'] },
];

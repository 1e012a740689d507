import { absolute, feedListPath, feedsPath, markdownPath, sitemapIndexPath, trackerPath } from '#domain/site/addresses';
import type { Frame } from '#domain/site/frame';
import type { Board } from '#domain/ranking/board/leaderboard';
import type { TopicCard } from '#domain/subjects/topic';
import { trackerIds, trackers } from '#domain/subjects/tracker';
import type { StoryCard } from '#domain/stories/story';

/** Stories that `llms.txt` lists. */
export const llmsStories = 50;

/**
 * The text of `llms.txt`: what the site is and where its pages are as Markdown.
 * @param stories the newest ones, at most {@link llmsStories}
 * @see https://llmstxt.org/
 */
export function llmsTxt(
  { site, policies, contentLicence }: Frame,
  stories: readonly StoryCard[],
  boards: readonly Board[],
  topics: readonly TopicCard[],
): string {
  const link = (label: string, path: string, about?: string): string =>
    `- [${label.replace(/[[\]\\]/gu, '\\$&')}](${absolute(path, site.url)})${about === undefined || about === '' ? '' : `: ${about}`}`;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
  return [
    `# ${site.name}`,
    '',
    `> ${site.tagline}. ${site.description}`,
    '',
    `Every article, review, board, topic and tracker is also Markdown: add \`index.md\` to its address. ${contentLicence}`,
    '',
    ...section(
      'Leaderboards',
      boards.map((board) => link(board.name, markdownPath(board.path), `${board.finding} ${board.date.text}.`)),
    ),
    ...section(
      'Topics',
      topics.map(({ name, path, lead }) => link(name, markdownPath(path), lead)),
    ),
    ...section(
      'Trackers',
      trackerIds.map((id) => link(trackers[id].name, markdownPath(trackerPath(id)), trackers[id].description)),
    ),
    ...section(
      'Newest stories',
      stories.map((story) => link(story.title, markdownPath(story.path), story.dek)),
    ),
    ...section('How the newsroom works', [
      link('Corrections and sources', policies.corrections),
      link('Ethics', policies.ethics),
      link('Ownership', policies.ownership),
      link('How ranks are made', '/method/'),
    ]),
    ...section('Optional', [
      link('All feeds', feedsPath),
      link('All feeds as OPML', feedListPath),
      link('Sitemaps', sitemapIndexPath),
      link('Models', '/models/'),
      link('Archive', '/archive/'),
    ]),
  ].join('\n');
}

/** The text of `humans.txt`, see https://humanstxt.org/. */
export function humansTxt({ site, publisher, policies, contacts }: Frame): string {
  return [
    '/* TEAM */',
    `Publisher: ${publisher}`,
    `Masthead: ${absolute(policies.masthead, site.url)}`,
    `Contact: ${contacts.general}`,
    '',
    '/* SITE */',
    `Language: ${site.language}`,
    'Made of: plain files, no tracker, no cookie',
    `Corrections: ${absolute(policies.corrections, site.url)}`,
    '',
  ].join('\n');
}

/**
 * The web manifest.
 * @see https://www.w3.org/TR/appmanifest/
 */
export function webManifest({ site }: Frame): string {
  const icon = (size: number, purpose: 'any' | 'maskable', src: string): Record<string, string> => ({
    src,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: '/',
    name: `${site.name}: ${site.tagline}`,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    categories: ['news'],
    icons: [
      icon(192, 'any', '/icon-192.png'),
      icon(512, 'any', '/icon-512.png'),
      icon(512, 'maskable', '/icon-maskable-512.png'),
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

import { isOver, storyName } from '#domain/stories/front-page';
import { embargoEnd } from '#domain/stories/embargo';
import { isoMoment } from '#domain/text/dates';
import { nearest } from '#domain/text/nearest';
import { problemIn, warn, type Content, type Entry, type EntryProblem } from '../content.ts';
import type { Path } from '../files/yaml.ts';
import { isKnownPath, pathsOf } from './site-paths.ts';

/** Choices of the front page that name what is not there, or that readers do not see. */
export function* frontPageRules(content: Content, now: Date): Iterable<EntryProblem> {
  for (const entry of content.collections.frontPage) {
    yield* storyPlaces(entry, content, now);
    yield* overParts(entry, now);
    yield* bannerLink(entry, content);
  }
}

type FrontPageEntry = Entry<'frontPage'>;

/** A story that the front page names. */
interface StoryPlace {
  path: Path;
  name: string;
  /** The part of the file, in words for a message. */
  part: string;
  over: boolean;
}

function namedStories({ data }: FrontPageEntry, now: Date): StoryPlace[] {
  const { lead, second, package: stories } = data;
  return [
    ...(lead ? [{ path: ['lead', 'story'], name: lead.story, part: 'lead', over: isOver(lead, now) }] : []),
    ...second.map((place, index) => ({
      path: ['second', index, 'story'],
      name: place.story,
      part: 'second',
      over: isOver(place, now),
    })),
    ...(stories?.stories ?? []).map((name, index) => ({
      path: ['package', 'stories', index],
      name,
      part: 'package',
      over: stories !== undefined && isOver(stories, now),
    })),
  ];
}

function* storyPlaces(entry: FrontPageEntry, { collections, invalid }: Content, now: Date): Iterable<EntryProblem> {
  const shown = new Map<string, string>();
  for (const { path, name, part, over } of namedStories(entry, now)) {
    const { kind, slug } = storyName(name);
    const named = [
      ...(kind === 'review' ? [] : collections.articles),
      ...(kind === 'article' ? [] : collections.reviews),
    ].filter(({ id }) => id === slug);
    const [story, other] = named;
    if (invalid.has(`articles/${slug}`) || invalid.has(`reviews/${slug}`)) continue;
    if (story === undefined) {
      const near = nearest(slug, new Set([...collections.articles, ...collections.reviews].map(({ id }) => id)));
      yield problemIn(
        entry,
        path,
        `There is no story \`${name}\`.`,
        near
          ? `Did you mean \`${near}\`?`
          : 'Write the name of a folder in content/articles/<year>/ or content/reviews/.',
      );
      continue;
    }
    if (other) {
      yield problemIn(
        entry,
        path,
        `An article and a review are named \`${slug}\`.`,
        `Write \`article:${slug}\` or \`review:${slug}\`.`,
      );
      continue;
    }
    if (over) continue;
    const before = shown.get(story.data.id);
    if (before === undefined) shown.set(story.data.id, part);
    else
      yield warn(
        entry,
        path,
        `\`${name}\` is on the front page already, in \`${before}\`.`,
        'Name another story: each is shown once, and this place fills with the newest.',
      );
    const end = embargoEnd(story.data, now);
    if (story.data.draft)
      yield warn(
        entry,
        path,
        `\`${name}\` is a draft, so readers do not see it here.`,
        'Delete `draft: true` in the story, or name another.',
      );
    else if (end)
      yield warn(
        entry,
        path,
        `\`${name}\` is under embargo, so readers do not see it here before ${isoMoment(end)}.`,
        'Leave it so, or name another story.',
      );
  }
}

function* overParts(entry: FrontPageEntry, now: Date): Iterable<EntryProblem> {
  const { lead, second, banner, package: stories } = entry.data;
  const parts: [Path, string | undefined][] = [
    [['lead'], lead?.until],
    ...second.map(({ until }, index): [Path, string | undefined] => [['second', index], until]),
    [['banner'], banner?.until],
    [['package'], stories?.until],
  ];
  for (const [path, until] of parts) {
    if (isOver({ until }, now))
      yield warn(
        entry,
        [...path, 'until'],
        `\`${String(path[0])}\` was to be shown until ${until}, and is shown no more.`,
        'Delete it, or write a later `until`.',
      );
  }
}

function* bannerLink(entry: FrontPageEntry, { collections, invalid }: Content): Iterable<EntryProblem> {
  const link = entry.data.banner?.link;
  // A page that exists but is wrong is reported already.
  if (link === undefined || !link.startsWith('/') || invalid.size > 0) return;
  const known = pathsOf(collections);
  if (isKnownPath(link, known)) return;
  const near = nearest(link, known);
  yield problemIn(
    entry,
    ['banner', 'link'],
    `There is no page \`${link}\`.`,
    near ? `Did you mean \`${near}\`?` : 'Write the path of a page that exists.',
  );
}

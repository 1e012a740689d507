import { mixedScripts } from '#domain/text/host-names';
import { nearTitles } from '#domain/stories/near-titles';
import { isSameText } from '#domain/text/same-text';
import { stories, warn, type EntryProblem, type Content, type Entry } from '../content.ts';
import type { Path } from '../files/yaml.ts';

/** Advice on fields of stories that are allowed and rarely wise. */
export function* styleRules(content: Content): Iterable<EntryProblem> {
  for (const entry of stories(content)) {
    yield* longLines(entry);
    yield* missingSources(entry);
    yield* repeatedAlt(entry);
    yield* mixedHosts(entry);
  }
  yield* sameTitles(content);
}

type Story = Entry<'articles' | 'reviews'>;

const longest = { title: 80, dek: 200 } as const;

function* longLines(entry: Story): Iterable<EntryProblem> {
  const { title, dek } = entry.data;
  if (title.length > longest.title)
    yield warn(
      entry,
      ['title'],
      `The headline has ${title.length} characters: lists and search engines cut it off.`,
      `Write at most ${longest.title}.`,
    );
  if (dek !== undefined && dek.length > longest.dek)
    yield warn(
      entry,
      ['dek'],
      `The dek has ${dek.length} characters.`,
      `Write at most ${longest.dek}: one thought that the headline does not have.`,
    );
}

function* missingSources(entry: Story): Iterable<EntryProblem> {
  if (entry.kind === 'articles' && entry.data.sources.length === 0)
    yield warn(entry, [], 'The article names no sources.', 'List under `sources` what it rests on.');
}

function* repeatedAlt(entry: Story): Iterable<EntryProblem> {
  const { hero } = entry.data;
  if (hero?.caption !== undefined && isSameText(hero.alt, hero.caption))
    yield warn(
      entry,
      ['hero', 'alt'],
      'The alt text repeats the caption, so a screen reader says it twice.',
      'Say in `alt` what is to be seen.',
    );
}

function* mixedHosts(entry: Story): Iterable<EntryProblem> {
  const { sources, canonical } = entry.data;
  const addresses: [string, Path][] = sources.map(({ url }, index): [string, Path] => [url, ['sources', index, 'url']]);
  if (canonical !== undefined) addresses.push([canonical, ['canonical']]);
  for (const [address, path] of addresses) {
    const scripts = mixedScripts(address);
    if (scripts.length > 1)
      yield warn(
        entry,
        path,
        `The host of this address mixes letters of different scripts (${scripts.join(', ')}).`,
        'Check that it is the site that you mean, and type its address again.',
      );
  }
}

function* sameTitles(content: Content): Iterable<EntryProblem> {
  for (const { owner, near } of nearTitles(
    stories(content).map((entry) => ({ title: entry.data.title, owner: entry })),
  )) {
    yield warn(
      owner,
      ['title'],
      `The headline is almost the one of ${near.owner.file}: “${near.title}”.`,
      'Say in the headline what is new.',
    );
  }
}

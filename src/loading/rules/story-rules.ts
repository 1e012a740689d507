import { hasTime, isBefore, isoMoment } from '#domain/text/dates';
import { problemIn, stories, warn, type EntryProblem, type Content, type Entry } from '../content.ts';
import type { Path } from '../files/yaml.ts';

type Story = Entry<'articles' | 'reviews'>;

/** What articles and reviews must keep to: names, pictures, dates, folders. */
export function* storyRules(content: Content, now: Date): Iterable<EntryProblem> {
  yield* sameIds(content);
  yield* takenAliases(content);
  yield* pictures(content);
  yield* storyDates(content, now);
  yield* yearFolders(content);
}

function* sameIds(content: Content): Iterable<EntryProblem> {
  yield* duplicates(
    content.collections.articles,
    ({ id }) => id,
    [],
    'The name',
    'Rename this folder: its name is the address of the article.',
  );
  yield* duplicates(
    stories(content),
    ({ data }) => data.id,
    ['id'],
    'The permanent id',
    'Write new letters behind the hyphen: every story has an id of its own.',
  );
}

/** Reports every entry whose value an earlier entry has already. */
function* duplicates<E extends Entry>(
  entries: readonly E[],
  valueOf: (entry: E) => string,
  path: Path,
  name: string,
  write: string,
): Iterable<EntryProblem> {
  const holders = new Map<string, E>();
  for (const entry of entries) {
    const holder = holders.get(valueOf(entry));
    if (holder === undefined) holders.set(valueOf(entry), entry);
    else yield problemIn(entry, path, `${name} \`${valueOf(entry)}\` is taken by ${holder.file}.`, write);
  }
}

function* takenAliases({ collections }: Content): Iterable<EntryProblem> {
  for (const group of [collections.articles, collections.reviews]) {
    const holders = new Map<string, Entry>(group.map((entry) => [entry.id, entry]));
    for (const entry of group) {
      for (const [index, alias] of entry.data.aliases.entries()) {
        const holder = holders.get(alias);
        if (holder === undefined) holders.set(alias, entry);
        else
          yield problemIn(
            entry,
            ['aliases', index],
            `The alias \`${alias}\` is taken by ${holder.file}.`,
            'Take it out here or there: an old address leads to one story only.',
          );
      }
    }
  }
}

/** Pixels that a hero has at least, so that it is sharp on a wide screen. */
const heroWidth = 1200;

function* pictures(content: Content): Iterable<EntryProblem> {
  for (const entry of stories(content)) {
    const image = entry.data.hero?.image;
    if (image === undefined) continue;
    const folder = entry.file.replace(/index\.md$/u, '');
    const size = content.pictures.get(`${folder}${image}`);
    if (!content.pictures.has(`${folder}${image}`))
      yield problemIn(
        entry,
        ['hero', 'image'],
        `There is no picture \`${image}\` in ${folder}.`,
        'Put the picture into this folder, or write the name of one that is there.',
      );
    else if (size && size.width < heroWidth)
      yield problemIn(
        entry,
        ['hero', 'image'],
        `The picture \`${image}\` is ${size.width} pixels wide.`,
        `Put a picture of at least ${heroWidth} pixels there: it leads the page.`,
      );
  }
}

function* storyDates(content: Content, now: Date): Iterable<EntryProblem> {
  const present = isoMoment(now);
  for (const entry of stories(content)) {
    const { date, updated, publishAt, draft, corrections } = entry.data;
    if (isBefore(present, date) && publishAt === undefined && !draft)
      yield problemIn(
        entry,
        ['date'],
        `The date ${date} is in the future.`,
        'Write `publishAt` with the moment at which the story may appear, or fix the date.',
      );
    if (publishAt !== undefined) yield* embargoDate(entry, date, publishAt);
    if (updated !== undefined && isBefore(updated, date))
      yield problemIn(
        entry,
        ['updated'],
        `\`updated\` (${updated}) is before the date of the story (${date}).`,
        'Write the day of the last change, or leave it out.',
      );
    if (updated !== undefined && isBefore(present, updated))
      yield problemIn(
        entry,
        ['updated'],
        `\`updated\` (${updated}) is in the future.`,
        'Write the day of the last change, or leave it out.',
      );
    for (const [index, correction] of corrections.entries()) {
      if (isBefore(present, correction.date))
        yield problemIn(
          entry,
          ['corrections', index, 'date'],
          `The correction (${correction.date}) is in the future.`,
          'Write the day on which the correction was made.',
        );
      if (isBefore(correction.date, date))
        yield problemIn(
          entry,
          ['corrections', index, 'date'],
          `The correction (${correction.date}) is before the date of the story (${date}).`,
          'Write the day on which the correction was made.',
        );
    }
  }
}

/** A story appears when its embargo ends: a date that says otherwise puts it in the wrong order. */
function* embargoDate(entry: Story, date: string, publishAt: string): Iterable<EntryProblem> {
  const end = isoMoment(new Date(publishAt));
  const day = end.slice(0, 10);
  if (hasTime(date) && date !== end)
    yield problemIn(
      entry,
      ['date'],
      `The story appears at ${end} by \`publishAt\`, and its \`date\` is ${date}.`,
      `Write \`date: ${end}\`, or the day alone: \`date: ${day}\`.`,
    );
  if (!hasTime(date) && date !== day)
    yield warn(
      entry,
      ['date'],
      `The story appears on ${day} in UTC by \`publishAt\`, and its \`date\` is ${date}.`,
      `Write \`date: ${day}\`, unless it is to be listed under the other day.`,
    );
}

function* yearFolders({ collections }: Content): Iterable<EntryProblem> {
  for (const entry of collections.articles) {
    const year = entry.data.date.slice(0, 4);
    if (!entry.file.startsWith(`content/articles/${year}/`))
      yield problemIn(
        entry,
        ['date'],
        `An article of ${year} is in ${entry.file.split('/').slice(0, 3).join('/')}.`,
        `Move it to content/articles/${year}/, or fix the date.`,
      );
  }
}

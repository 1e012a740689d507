import { articlePath, reviewPath } from '#domain/site/addresses';
import { isHidden } from '#domain/stories/embargo';
import { updateName } from '#domain/stories/updates';
import { readUpdates } from '#markdown/updates';
import { dayOrMoment } from '#schemas/dates';
import { problemIn, stories, warn, type EntryProblem, type Content, type Entry } from '../content.ts';
import { splitFrontMatter, type FrontMatter } from '../files/front-matter.ts';
import { readText } from '../files/read-text.ts';
import { readYaml } from '../files/yaml.ts';
import { momentsOf } from './update-rules.ts';

/** A file of a story as it was published. */
export interface PublishedFile {
  /** Path from the project's root, with forward slashes. */
  file: string;
  text: string;
}

/** The fields of a published story that bind us. Older schemas may have required others. */
interface Published {
  file: string;
  slug: string;
  kind: 'articles' | 'reviews';
  id: string;
  updated: string | undefined;
  corrections: number;
  body: string;
}

type Story = Entry<'articles' | 'reviews'>;

/**
 * What a change may not do to stories that readers know: take another id, move without a redirect, or change in silence.
 * @param files published states of the files that are changed or gone
 * @param root the project's folder
 * @param now the moment of the check: what was hidden then is not published
 */
export function findBrokenPromises(
  files: readonly PublishedFile[],
  content: Content,
  root: string,
  now: Date,
): EntryProblem[] {
  const current = stories(content);
  const byFile = new Map(current.map((entry) => [entry.file, entry]));
  const byId = new Map(current.map((entry) => [entry.data.id, entry]));
  return files.flatMap((file) => {
    const old = readPublished(file, now);
    if (old === undefined || content.invalid.has(`${old.kind}/${old.slug}`)) return [];
    const here = byFile.get(old.file);
    if (here)
      return here.data.id === old.id
        ? changesOf(old, here, root)
        : [
            problemIn(
              here,
              ['id'],
              `The permanent id was \`${old.id}\` when the story was published, and is \`${here.data.id}\`: subscribers would get it once more.`,
              `Write \`id: ${old.id}\` again.`,
            ),
          ];
    const moved = byId.get(old.id);
    return moved ? [...withoutAlias(old, moved), ...changesOf(old, moved, root)] : [gone(old)];
  });
}

function readPublished({ file, text }: PublishedFile, now: Date): Published | undefined {
  const [, kind, slug] = /^content\/(articles|reviews)\/(?:\d{4}\/)?([^/]+)\/index\.md$/u.exec(file) ?? [];
  const parts = splitFrontMatter(text);
  if ((kind !== 'articles' && kind !== 'reviews') || slug === undefined || parts === undefined) return undefined;
  const { value } = readYaml(parts.yaml, file);
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, updated, corrections, draft, publishAt } = value as Record<string, unknown>;
  const hidden = isHidden(
    { draft: draft === true, publishAt: typeof publishAt === 'string' ? publishAt : undefined },
    now,
  );
  if (typeof id !== 'string' || hidden) return undefined;
  return {
    file,
    kind,
    slug,
    id,
    updated: dayOrMoment.safeParse(updated).data,
    corrections: Array.isArray(corrections) ? corrections.length : 0,
    body: parts.body,
  };
}

function changesOf(old: Published, story: Story, root: string): EntryProblem[] {
  const text = readText(root, story.file);
  const present = typeof text === 'string' ? splitFrontMatter(text) : undefined;
  if (present === undefined) return [];
  const [before, now] = [old.body, present.body].map(updateNames) as [string[], string[]];
  const isUpdated = now.some((name) => !before.includes(name));
  const gone = before.filter((name) => !now.includes(name));
  return [
    ...silentChange(old, story, present, isUpdated),
    ...gone.map((name) => goneUpdate(name, story, firstChangedLine(old.body, present))),
  ];
}

const updateNames = (body: string): string[] => momentsOf(readUpdates(body).updates).map(updateName);

const goneUpdate = (name: string, story: Story, line = 1): EntryProblem => ({
  ...warn(
    story,
    [],
    `The published update \`#update-${name}\` is taken out, and its address leads to the top of the story.`,
    'Write its `at` as it was; to withdraw an update, keep it and say so in it.',
  ),
  line,
});

function silentChange(old: Published, story: Story, present: FrontMatter, isUpdated: boolean): EntryProblem[] {
  const { data } = story;
  const line = firstChangedLine(old.body, present);
  const announced = isUpdated || data.corrections.length > old.corrections;
  if (line !== undefined && data.updated === old.updated && !announced) {
    return [
      {
        ...problemIn(
          story,
          [],
          'The text of a published story is changed without an update or a correction.',
          'Set `updated` to the day of the change, or add to `corrections` what was wrong and what is right.',
        ),
        line,
      },
    ];
  }
  if (line === undefined && data.updated !== old.updated && !announced) {
    return [
      problemIn(
        story,
        ['updated'],
        '`updated` is changed, and the story is not.',
        old.updated === undefined ? 'Leave `updated` out.' : `Write \`updated: ${old.updated}\` again.`,
      ),
    ];
  }
  return [];
}

/** Line of the file on which its text begins to differ; undefined when only spaces at ends of lines do, or nothing. */
function firstChangedLine(before: string, { body, bodyLine }: FrontMatter): number | undefined {
  const [old, present] = [linesOf(before), linesOf(body)];
  const index = Array.from({ length: Math.max(old.length, present.length) }).findIndex(
    (_, at) => old[at] !== present[at],
  );
  return index === -1 ? undefined : bodyLine + index;
}

const linesOf = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());

function withoutAlias(old: Published, moved: Story): EntryProblem[] {
  if (moved.kind === old.kind && (moved.id === old.slug || moved.data.aliases.includes(old.slug))) return [];
  return [
    problemIn(
      moved,
      moved.data.aliases.length > 0 ? ['aliases'] : ['id'],
      `The story was published at ${pathOf(old)}, and nothing leads from there to here.`,
      `Add \`${old.slug}\` to \`aliases\`.`,
    ),
  ];
}

const pathOf = ({ kind, slug }: Published): string => (kind === 'articles' ? articlePath(slug) : reviewPath(slug));

const gone = (old: Published): EntryProblem =>
  warn(
    { file: old.file, root: [] },
    [],
    `The published story ${pathOf(old)} is taken out, and its address leads nowhere.`,
    'Keep it and add a correction that says why it is withdrawn, if readers should know.',
  );

import { randomInt } from 'node:crypto';
import { articlePath, editionPath, modelPath, reviewPath, topicPath, trackerPath } from '#domain/site/addresses';
import { isoDay } from '#domain/text/dates';
import { slugOf } from '#domain/text/slug';
import { stringify } from 'yaml';
import { listOf, type Answers, type NewKind } from './new-fields.ts';

/** A file to write, and the page that shows it. */
export interface NewFile {
  /** From the project's root, with forward slashes. */
  file: string;
  text: string;
  /** Path of its page. */
  page: string;
}

/** A file that cannot be made of what was said. */
export class CannotMake extends Error {
  override readonly name = 'CannotMake';
}

/**
 * Makes the text of a new file.
 * @param now the moment that a story gets as its date, and the day of all else, in UTC
 * @param takenIds permanent ids that stories have
 * @param rows rows of an edition, see `readRows`
 * @throws CannotMake when no name for it can be made
 */
export function makeFile(
  kind: NewKind,
  answers: Answers,
  now: Date,
  takenIds: ReadonlySet<string>,
  rows: Record<string, unknown>[] = [],
): NewFile {
  const today = isoDay(now);
  const { title = '', date = '', source, publisher, url } = answers;
  const slug = answers['slug'] || slugOf(title);
  if (slug === '')
    throw new CannotMake(
      `No letter of "${title}" can be in an address. Give a name with \`--slug=\`, in lower case, digits and hyphens.`,
    );
  switch (kind) {
    case 'article':
      return {
        file: `content/articles/${today.slice(0, 4)}/${slug}/index.md`,
        page: articlePath(slug),
        text: storyText(newId(today, takenIds), answers, now, { category: answers['category'] }),
      };
    case 'review':
      return {
        file: `content/reviews/${slug}/index.md`,
        page: reviewPath(slug),
        text: storyText(newId(today, takenIds), answers, now, {
          model: answers['model'],
          verdict: answers['verdict'],
          strengths: listOf(answers['strengths']),
          limits: listOf(answers['limits']),
          bestFor: answers['best-for'],
        }),
      };
    case 'model':
      return {
        file: `content/models/${slug}.yaml`,
        page: modelPath(slug),
        text: yaml({ name: title, provider: answers['provider'] }),
      };
    case 'edition': {
      const day = date || today;
      const scored = rows.some((row) => 'score' in row);
      return {
        file: `content/leaderboards/${title}/${day}.yaml`,
        page: editionPath(title, day),
        text: yaml({
          kind: scored ? 'scored' : 'editorial',
          source: { title: source, publisher, url: url === '' ? undefined : url, accessed: today },
          entries: rows,
        }),
      };
    }
    case 'topic':
      return {
        file: `content/topics/${slug}.yaml`,
        page: topicPath(slug),
        text: trackedText(today, answers, {
          summary: [answers['summary']],
          updated: today,
          tags: listOf(answers['tags']),
          models: listOf(answers['models']),
        }),
      };
    case 'lawsuit':
      return {
        file: `content/lawsuits/${slug}.yaml`,
        page: `${trackerPath('lawsuits')}#${slug}`,
        text: trackedText(today, answers, {
          claimants: listOf(answers['claimants']),
          defendants: listOf(answers['defendants']),
          court: sourced({ value: answers['court'] }),
          filed: sourced({ value: answers['filed'] }),
          claims: [sourced({ text: answers['claim'] })],
          stage: sourced({ value: answers['stage'], asOf: today }),
        }),
      };
    case 'rule':
      return {
        file: `content/rules/${slug}.yaml`,
        page: `${trackerPath('rules')}#${slug}`,
        text: trackedText(today, answers, {
          law: sourced({ value: answers['law'] }),
          place: answers['place'],
          appliesFrom: answers['applies-from'] ? sourced({ value: answers['applies-from'] }) : undefined,
          stage: sourced({ value: answers['stage'], asOf: today }),
          asks: [sourced({ text: answers['asks'] })],
        }),
      };
  }
}

/** What the one source of a new entry says. */
const sourced = <Fact extends object>(fact: Fact): Fact & { sources: [1] } => ({ ...fact, sources: [1] });

/** A topic, a lawsuit or a rule: its name, its own fields, and the source of them all, checked today. */
function trackedText(today: string, { title, source, publisher, url }: Answers, own: Record<string, unknown>): string {
  return yaml({
    name: title,
    ...own,
    checked: today,
    sources: [{ title: source, publisher, url: url === '' ? undefined : url, accessed: today }],
  });
}

function storyText(
  id: string,
  { title, dek, models, author, lead = '' }: Answers,
  now: Date,
  own: Record<string, unknown>,
): string {
  const date = `${now.toISOString().slice(0, 16)}Z`;
  const fields = yaml({
    id,
    title,
    dek,
    date,
    ...own,
    authors: listOf(author),
    models: listOf(models),
    draft: lead === '' ? true : undefined,
  });
  return `---\n${fields}---\n${lead === '' ? '' : `${lead}\n`}`;
}

/** Fields as YAML, in their order; what is not known is left out. */
function yaml(fields: Record<string, unknown>): string {
  const known = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return stringify(Object.fromEntries(known), { lineWidth: 0, schema: 'core' });
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A permanent id that no story has: the day and six letters without look-alikes. */
function newId(today: string, taken: ReadonlySet<string>): string {
  for (;;) {
    const id = `${today.replaceAll('-', '')}-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;
    if (!taken.has(id)) return id;
  }
}

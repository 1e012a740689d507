import { randomInt } from 'node:crypto';
import { articlePath, editionPath, modelPath, reviewPath } from '#domain/site/addresses';
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
      'No letter of the headline can be in an address. Give a name with `--slug=`, in lower case, digits and hyphens.',
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
  }
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

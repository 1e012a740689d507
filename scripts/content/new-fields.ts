import { nearest } from '#domain/text/nearest';
import { isDay, isPartialDate } from '#schemas/dates';
import { slugPattern } from '#schemas/ids';

/** Kinds of files that the command writes. */
export const newKinds = ['article', 'review', 'model', 'edition', 'topic', 'lawsuit', 'rule'] as const;

export type NewKind = (typeof newKinds)[number];

/** One thing that a new file needs: an option of the command, and a question where it is missing. */
export interface Field {
  /** The option, without its hyphens. */
  name: string;
  question: string;
  required?: boolean;
  /** Several values, with commas between. */
  list?: boolean;
  /** Ids that exist; nothing else is taken. */
  choices?: readonly string[];
  /** Says what is wrong with the form of a value. */
  form?: (value: string) => string | undefined;
  /** Taken when nothing is said. */
  fallback?: string | undefined;
}

/** What was said, by field. */
export type Answers = Record<string, string>;

/** Asks one question; the empty string is "nothing". */
export type Ask = (question: string) => Promise<string>;

/** Entries whose ids a new file can name. */
export type KnownEntries = Record<
  'authors' | 'boards' | 'categories' | 'models' | 'providers',
  readonly { id: string }[]
>;

const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

const slugForm = (value: string): string | undefined =>
  slugPattern.test(value) ? undefined : 'Write lower case, digits and hyphens, for example `kling-2-6-review`.';
const dayForm = (value: string): string | undefined =>
  isDay(value) ? undefined : 'Write a day as YYYY-MM-DD, for example 2026-01-23.';
const dateForm = (value: string): string | undefined =>
  isPartialDate(value) ? undefined : 'Write a date as YYYY-MM-DD, YYYY-MM or YYYY.';

/** The one source that a new entry begins with. */
const source: Field[] = [
  { name: 'source', question: 'Title of the page or document that says so', required: true },
  { name: 'publisher', question: 'Who published it', required: true },
  { name: 'url', question: 'Its address (Enter: none)' },
];
const stage: Field = { name: 'stage', question: 'Where it is now, for example: Appeal heard', required: true };

/** What a new file of a kind needs, in the order of the questions. */
export function fieldsOf(kind: NewKind, { authors, boards, categories, models, providers }: KnownEntries): Field[] {
  const title: Field = { name: 'title', question: 'Headline', required: true };
  const slug: Field = {
    name: 'slug',
    question: 'Name of the folder, and last part of the address (Enter: from the headline)',
    form: slugForm,
  };
  const id: Field = { ...slug, question: 'Id (Enter: from the name)' };
  const [onlyAuthor, ...others] = ids(authors);
  const author: Field = {
    name: 'author',
    question: 'Author or authors',
    list: true,
    required: true,
    choices: ids(authors),
    fallback: others.length === 0 ? onlyAuthor : undefined,
  };
  const dek: Field = { name: 'dek', question: 'Dek: one or two sentences that add to the headline (Enter: none)' };
  const about: Field = {
    name: 'models',
    question: 'Models that it is about (Enter: none)',
    list: true,
    choices: ids(models),
  };
  const lead: Field = { name: 'lead', question: 'First sentence (Enter: later; the file is a draft until then)' };
  switch (kind) {
    case 'article':
      return [
        title,
        { name: 'category', question: 'Category', required: true, choices: ids(categories) },
        author,
        dek,
        about,
        lead,
        slug,
      ];
    case 'review':
      return [
        title,
        { name: 'model', question: 'Model under review', required: true, choices: ids(models) },
        author,
        { name: 'verdict', question: 'Verdict in one or two sentences', required: true },
        { name: 'strengths', question: 'Strengths', list: true, required: true },
        { name: 'limits', question: 'Limits', list: true, required: true },
        { name: 'best-for', question: 'Who should use it', required: true },
        dek,
        lead,
        slug,
      ];
    case 'model':
      return [
        { name: 'title', question: 'Name of the model', required: true },
        { name: 'provider', question: 'Provider (Enter: unknown)', choices: ids(providers) },
        id,
      ];
    case 'edition':
      return [
        { name: 'title', question: 'Board', required: true, choices: ids(boards) },
        { name: 'date', question: 'Day on which the board was so (Enter: today)', form: dayForm },
        { name: 'source', question: 'Title of the page with the results', required: true },
        { name: 'publisher', question: 'Who published them', required: true },
        { name: 'url', question: 'Address of the page (Enter: none)' },
        { name: 'rows', question: 'CSV file with the rows', required: true },
      ];
    case 'topic':
      return [
        { name: 'title', question: 'Name of the topic', required: true },
        { name: 'summary', question: 'Where the subject is now, in one paragraph', required: true },
        { name: 'tags', question: 'Tags of the stories that belong here (Enter: none)', list: true },
        about,
        ...source,
        id,
      ];
    case 'lawsuit':
      return [
        { name: 'title', question: 'Name of the case, for example Getty Images v Stability AI', required: true },
        { name: 'claimants', question: 'Claimants', list: true, required: true },
        { name: 'defendants', question: 'Defendants', list: true, required: true },
        { name: 'court', question: 'Court', required: true },
        {
          name: 'filed',
          question: 'Day, month or year in which the claim was brought',
          required: true,
          form: dateForm,
        },
        { name: 'claim', question: 'What the claimants say, in one sentence', required: true },
        stage,
        ...source,
        id,
      ];
    case 'rule':
      return [
        { name: 'title', question: 'Name of the rule, as readers know it', required: true },
        { name: 'law', question: 'The act and its number, as lawyers cite it', required: true },
        { name: 'place', question: 'Where it applies, for example European Union', required: true },
        { name: 'applies-from', question: 'First day on which it applies (Enter: a bill)', form: dateForm },
        { name: 'asks', question: 'What it asks of whom, in one sentence', required: true },
        stage,
        ...source,
        id,
      ];
  }
}

/** What is wrong with an answer, in words; undefined for a right one. */
export function faultOf({ choices, form, list, required }: Field, answer: string): string | undefined {
  if (answer === '') return required ? 'Something must be here.' : undefined;
  for (const id of choices === undefined ? [] : list ? listOf(answer) : [answer]) {
    if (choices?.includes(id)) continue;
    const near = nearest(id, choices ?? []);
    return `There is no \`${id}\`. ${near ? `Did you mean \`${near}\`?` : `There are: ${choices?.join(', ')}.`}`;
  }
  return form?.(answer);
}

/** Values with commas between. */
export const listOf = (answer: string | undefined): string[] =>
  (answer ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Completes what was said: by questions where somebody can answer, else by what is taken for granted.
 * @param ask undefined when nobody can answer
 * @returns all answers, or what is wrong, a line each
 */
export async function complete(
  fields: readonly Field[],
  said: Answers,
  ask: Ask | undefined,
): Promise<Answers | string[]> {
  const answers: Answers = {};
  const faults: string[] = [];
  for (const field of fields) {
    const { name, question, choices, fallback = '', required } = field;
    let answer = said[name]?.trim();
    if (answer === undefined && ask && fallback === '') answer = await askUntilRight(field, ask);
    answers[name] = answer === undefined || answer === '' ? fallback : answer;
    const fault =
      answers[name] === '' && required
        ? `\`--${name}\` is missing: ${question.charAt(0).toLowerCase()}${question.slice(1)}${choices ? ` (${choices.join(', ')})` : ''}.`
        : faultOf(field, answers[name]);
    if (fault !== undefined) faults.push(fault.startsWith('`--') ? fault : `\`--${name}\`: ${fault}`);
  }
  return faults.length > 0 ? faults : answers;
}

async function askUntilRight(field: Field, ask: Ask): Promise<string> {
  const choices = field.choices === undefined || field.choices.length > 12 ? '' : ` (${field.choices.join(', ')})`;
  for (let hint = ''; ;) {
    const answer = (await ask(`${hint}${field.question}${choices}: `)).trim();
    const fault = faultOf(field, answer);
    if (fault === undefined) return answer;
    hint = `${fault}\n`;
  }
}

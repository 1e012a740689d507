import { nearest } from '#domain/text/nearest';

/** What a writer may write between `{` and `}` of a directive. */
interface AttributeRule {
  required: boolean;
  /** The whole value must match. */
  form: RegExp;
  /** What to write, for the error. */
  advice: string;
}

interface DirectiveRule {
  /** `:::name` … `:::` with text inside, or `::name` alone on a line. */
  holds: 'text' | 'nothing';
  attributes: Record<string, AttributeRule>;
}

const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const anyLine = /^[^\n]+$/u;
const rule = (required: boolean, form: RegExp, advice: string): AttributeRule => ({ required, form, advice });

/** Every directive that a text may hold. */
export const directives: ReadonlyMap<string, DirectiveRule> = new Map(
  Object.entries<DirectiveRule>({
    figure: {
      holds: 'text',
      attributes: {
        src: rule(true, /^[a-z0-9][a-z0-9._-]*\.(?:webp|png|jpe?g)$/u, 'the file name of a picture in this folder'),
        alt: rule(true, anyLine, 'what the picture shows'),
        credit: rule(true, anyLine, 'who made the picture'),
        made: rule(true, /^(?:photo|illustration|ai|edited)$/u, 'photo, illustration, ai or edited'),
      },
    },
    pullquote: { holds: 'text', attributes: { by: rule(true, anyLine, 'whose words these are') } },
    aside: { holds: 'text', attributes: { title: rule(true, anyLine, 'the title of the box') } },
    board: {
      holds: 'nothing',
      attributes: {
        id: rule(true, id, 'the id of a leaderboard'),
        limit: rule(false, /^(?:[1-9]|1\d|20)$/u, 'how many rows, 1 to 20'),
      },
    },
    model: { holds: 'nothing', attributes: { id: rule(true, id, 'the id of a model') } },
    compare: {
      holds: 'nothing',
      attributes: {
        models: rule(true, /^[a-z0-9-]+(?: [a-z0-9-]+){1,3}$/u, 'two to four ids of models, with spaces between'),
      },
    },
    video: {
      holds: 'nothing',
      attributes: {
        url: rule(
          true,
          /^https:\/\/(?:www\.youtube\.com\/watch\?v=[\w-]+|youtu\.be\/[\w-]+|vimeo\.com\/\d+|[^\s"<>]+\.(?:mp4|webm))$/u,
          'an address at YouTube or Vimeo, or of an .mp4 or .webm file',
        ),
        title: rule(true, anyLine, 'what the video is'),
      },
    },
    chart: {
      holds: 'nothing',
      attributes: {
        data: rule(true, /^[a-z0-9][a-z0-9._-]*\.csv$/u, 'the file name of a table (.csv) in this folder'),
        kind: rule(true, /^(?:bar|dot|line|slope)$/u, 'bar, dot, line or slope'),
        title: rule(true, anyLine, 'what the chart shows, as a sentence'),
        unit: rule(false, /^[^\n]{1,20}$/u, 'the unit of the figures, such as $ or %'),
        highlight: rule(false, anyLine, 'the label of the row or line that the title is about'),
        source: rule(false, /^[1-9]\d?$/u, 'the number of the source in `sources`, counted from 1'),
      },
    },
    update: {
      holds: 'text',
      attributes: {
        at: rule(true, anyLine, 'the moment of the update with its time zone, such as 2026-01-23T09:00+01:00'),
        title: rule(true, anyLine, 'what happened'),
      },
    },
  }),
);

/** A directive as it was written. */
export interface WrittenDirective {
  name: string;
  holds: 'text' | 'nothing';
  attributes: Record<string, string>;
}

/** Attributes of a directive as the parser gives them. */
export type ParsedAttributes = Record<string, string | null | undefined> | null | undefined;

/** The attributes of a directive; a picture or a table may be written as `./a.webp`. */
export function readAttributes(attributes: ParsedAttributes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, value]) => [
      name,
      name === 'src' || name === 'data' ? (value ?? '').replace(/^\.\//u, '') : (value ?? ''),
    ]),
  );
}

/** What is wrong with a directive, and what to write. */
export interface DirectiveProblem {
  what: string;
  write: string;
}

/** True for a directive that may hold others. */
export const holdsDirectives = (name: string): boolean => name === 'update';

/** What is said of a directive that a component could not render where it is. */
export const misplaced: DirectiveProblem = {
  what: 'A directive is inside a list, a quotation or another directive.',
  write: 'Write it on a line of its own, with empty lines around it.',
};

/**
 * Finds everything that is wrong with a directive; an empty list means it is right.
 * @param suggest finds the name that may be meant
 */
export function faultsOf(
  { name, holds, attributes }: WrittenDirective,
  suggest: typeof nearest = nearest,
): DirectiveProblem[] {
  const known = [...directives.keys()];
  const found = directives.get(name);
  if (!found) {
    const near = suggest(name, known);
    return [
      {
        what: `There is no directive \`${name}\`.`,
        write: adviceOnName(name, near, known),
      },
    ];
  }
  const faults: DirectiveProblem[] = [];
  if (found.holds !== holds) {
    faults.push({
      what: `\`${name}\` has the wrong number of colons.`,
      write:
        found.holds === 'text'
          ? `Write \`:::${name}{…}\`, the text, and \`:::\` on lines of their own.`
          : `Write \`::${name}{…}\` on a line of its own.`,
    });
  }
  for (const [attribute, { required, form, advice }] of Object.entries(found.attributes)) {
    const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
    if (value === undefined || value === '') {
      if (required)
        faults.push({ what: `\`${name}\` has no \`${attribute}\`.`, write: `Write ${attribute}="…": ${advice}.` });
    } else if (!form.test(value)) {
      faults.push({ what: `\`${attribute}="${value}"\` of \`${name}\` has no known form.`, write: `Write ${advice}.` });
    }
  }
  for (const attribute of Object.keys(attributes)) {
    if (Object.hasOwn(found.attributes, attribute)) continue;
    const near = suggest(attribute, Object.keys(found.attributes));
    faults.push({
      what: `\`${name}\` has no attribute \`${attribute}\`.`,
      write: near ? `Did you mean \`${near}\`?` : `Its attributes are ${Object.keys(found.attributes).join(', ')}.`,
    });
  }
  return faults;
}

/** What writers of other systems write for callouts. */
const habits: ReadonlyMap<string, string> = new Map([
  ['note', 'NOTE'],
  ['info', 'NOTE'],
  ['tip', 'TIP'],
  ['hint', 'TIP'],
  ['important', 'IMPORTANT'],
  ['warning', 'WARNING'],
  ['attention', 'WARNING'],
  ['caution', 'CAUTION'],
  ['danger', 'CAUTION'],
]);

/** What to write for a box whose name is a habit from elsewhere, such as `:::note`. */
export function adviceOnHabit(name: string): string | undefined {
  const callout = habits.get(name.toLowerCase());
  return callout === undefined ? undefined : `Write \`> [!${callout}]\`, and the text on lines that begin with \`> \`.`;
}

function adviceOnName(name: string, near: string | undefined, known: readonly string[]): string {
  return adviceOnHabit(name) ?? (near ? `Did you mean \`${near}\`?` : `Directives are ${known.join(', ')}.`);
}

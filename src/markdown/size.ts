/** Why a text is not read, and where. */
export interface SizeProblem {
  line: number;
  column: number;
  what: string;
  write: string;
}

/** Levels of parts inside parts that a text may have; walks through deeper trees fail. */
export const deepest = 50;

/** What is said of a text that is too deep. */
export const tooDeep = {
  what: `Parts are inside each other more than ${deepest} levels deep.`,
  write: 'Take some of the quotations, lists or HTML elements around the text away.',
};

/** Far above what a story needs, and few enough to be read in a second. */
const most = {
  lines: 30_000,
  cells: 50_000,
  tags: 5000,
  boxes: 2000,
  markers: 60_000,
  /** Letters of a paragraph times the signs in it that may begin something: the parser looks for the end of each. */
  searched: 500_000_000,
} as const;

/** Signs with which something within a line may begin. */
const opener = /[:"'<&[*_~`@]|www\./gu;
/** One tag with thousands of attributes: in one paragraph, or in an element whose text may have empty lines. */
const longTag = /<(?:[a-z](?:[^<>\n]|\n(?![ \t\r]*\n)){5000}|(?:pre|script|style|textarea)\b[^<>]{5000})/iu;
/** A row of hyphens below the head of a table. */
const delimiterRow = /^[\s>|:+*\d.-]*-[\s|:-]*$/u;
/** What a line may begin with: marks of quotations and lists. */
const beginning = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/u;
const marker = />|[-+*]|\d[.)]/gu;

/**
 * Finds what would make a text take the square of its length, or more, to read. Takes time in proportion to the length.
 * @param source Markdown without front matter
 * @returns the first such place
 */
export function findOversize(source: string): SizeProblem | undefined {
  const lines = source.split(/\r\n|\n|\r/u);
  if (lines.length > most.lines)
    return {
      line: most.lines + 1,
      column: 1,
      what: `The text has ${lines.length} lines.`,
      write: `Write at most ${most.lines}: split the story, or link a file that has the rest.`,
    };
  let [searched, cells, tags, boxes, markers] = [0, 0, 0, 0, 0];
  let paragraph = { line: 1, letters: 0, openers: 0 };
  let columns = 0;
  for (const [index, text] of lines.entries()) {
    const at = { line: index + 1, column: 1 };
    const here = beginning.exec(text)?.[0].match(marker)?.length ?? 0;
    if (here > deepest) return { ...at, ...tooDeep };
    markers += here;
    if (markers > most.markers)
      return {
        ...at,
        what: `The text has more than ${most.markers} marks of quotations and lists.`,
        write: 'Split the story.',
      };
    tags += text.match(/<[a-z]/giu)?.length ?? 0;
    if (tags > most.tags)
      return {
        ...at,
        what: `The text has more than ${most.tags} HTML tags.`,
        write: 'Write Markdown in place of HTML.',
      };
    if (/^[\s>]*:::?/u.test(text)) boxes += 1;
    if (boxes > most.boxes)
      return { ...at, what: `The text has more than ${most.boxes} boxes.`, write: 'Split the story.' };
    if (text.trim() === '') {
      searched += paragraph.letters * paragraph.openers;
      paragraph = { line: index + 2, letters: 0, openers: 0 };
      columns = 0;
      continue;
    }
    paragraph.letters += text.length + 1;
    paragraph.openers += text.match(opener)?.length ?? 0;
    if (searched + paragraph.letters * paragraph.openers > most.searched)
      return {
        line: paragraph.line,
        column: 1,
        what: `This paragraph is too long: ${paragraph.letters} letters without an empty line, with ${paragraph.openers} signs such as \`"\` or \`:\`.`,
        write: 'Break it up with empty lines.',
      };
    // Every row of a table gets as many cells as its head, also one that has a single word.
    if (delimiterRow.test(text)) columns = Math.max(columns, text.split('|').length + 1);
    cells += columns;
    if (cells > most.cells)
      return {
        ...at,
        what: `The tables of the text have more than ${most.cells} cells.`,
        write: 'Show the rows that matter, and link the whole table.',
      };
  }
  const tag = longTag.exec(source);
  return tag
    ? {
        line: source.slice(0, tag.index).split('\n').length,
        column: 1,
        what: 'An HTML tag has more than 5000 letters.',
        write: 'Close it with `>`, and leave its attributes out.',
      }
    : undefined;
}

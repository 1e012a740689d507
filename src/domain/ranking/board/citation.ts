import { absolute, editionPath } from '../../site/addresses.ts';
import { mayShareData } from './board-data.ts';
import type { Board } from './leaderboard.ts';

/** How to cite one edition of a board, in three forms. */
export interface EditionCitation {
  /** One line, in the order of APA: who measured, year, title, publisher, address. */
  text: string;
  bibtex: string;
  /** A list of one item. */
  cslJson: string;
}

/** What the three forms say. */
interface Cited {
  key: string;
  author: string;
  /** undefined where who measured is the publisher too. */
  publisher: string | undefined;
  title: string;
  shared: boolean;
  date: string;
  url: string;
  /** Licence and checksum, a sentence each. */
  notes: string[];
}

/**
 * How to cite an edition: always at its dated address, where it stays.
 * @param site name and address of this site, without a slash at its end
 * @param checksum SHA-256 of the CSV file of the edition, in hexadecimal; undefined where there is no file
 */
export function citationOf(board: Board, site: { name: string; url: string }, checksum?: string): EditionCitation {
  const { id, name, by, date, licence } = board;
  const shared = mayShareData(board);
  const cited: Cited = {
    key: `${id}-${date.iso}`,
    author: by.name,
    publisher: by.name === site.name ? undefined : site.name,
    title: `${name}, edition of ${date.text}`,
    shared,
    date: date.iso,
    url: absolute(editionPath(id, date.iso), site.url),
    notes: [
      ...(shared ? [licence.name] : []),
      ...(checksum === undefined ? [] : [`SHA-256 of the CSV file: ${checksum}`]),
    ],
  };
  return { text: plainText(cited), bibtex: bibtex(cited), cslJson: cslJson(cited) };
}

const medium = ({ shared }: Cited): string => (shared ? 'Data set' : 'Leaderboard');

function plainText(cited: Cited): string {
  const { author, publisher, title, date, url, notes } = cited;
  const head = [
    `${author} (${date.slice(0, 4)})`,
    `${title} [${medium(cited)}]`,
    ...(publisher === undefined ? [] : [publisher]),
  ];
  return [...head.map((part) => `${part}.`), url, ...notes.map((note) => `${note}.`)].join(' ');
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** An entry of the type that every style of BibTeX has. Double braces keep capitals and names as they are. */
function bibtex(cited: Cited): string {
  const { key, author, publisher, title, date, url, notes } = cited;
  const [year = '', month = ''] = date.split('-');
  const how = publisher === undefined ? medium(cited) : `${medium(cited)}, ${publisher}`;
  const fields = [
    `author = {{${escapeTex(author)}}}`,
    `title = {{${escapeTex(title)}}}`,
    `year = {${year}}`,
    `month = ${months[Number(month) - 1] ?? ''}`,
    `howpublished = {${escapeTex(how)}}`,
    `url = {${url}}`,
    ...(notes.length === 0 ? [] : [`note = {${escapeTex(notes.join('. '))}}`]),
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field},\n`).join('')}}`;
}

const texNames: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^{}$&#%_]/gu, (sign) => texNames[sign] ?? `\\${sign}`);
}

/** @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
function cslJson({ key, author, publisher, title, shared, date, url, notes }: Cited): string {
  const item = {
    id: key,
    type: shared ? 'dataset' : 'webpage',
    title,
    author: [{ literal: author }],
    ...(publisher !== undefined && { publisher }),
    issued: { 'date-parts': [date.split('-').map(Number)] },
    version: date,
    URL: url,
    ...(notes.length > 0 && { note: notes.join('. ') }),
  };
  return JSON.stringify([item], undefined, 2);
}

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import type { Position } from './yaml.ts';

/** Bytes of a text file: many times the longest article, and the longest table. */
const mostBytes = { text: 1_000_000, table: 2_000_000 } as const;

// Neither HTML nor XML (the feed) may hold these; YAML lets them through.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/u;

/** Ends of lines, and embeddings, overrides and isolates: they show text in another order than it is written. */
const turning = /\n|[\u202a-\u202e\u2066-\u2069]/gu;

/** A problem at the first character of a file. */
export function atStart(file: string, what: string, write: string): Problem {
  return { file, line: 1, column: 1, what, write };
}

/**
 * Reads a file of text.
 * @param root the project's folder
 * @param file path from there
 * @returns its bytes, or a list with the reason why there are none
 */
export function readBytes(root: string, file: string): Buffer | Problem[] {
  try {
    const { size } = statSync(join(root, file));
    const most = file.endsWith('.yaml') ? mostBytes.table : mostBytes.text;
    if (size > most)
      return [atStart(file, `The file has ${Math.ceil(size / 1e6)} MB of text.`, `Write at most ${most / 1e6} MB.`)];
    return readFileSync(join(root, file));
  } catch (error) {
    return [
      atStart(
        file,
        `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
        'Check that it exists and may be read.',
      ),
    ];
  }
}

/** Reads a file as UTF-8 text: the text, or a list with the reason why there is none. */
export function readText(root: string, file: string): string | Problem[] {
  const bytes = readBytes(root, file);
  return Array.isArray(bytes) ? bytes : decode(bytes, file);
}

/** The text of bytes in UTF-8, or a list with the reason why there is none. */
export function decode(bytes: Uint8Array, file: string): string | Problem[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return [atStart(file, 'The file is not UTF-8 text.', 'Save it with the encoding UTF-8.')];
  }
  const control = forbidden.exec(text);
  return control
    ? [
        {
          file,
          ...positionIn(text, control.index),
          what: 'A control character is here, which no reader can see.',
          write: 'Delete it, or save the file as plain UTF-8 text.',
        },
      ]
    : text;
}

/**
 * Finds characters that turn the direction of the text around them: errors in fields, warnings in the text.
 * @param bodyLine line on which the text begins; none in a file of fields alone
 */
export function findTurning(text: string, file: string, bodyLine = Infinity): Problem[] {
  let [line, start] = [1, 0];
  return [...text.matchAll(turning)].flatMap(({ 0: sign, index }): Problem[] => {
    if (sign === '\n') {
      [line, start] = [line + 1, index + 1];
      return [];
    }
    return [
      {
        file,
        line,
        column: index - start + 1,
        what: 'An invisible character turns the direction of the text here.',
        write: 'Delete it; right-to-left words need none.',
        warning: line >= bodyLine,
      },
    ];
  });
}

function positionIn(text: string, index: number): Position {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

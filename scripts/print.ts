import { policyElement, type Trusted } from './headers.ts';
import type { Press, Sheet } from './press.ts';
import type { Store } from './store.ts';
import { isStory, StoryStyles } from './story-styles.ts';
import { together } from './together.ts';

/** The page that hosts send for addresses without a file. */
const errorPage = '/404.html';

/** What printing needs beside a press. */
export interface PrintJob {
  /** Every file that routes stand for. */
  sheets: readonly Sheet[];
  store: Store;
  /** Digest of the code: a part of every key. */
  code: string;
  /** Address that takes the form of the newsletter; empty when there is none. */
  newsletter: string;
  /** Is told how many of how many files are printed. */
  tell: (done: number, all: number) => void;
}

/** How many files there are, and how many of them were printed. */
export interface Printed {
  pages: number;
  files: number;
  made: number;
}

/** Files that are printed at one time: pictures of cards are drawn beside this thread. */
const atOnce = 4;

/**
 * Prints every file that is not in the store as it would be printed.
 * @throws Error when two routes stand for one file, and what the press throws
 */
export async function printSheets(press: Press, { sheets, store, code, newsletter, tell }: PrintJob): Promise<Printed> {
  refuseTwice(sheets);
  const keyOf = ({ key }: Sheet): string => (key === undefined ? '' : `${code} ${key}`);
  const styles = new StoryStyles((path) => store.read(path).toString('utf8'));
  const take = (sheet: Sheet, bytes: Uint8Array): boolean => store.put(sheet.path, bytes, { key: keyOf(sheet), needs: picturesIn(sheet.path, bytes) });
  const stale = sheets.filter((sheet) => sheet.path !== errorPage && (sheet.key === undefined || !store.keeps(sheet.path, keyOf(sheet))));
  let done = 0;
  // A press that is given up must not print on while another takes its place: it would print other bytes under the same key.
  await together(stale, atOnce, async (sheet) => {
    const bytes = await press.print(sheet);
    take(sheet, isStory(sheet.path) ? Buffer.from(styles.putInto(textOf(bytes))) : bytes);
    tell((done += 1), stale.length);
  });
  // It holds the policy, which names the styles of stories.
  for (const sheet of sheets.filter(({ path }) => path === errorPage)) {
    take(sheet, Buffer.from(withPolicy(textOf(await press.print(sheet)), { newsletter, style: storyStyle(sheets, store) })));
  }
  return { pages: sheets.filter(({ path }) => path.endsWith('.html')).length, files: sheets.length, made: stale.length };
}

function refuseTwice(sheets: readonly Sheet[]): void {
  const known = new Map<string, Sheet>();
  for (const sheet of sheets) {
    const other = known.get(sheet.path);
    if (other) throw new Error(`${sheet.path} would be printed twice, by ${other.route.component} and by ${sheet.route.component}.`);
    known.set(sheet.path, sheet);
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Made pictures that a text names: without them it is broken. */
function picturesIn(path: string, bytes: Uint8Array): string[] {
  if (path.endsWith('.png')) return [];
  return [...new Set(textOf(bytes).match(/\/_astro\/[\w.-]+_[\w-]+\.(?:webp|avif|png|jpe?g)/gu))];
}

/** The text of the style element of stories; all carry the same, so the first tells it. */
export function storyStyle(sheets: readonly { path: string }[], store: Store): string | undefined {
  const story = sheets.find(({ path }) => isStory(path));
  return story && /<style>(.*?)<\/style>/su.exec(store.read(story.path).toString('utf8'))?.[1];
}

const charset = '<meta charset="utf-8">';

/** The error page answers at addresses for which hosts have no rule. */
function withPolicy(html: string, trusted: Trusted): string {
  const [before, after, ...more] = html.split(charset);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`The error page has no place for the policy behind ${charset}.`);
  return `${before}${charset}${policyElement(trusted)}${after}`;
}

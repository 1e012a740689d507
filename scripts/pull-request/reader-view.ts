import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What a reader view makes of a page. */
export interface ReaderView {
  title: string;
  byline: string;
  text: string;
  html: string;
}

/** @throws Error when the page is no article to the reader view */
export function readerView(html: string): ReaderView {
  const { document } = parseHTML(html);
  const view = new Readability(document).parse();
  if (!view) throw new Error('The reader view finds no article.');
  return {
    title: view.title ?? '',
    byline: view.byline ?? '',
    text: (view.textContent ?? '').replace(/\s+/gu, ' '),
    html: view.content ?? '',
  };
}

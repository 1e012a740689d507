import type { Destination } from '../../domain/search/destination.ts';
import { element, markedText } from '../dom.ts';
import type { Found } from './pagefind.ts';
import { dayText } from './words.ts';

/** A result that may still have to be loaded; it is left out when it gives nothing. */
export interface Result {
  data: () => Promise<Found | undefined>;
}

const pageSize = 10;

/** A page of the index as a result; it has no excerpt. */
export function destinationResult({ title, path, day, section }: Destination): Result {
  return { data: () => Promise.resolve({ url: path, excerpt: '', meta: { title, kind: section, day: dayText(day) } }) };
}

/** The list of results, of which a button shows more. */
export class ResultList {
  readonly root = element('ol', { class: 'results' });
  readonly more = element('button', { type: 'button', class: 'button', hidden: true }, 'Show more results');
  readonly #loseFocus: () => void;
  readonly #onFailure: (error: unknown) => void;

  /**
   * @param loseFocus called when the result that had the focus is gone
   * @param onFailure called when further results cannot be loaded
   */
  constructor(loseFocus: () => void, onFailure: (error: unknown) => void) {
    this.#loseFocus = loseFocus;
    this.#onFailure = onFailure;
  }

  get links(): HTMLAnchorElement[] {
    return [...this.root.querySelectorAll('a')];
  }

  clear(): void {
    this.#replace([]);
    this.more.hidden = true;
  }

  /**
   * Loads the first results.
   * @param isCurrent false when another answer has come meanwhile, and nothing may be shown any more
   * @returns puts them in the place of all that is there; with `keep`, results that are there already stay as they are, so
   * that less of the list moves
   * @throws what a result throws
   */
  async load(results: readonly Result[], isCurrent: () => boolean): Promise<(keep: boolean) => void> {
    let loaded = 0;
    const next = async (): Promise<Found[]> => {
      const page: Found[] = [];
      while (page.length < pageSize && loaded < results.length) {
        const end = loaded + pageSize - page.length;
        const found = await Promise.all(results.slice(loaded, end).map((result) => result.data()));
        page.push(...found.filter((each) => each !== undefined));
        loaded = end;
      }
      return page;
    };
    const add = async (): Promise<void> => {
      const found = await next();
      if (!isCurrent()) return;
      this.root.append(...found.map(resultItem));
      this.more.hidden = loaded >= results.length;
    };
    const first = await next();
    return (keep) => {
      const there = new Map(
        keep ? [...this.root.children].map((item) => [item.querySelector('a')?.getAttribute('href'), item]) : [],
      );
      this.#replace(first.map((found) => there.get(found.url) ?? resultItem(found)));
      this.more.hidden = loaded >= results.length;
      this.more.onclick = () => {
        // A second click while results come would show them twice.
        this.more.disabled = true;
        add()
          .catch((error: unknown) => isCurrent() && this.#onFailure(error))
          .finally(() => (this.more.disabled = false));
      };
    };
  }

  /** Results that stay keep the focus. */
  #replace(items: readonly Element[]): void {
    const active = document.activeElement;
    const focused = active !== null && this.root.contains(active) ? active.getAttribute('href') : null;
    this.root.replaceChildren(...items);
    if (focused === null) return;
    const same = this.links.find((link) => link.getAttribute('href') === focused);
    if (same) same.focus({ preventScroll: true });
    else this.#loseFocus();
  }
}

function resultItem({ url, excerpt, meta }: Found): HTMLLIElement {
  const details = [meta['kind'], meta['day']].filter((part) => part !== undefined && part !== '').join(' · ');
  const text = excerpt === '' ? [] : [element('p', { class: 'excerpt' }, ...markedText(excerpt))];
  return element(
    'li',
    {},
    element('p', { class: 'small' }, details),
    element('h2', {}, element('a', { href: url }, meta['title'] ?? url)),
    ...text,
  );
}

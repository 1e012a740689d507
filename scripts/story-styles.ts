/** True for the page of an article or a review. */
export const isStory = (path: string): boolean => /^\/(?:news|reviews)\/[^/]+\/index\.html$/u.test(path);

const links = /<link rel="stylesheet" href="([^"]+)">/gu;

/**
 * Puts the styles of stories into their pages, so that a story is painted from the first answer: linked, its first
 * paint on a slow line comes twice as late. All stories carry the same element, so that one constant hash in a
 * Content-Security-Policy allows it. Other pages link their styles, which a browser keeps.
 */
export class StoryStyles {
  readonly #read: (address: string) => string;
  #first: { addresses: string; element: string } | undefined;

  /** @param read gives the text of a file of styles */
  constructor(read: (address: string) => string) {
    this.#read = read;
  }

  /**
   * @returns the page with one style element in place of its links; a page without links as it is
   * @throws Error when two stories link different files: they would need two hashes
   */
  putInto(html: string): string {
    const addresses = [...html.matchAll(links)].map(([, address = '']) => address);
    if (addresses.length === 0) return html;
    const element = this.#elementOf(addresses);
    return shortNames(html.replaceAll(links, '').replace('</head>', () => `${element}</head>`), element);
  }

  #elementOf(addresses: readonly string[]): string {
    const all = addresses.join(' ');
    this.#first ??= { addresses: all, element: `<style>${addresses.map((address) => this.#read(address).trim()).join('')}</style>` };
    if (this.#first.addresses !== all) throw new Error(`Two stories link different styles: ${this.#first.addresses} and ${all}.`);
    return this.#first.element;
  }
}

/** The names by which scoped styles find their elements are long and many: within a page that holds its styles, short ones do. */
function shortNames(html: string, styles: string): string {
  const names = [...new Set([...styles.matchAll(/data-astro-cid-[a-z0-9]+/gu)].map(([name]) => name))];
  const short = new Map(names.map((name, index) => [name, `data-${index.toString(36)}`]));
  return html.replace(/ (data-astro-cid-[a-z0-9]+)|\[(data-astro-cid-[a-z0-9]+)\]/gu, (_found, attribute: string | undefined, selector: string | undefined) => {
    if (selector !== undefined) return `[${short.get(selector) ?? selector}]`;
    const name = short.get(attribute ?? '');
    // No rule of the page asks for it.
    return name === undefined ? '' : ` ${name}`;
  });
}

import { parse } from 'tldts';
import { hostInText, hostOf } from '#domain/text/host-names';

/** Endings of files and names that top-level domains have too, or that look like one: `main.py`, `Node.js`. */
const fileName =
  /\.(?:md|mdx|js|mjs|cjs|ts|tsx|jsx|py|rs|sh|so|zip|mov|cpp|cc|hpp|java|rb|pl|php|css|html?|json|ya?ml|toml|txt|csv|pdf|png|jpe?g|webp|gif|mp[34]|ipynb|lock|net)$/iu;

/** Companies are called so: `Creati.ai`. */
const productName = /^\p{Lu}[\p{L}\p{N}-]*\.(?:ai|app)$/u;

/** A text that reads as one host and leads to another. */
export interface Misleading {
  shown: string;
  real: string;
  /** True when a reader must take the text for an address; else it may be a name. */
  certain: boolean;
}

/**
 * Finds a link whose words name another site than it leads to. The same site are all hosts below one registrable domain.
 * @param url where it leads
 * @param text its words
 */
export function findMisleading(url: string, text: string): Misleading | undefined {
  const words = text.trim();
  const [shown, real] = [hostInText(words), hostOf(url)];
  if (shown === undefined || real === undefined || siteOf(shown) === siteOf(real)) return undefined;
  const isAddress = /^(?:https?:\/\/|www\.)/iu.test(words);
  if (!isAddress && (fileName.test(shown) || productName.test(words))) return undefined;
  const { isIcann } = parse(shown);
  const isPath = words.includes('/');
  // `Blip.tv` is a name; nobody writes an address with capital letters.
  const certain = isAddress || (isIcann === true && (isPath || words === words.toLowerCase()));
  return { shown, real, certain };
}

/** The domain that somebody registered: `example.co.uk` of `www.example.co.uk`, and `a.github.io` of itself. */
const siteOf = (host: string): string => parse(host, { allowPrivateDomains: true }).domain ?? host;

/** True for `github.com/a/b`: an address that has lost its beginning. */
export function isBareAddress(url: string): boolean {
  const host = hostInText(url);
  return host !== undefined && !fileName.test(host) && parse(host).isIcann === true;
}

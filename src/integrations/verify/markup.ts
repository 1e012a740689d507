import { earlyScript } from '#domain/site/early-script';
import { headersAt, readHeaders } from '../host-files/headers.ts';
import type { Checked } from './checks.ts';
import type { PageFacts } from './page-facts.ts';
import { addressOf } from './addresses.ts';

/** Markup of a page or an SVG file that could run, or that a browser would fetch from elsewhere without a reader's click. */
export const markupProblems = ({ address, dangers, inlineScripts, loads }: PageFacts): string[] => [
  ...dangers.map((danger) => `${address}: holds ${danger}.`),
  ...inlineScripts
    .filter((script) => script !== earlyScript)
    .map((script) => `${address}: holds an inline script without a hash: ${script.slice(0, 60)}`),
  ...loads.filter(isForeign).map((load) => `${address}: loads ${load} from elsewhere.`),
];

/** Styles in an SVG file, which comes with no policy of its own. */
export const stylesInPicture = ({ address, inlineStyles }: PageFacts): string[] =>
  inlineStyles.map((style) => `${address}: holds a style element: ${style.slice(0, 60)}`);

/** Forms that are sent to sites that nobody named. */
export function untrustedMarkup({ site, content }: Checked): string[] {
  const named = content.site[0]?.data.newsletter.action ?? '';
  return site.files.flatMap((path) => {
    const { forms = [] } = site.facts(path);
    return forms
      .filter((form) => isForeign(form) && form !== named)
      .map((form) => `${addressOf(path)}: sends a form to ${form}.`);
  });
}

/** Pages that hosts would send without a Content-Security-Policy, or with one that refuses a style of the page. */
export function pagesWithoutPolicy({ site }: Checked): string[] {
  const rules = readHeaders(site.text('/_headers'));
  return site.files
    .filter((path) => path.endsWith('.html') && path !== '/404.html')
    .flatMap((path) => {
      const address = addressOf(path);
      const policy = headersAt(address, rules)['Content-Security-Policy'];
      if (policy === undefined) return [`${address}: no rule of _headers gives it a Content-Security-Policy.`];
      const { styles = [] } = site.facts(path);
      return styles
        .filter((hash) => !policy.includes(hash))
        .map((hash) => `${address}: holds a style that its Content-Security-Policy refuses, ${hash}.`);
    });
}

/** True for anything but a path or an anchor of the site itself. */
const isForeign = (address: string): boolean =>
  URL.parse(address, 'https://site.invalid')?.origin !== 'https://site.invalid';

/** Where scripts come from: bundled from `src/client`, brought by Pagefind, and the worker that keeps pages. */
const ownScripts = /^\/(?:_astro\/[^/]+|pagefind\/\d{4}\/pagefind|sw(?:-settings)?)\.js$/u;

/** Scripts that the site serves and that are not its own: with them, a policy that trusts the site would trust third parties. */
export const foreignScripts = ({ site }: Checked): string[] =>
  site.files
    .filter((path) => /\.m?js$/u.test(path) && !ownScripts.test(path))
    .map((path) => `${path}: is a script that the site does not know.`);

import { earlyScript } from '#domain/early-script';
import { hashOf, headersAt, readHeaders } from '../headers.ts';
import type { Checked } from './checks.ts';
import { feedsOf } from './feeds.ts';
import { factsOf, type PageFacts } from './page-facts.ts';

/**
 * Markup that could run or that the Content-Security-Policy refuses, in pages, SVG files and the HTML of feeds; and
 * everything that a browser would fetch from elsewhere without a reader's click.
 */
export function dangerousMarkup({ site, content }: Checked): string[] {
  const forms = new Set([content.site[0]?.data.newsletter.action ?? '']);
  const svgs = site.files.filter((path) => path.endsWith('.svg')).map((path) => factsOf(path, site.text(path), true));
  const inFeeds = feedsOf(site).flatMap(({ path, bodies }) => bodies.map((html) => factsOf(path, html)));
  const policy = headersAt('/', readHeaders(site.text('/_headers')))['Content-Security-Policy'] ?? '';
  return [...[...site.pages, ...svgs].flatMap((facts) => faultsIn(facts, forms, policy)), ...inFeeds.flatMap(({ address, dangers, inlineStyles }) => [...dangers, ...inlineStyles.map(() => '<style>')].map((danger) => `${address}: holds ${danger}.`))];
}

function faultsIn({ address, dangers, inlineScripts, inlineStyles, loads, forms }: PageFacts, allowedForms: ReadonlySet<string>, policy: string): string[] {
  return [
    ...dangers.map((danger) => `${address}: holds ${danger}.`),
    ...inlineScripts.filter((script) => script !== earlyScript).map((script) => `${address}: holds an inline script without a hash: ${script.slice(0, 60)}`),
    ...inlineStyles.filter((style) => !policy.includes(hashOf(style))).map((style) => `${address}: holds styles without a hash: ${style.slice(0, 60)}`),
    ...loads.filter(isForeign).map((load) => `${address}: loads ${load} from elsewhere.`),
    ...forms.filter((form) => isForeign(form) && !allowedForms.has(form)).map((form) => `${address}: sends a form to ${form}.`),
  ];
}

/** True for anything but a path or an anchor of the site itself. */
const isForeign = (address: string): boolean => URL.parse(address, 'https://site.invalid')?.origin !== 'https://site.invalid';

/** Where scripts come from: bundled from `src/client`, brought by Pagefind, and the worker that keeps pages. */
const ownScripts = /^\/(?:_astro\/[^/]+|pagefind\/pagefind(?:-worker)?|sw(?:-settings)?)\.js$/u;

/** Scripts that the site serves and that are not its own: with them, a policy that trusts the site would trust strangers. */
export const foreignScripts = ({ site }: Checked): string[] => site.files.filter((path) => /\.m?js$/u.test(path) && !ownScripts.test(path)).map((path) => `${path}: is a script that the site does not know.`);

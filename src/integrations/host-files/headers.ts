import { contentPolicy } from '#queries/site/content-policy';
import type { StyledPage } from './inline-styles.ts';

/** Headers that a host sends with the paths that match a pattern. */
export interface HeaderRule {
  /** A path; `*` at its end matches anything, `:name` one part. */
  path: string;
  headers: Record<string, string>;
}

/** What the headers of a site depend on. */
export interface HeadersInput {
  /** Address that takes the form of the newsletter; empty when there is none. */
  newsletter: string;
  /** Addresses of all pages. */
  pages: readonly string[];
  /** Styles within pages. */
  styled?: readonly StyledPage[];
  /** True when writers find an editor at /admin/. */
  admin?: boolean;
}

/** Pages that other sites may show in a frame are below this folder. */
const embedFolder = 'embed';

/** Folders of names that hold a hash of the content, as patterns. */
export const hashed: readonly string[] = [
  '/_astro/',
  ...['filter', 'fragment', 'index'].map((kind) => `/pagefind/:year/${kind}/`),
];

/** True for a file whose name holds a hash of its content. */
export const isHashed = (path: string): boolean => hashedFiles.some((pattern) => pattern.test(path));

export const cacheForever = 'public, max-age=31536000, immutable';
export const revalidate = 'public, max-age=0, must-revalidate';

/** Devices and abilities that no page of the site uses. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Headers of every answer, also of the page for what is missing. */
export function commonHeaders(): Record<string, string> {
  return {
    'Strict-Transport-Security': 'max-age=63072000',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': unused.map((name) => `${name}=()`).join(', '),
  };
}

/**
 * Of the editor, which comes with styles of its own, shows pictures before they are uploaded, and speaks to GitHub. A popup signs
 * writers in, and reports to the page that opened it.
 * @see https://sveltiacms.app/en/docs/security
 */
const ofEditor = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data: https://avatars.githubusercontent.com",
    "font-src 'self'",
    "connect-src 'self' blob: data: https://api.github.com https://github.com",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
};

/** Feeds whose endings say too little to hosts. */
const feedFiles = [
  ['rss.xml', 'application/rss+xml; charset=utf-8'],
  ['changes.xml', 'application/rss+xml; charset=utf-8'],
  ['feed.json', 'application/feed+json; charset=utf-8'],
  ['changes.json', 'application/feed+json; charset=utf-8'],
] as const;

/**
 * The rules of `_headers`. Hosts differ in what they do when two rules set one header for a path: some join the values, some
 * take the last. So no two rules do. A page has the address `/`, `/<page>/`, or an address below one of the sections, whose
 * number does not depend on the content.
 * What hosts do by themselves (`max-age=0, must-revalidate` and an ETag) is not said again.
 */
export function headerRules({ newsletter, pages, styled = [], admin = false }: HeadersInput): HeaderRule[] {
  const policyAt = (path: string, framedBy: string): string =>
    `${contentPolicy(newsletter, hashesAt(path, styled))}; frame-ancestors ${framedBy}`;
  const ofPage = {
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  const sections = new Set(pages.flatMap((page) => /^\/?([^/]+)\/[^/]/u.exec(page)?.[1] ?? []));
  sections.delete(embedFolder);
  const shared = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
  return [
    { path: '/*', headers: commonHeaders() },
    ...['/', '/:page/', ...[...sections].sort().map((section) => `/${section}/:name/*`)].map((path) => ({
      path,
      headers: { 'Content-Security-Policy': policyAt(path, "'none'"), ...ofPage },
    })),
    {
      path: `/${embedFolder}/:board/*`,
      headers: {
        'Content-Security-Policy': policyAt(`/${embedFolder}/:board/*`, '*'),
        'Cross-Origin-Opener-Policy': 'same-origin',
        ...shared,
      },
    },
    ...(admin ? [{ path: '/admin/editor/*', headers: ofEditor }] : []),
    // Pictures in feed readers and social cards, badges on other sites.
    ...['/badges/*', '/cards/*', '/charts/*'].map((path) => ({ path, headers: shared })),
    ...hashed.map((path) => ({
      path: `${path}*`,
      headers: { 'Cache-Control': cacheForever, ...(path === '/_astro/' && shared) },
    })),
    ...feedFiles.flatMap(([name, type]) =>
      ['', '/:section', '/:section/:name'].map((folder) => ({
        path: `${folder}/${name}`,
        headers: { 'Content-Type': type },
      })),
    ),
    ...['news', 'reviews', 'leaderboards'].map((section) => ({
      path: `/${section}/:name/index.md`,
      headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
    })),
  ];
}

/** Hashes of the styles within the pages that a rule is for; the page for what is missing may come at any address. */
function hashesAt(rule: string, styled: readonly StyledPage[]): string[] {
  const found = styled.filter(({ address }) => address === '/404.html' || matches(address, rule));
  return [...new Set(found.flatMap(({ hashes }) => hashes))].sort();
}

/** The text of `_headers`. See https://docs.netlify.com/routing/headers/ and https://developers.cloudflare.com/pages/configuration/headers/ */
export function headersFile(input: HeadersInput): string {
  return headerRules(input)
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('');
}

/** Reads `_headers`. */
export function readHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/u.exec(line) ?? [];
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} });
    else if (name !== undefined && value !== undefined) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
  }
  return rules;
}

/** Headers of a path. */
export function headersAt(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  return Object.assign({}, ...rules.filter((rule) => matches(path, rule.path)).map(({ headers }) => headers)) as Record<
    string,
    string
  >;
}

export const matches = (path: string, pattern: string): boolean => expressionOf(pattern).test(path);

/** The pattern of a rule as the source of a regular expression. */
export const sourceOf = (pattern: string): string => expressionOf(pattern).source;

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/:\w+/gu, '[^/]+')
    .replace(/\*$/u, '.*');
  const expression = new RegExp(`^${source}$`, 'u');
  expressions.set(pattern, expression);
  return expression;
}

const hashedFiles = hashed.map((folder) => expressionOf(`${folder}*`));

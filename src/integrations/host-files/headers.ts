import { createHash } from 'node:crypto';
import { earlyScript } from '#domain/site/early-script';
import { playerOrigins } from '#domain/stories/video';

/** Headers that a host sends with the paths that match a pattern. */
export interface HeaderRule {
  /** A path; `*` at its end stands for anything, `:name` for one part. */
  path: string;
  headers: Record<string, string>;
}

/** What the policy allows beside the site's own files. */
export interface Trusted {
  /** Address that takes the form of the newsletter; empty when there is none. */
  newsletter: string;
  /** Text of the one style element that all stories carry; undefined when there is no story. */
  style?: string | undefined;
}

/** What headers depend on. */
export interface Hosting extends Trusted {
  /** Names of files and folders at the top of the site, folders with a slash at their end. */
  top: readonly string[];
}

/** Where other sites may show a page in a frame. */
const framed = /^\/embed\//u;
/** What other sites may show: pictures in feed readers and cards, badges, boards. */
const shared = /^\/(?:_astro|badges|cards|embed)\//u;
/** Folders of names that hold a hash of the content, as patterns. */
export const hashed: readonly string[] = ['/_astro/', ...['', 'older/:number/'].flatMap((folder) => ['filter', 'fragment', 'index'].map((kind) => `/pagefind/${folder}${kind}/`))];

/** True for a file whose name holds a hash of its content. */
export const isHashed = (path: string): boolean => hashedFiles.some((pattern) => pattern.test(path));

export const forever = 'public, max-age=31536000, immutable';
export const askAgain = 'public, max-age=0, must-revalidate';

/** How a policy names an inline script or style. */
export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The one policy of all files; only who may frame them differs. */
export function contentPolicy({ newsletter, style }: Trusted): string {
  return Object.entries({
    'default-src': "'none'",
    // Pagefind compiles WebAssembly.
    'script-src': `'self' 'wasm-unsafe-eval' ${hashOf(earlyScript)}`,
    'style-src': `'self'${style === undefined ? '' : ` ${hashOf(style)}`}`,
    'img-src': "'self'",
    'font-src': "'self'",
    'connect-src': "'self'",
    // The page with the code of a board shows that board; players come after a reader's click.
    'frame-src': `'self' ${playerOrigins.join(' ')}`,
    // Files of video, after a reader's click: wherever a story found them.
    'media-src': "'self' https:",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'form-action': `'self'${newsletter === '' ? '' : ` ${new URL(newsletter).origin}`}`,
    'base-uri': "'none'",
  })
    .map((directive) => directive.join(' '))
    .join('; ');
}

/** Devices and abilities that no page of the site asks for. */
const unused = ['accelerometer', 'camera', 'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'];

/** Headers of every answer, also of the page for what is missing. */
export function commonHeaders(): Record<string, string> {
  return {
    'Strict-Transport-Security': 'max-age=63072000',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': unused.map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/** Headers that depend on what other sites may do with a path. */
export function foreignHeaders(path: string, trusted: Trusted): Record<string, string> {
  return {
    'Content-Security-Policy': `${contentPolicy(trusted)}; frame-ancestors ${framed.test(path) ? '*' : "'none'"}`,
    ...(!framed.test(path) && { 'X-Frame-Options': 'DENY' }),
    'Cross-Origin-Resource-Policy': shared.test(path) ? 'cross-origin' : 'same-origin',
  };
}

/** Feeds whose endings say too little to hosts. */
const feedFiles = [
  ['rss.xml', 'application/rss+xml; charset=utf-8'],
  ['changes.xml', 'application/rss+xml; charset=utf-8'],
  ['feed.json', 'application/feed+json; charset=utf-8'],
  ['changes.json', 'application/feed+json; charset=utf-8'],
] as const;

/**
 * The rules of `_headers`. Hosts differ in what they do when two rules set one header for a path: some join the values,
 * some take the last. So no two rules do, which leaves addresses that nothing on the site begins like without a policy:
 * the page that they lead to brings its own (`policyElement`).
 * What hosts do by themselves (`max-age=0, must-revalidate` and an ETag) is not said again.
 */
export function headerRules({ top, ...trusted }: Hosting): HeaderRule[] {
  const entries = ['/', ...top.map((name) => `/${name}`)];
  return [
    { path: '/*', headers: commonHeaders() },
    ...entries.map((path) => ({ path: path.length > 1 && path.endsWith('/') ? `${path}*` : path, headers: foreignHeaders(path, trusted) })),
    ...hashed.map((path) => ({ path: `${path}*`, headers: { 'Cache-Control': forever } })),
    ...feedFiles.flatMap(([name, type]) => ['', '/:section', '/:section/:name'].map((folder) => ({ path: `${folder}/${name}`, headers: { 'Content-Type': type } }))),
    ...['news', 'reviews', 'leaderboards'].map((section) => ({ path: `/${section}/:name/index.md`, headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })),
  ];
}

/** The policy as an element, for the page of what is missing. */
export const policyElement = (trusted: Trusted): string => `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(trusted)}">`;

/** The text of `_headers`. See https://docs.netlify.com/routing/headers/ and https://developers.cloudflare.com/pages/configuration/headers/ */
export function headersFile(hosting: Hosting): string {
  return headerRules(hosting)
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].map((line) => `${line}\n`).join(''))
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
  return Object.assign({}, ...rules.filter((rule) => matches(path, rule.path)).map(({ headers }) => headers)) as Record<string, string>;
}

export const matches = (path: string, pattern: string): boolean => expressionOf(pattern).test(path);

function expressionOf(pattern: string): RegExp {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replace(/:\w+/gu, '[^/]+').replace(/\*$/u, '.*');
  return new RegExp(`^${source}$`, 'u');
}

const hashedFiles = hashed.map((folder) => expressionOf(`${folder}*`));

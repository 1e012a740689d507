/** Types of files by the ending of their names, with the charset where there is one. */
const byEnding: Record<string, string> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  mp4: 'video/mp4',
  opml: 'text/x-opml; charset=utf-8',
  pagefind: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/rss+xml; charset=utf-8',
};

/** Types of files by the whole path, where the ending says too little; the first that matches counts. */
export const byPath: readonly [path: RegExp, type: string][] = [
  [/^\/sitemaps\/|\/[^/]*sitemap[^/]*\.xml$/u, 'application/xml; charset=utf-8'],
  [/\/(?:feed|changes)(?:\/\d+)?\.json$/u, 'application/feed+json; charset=utf-8'],
];

export const endings: readonly [ending: string, type: string][] = Object.entries(byEnding);

/** Files that are not for readers: the host reads them. */
export const isForHost = (path: string): boolean => path === '/_headers' || path === '/_redirects';

/** The type of a file by its path; undefined when none is known. */
export function typeOf(path: string): string | undefined {
  if (isForHost(path)) return 'text/plain; charset=utf-8';
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? byEnding[path.slice(path.lastIndexOf('.') + 1)];
}

/** True for files that are worth compressing. */
export const isText = (path: string): boolean => !isForHost(path) && typeOf(path)?.includes('charset=') === true;

/** Endings of the compressed files next to text files. */
export const compressedEndings = ['.br', '.gz'] as const;

export const isCompressed = (path: string): boolean => compressedEndings.some((ending) => path.endsWith(ending));

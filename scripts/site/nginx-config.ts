import {
  revalidate,
  commonHeaders,
  cacheForever,
  hashed,
  headersAt,
  sourceOf,
  type HeaderRule,
} from '../../src/integrations/host-files/headers.ts';
import { byPath, endings, compressedEndings } from '../../src/integrations/host-files/media-types.ts';
import type { Redirect } from '../../src/integrations/host-files/redirects.ts';

/** What a server needs to know. */
export interface NginxHosting {
  /** The folder `dist/`, as a full path. */
  root: string;
  /** What comes after `listen`. */
  listen: string;
  /** The rules of `_headers`. */
  headers: readonly HeaderRule[];
  redirects: readonly Redirect[];
  /** True when the server has the module `brotli_static`. */
  brotli: boolean;
}

/** Configuration of nginx that serves a built site as it is: a part for `http { }`. */
export function nginxConfig({ root, listen, headers, redirects, brotli }: NginxHosting): string {
  const own = headersAt('/', headers);
  const shared = headersAt('/_astro/any', headers);
  const editor = { ...own, ...headersAt('/admin/editor/', headers) };
  const common = Object.entries(commonHeaders());
  return `# Serves a built Megaton site. Written by \`npm run nginx\`; put it inside \`http { }\`.
map_hash_bucket_size 512;
map_hash_max_size 65536;
map $uri $megaton_policy {
  default ${quote(own['Content-Security-Policy'])};
${headers.flatMap(({ path, headers: { 'Content-Security-Policy': policy } }) => (policy === undefined ? [] : [`  ${quote(`~${served(path)}`)} ${quote(policy)};`])).join('\n')}
}
map $uri $megaton_opener {
  default ${quote(own['Cross-Origin-Opener-Policy'])};
  ~^/admin/editor/ ${quote(editor['Cross-Origin-Opener-Policy'])};
}
map $uri $megaton_robots {
  default "";
  ~^/admin/editor/ ${quote(editor['X-Robots-Tag'])};
}
map $uri $megaton_frames {
  default ${quote(own['X-Frame-Options'])};
  ~^/embed/ "";
}
map $uri $megaton_resources {
  default ${quote(own['Cross-Origin-Resource-Policy'])};
  ~^/(?:_astro|badges|cards|charts|embed)/ ${quote(shared['Cross-Origin-Resource-Policy'])};
}
map $uri $megaton_cache {
  default ${quote(revalidate)};
${hashed.map((path) => `  ~^${path.replace(/:\w+/u, '[^/]+')} ${quote(cacheForever)};`).join('\n')}
}
map $uri $megaton_moved {
  default "";
${redirects.flatMap(({ from, to }) => [from, from.replace(/\/$/u, '')].map((path) => `  ${quote(path)} ${quote(to)};`)).join('\n')}
}

server {
  listen ${listen};
  root ${quote(root)};
  index index.html;
  autoindex off;
  server_tokens off;
  # A redirect names a path and never a host, so that no request can choose where it leads.
  absolute_redirect off;
  disable_symlinks off;
  etag on;
  error_page 404 /404.html;

  default_type application/octet-stream;
  types {
${endings.map(([ending, type]) => `    ${bare(type)} ${ending};`).join('\n')}
  }
  charset utf-8;
  charset_types ${[...new Set([...endings.map(([, type]) => type), ...byPath.map(([, type]) => type)].filter((type) => type.includes('charset=')).map(bare))].join(' ')};

  gzip_static on;
${brotli ? '  brotli_static on;\n' : ''}  gzip_vary on;

${common.map(([name, value]) => `  add_header ${name} ${quote(value)} always;`).join('\n')}
  add_header Content-Security-Policy $megaton_policy always;
  add_header Cross-Origin-Opener-Policy $megaton_opener always;
  add_header X-Robots-Tag $megaton_robots always;
  add_header X-Frame-Options $megaton_frames always;
  add_header Cross-Origin-Resource-Policy $megaton_resources always;
  add_header Cache-Control $megaton_cache always;

  if ($megaton_moved) {
    return 301 $megaton_moved;
  }
  location = /404.html { internal; }
  # For hosts and for this server, not for readers.
  location ~ ^/_(?:headers|redirects)$ { return 404; }
  location ~ \\.(?:${compressedEndings.map((ending) => ending.slice(1)).join('|')})$ { return 404; }
${byPath.map(([pattern, type]) => `  location ~ ${quote(pattern.source.replaceAll('\\/', '/'))} {\n    types { }\n    default_type ${bare(type)};\n  }`).join('\n')}
}
`;
}

/** The pattern of a rule for nginx, which knows a page by the file that it sends. */
const served = (path: string): string => sourceOf(path).replace(/\/\$$/u, '/(?:index.html)?$');

const bare = (type: string): string => type.replace(/;.*$/u, '');

/** Values hold no quotation marks, dollars or backslashes of their own but in patterns. */
const quote = (value: string | undefined): string => `"${value ?? ''}"`;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from './addresses.ts';
import {
  commonHeaders,
  cacheForever,
  headersAt,
  isHashed,
  readHeaders,
  type HeaderRule,
} from '../host-files/headers.ts';
import { filesBelow } from '../built-site/files.ts';
import { isForHost, isText, isCompressed, typeOf } from '../host-files/media-types.ts';
import { readRedirects } from '../host-files/redirects.ts';

/** A site as it is served, next to the files that it is made of. */
export interface Served {
  /** `https://megaton.ai`, without a slash at its end. */
  origin: string;
  /** The built site. */
  folder: string;
  /** True when each text file must come as brotli and as gzip. */
  compressed: readonly ('br' | 'gzip')[];
  /** False for a host whose types of rare files, ETags and packed bytes are its own affair. */
  exact?: boolean;
}

/** Requests one file of each kind, and one that does not exist; returns everything that is not served as it should be. */
export async function wronglyServed({ origin, folder, compressed, exact = true }: Served): Promise<string[]> {
  const files = filesBelow(folder).filter((path) => !isCompressed(path));
  const rules = readHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const faults: string[] = [];
  for (const path of oneOfEachKind(files.filter((file) => !isForHost(file) && file !== '/404.html')))
    faults.push(...(await faultsOfFile(origin, folder, path, rules, compressed, exact)));
  const aliases = readRedirects(readFileSync(join(folder, '_redirects'), 'utf8')).slice(0, 5);
  for (const { from, to } of aliases) faults.push(...(await redirectFaults(origin, from, to)));
  return [...faults, ...(await missingFaults(origin)), ...(await strangeFaults(origin))];
}

/** For each folder at the top and each ending the first file. */
function oneOfEachKind(files: readonly string[]): string[] {
  const kinds = Map.groupBy(
    files,
    (path) => `${path.split('/').length > 2 ? path.split('/')[1] : ''} ${path.slice(path.lastIndexOf('.'))}`,
  );
  return [...kinds.values()].flatMap((paths) => paths.slice(0, 1));
}

async function faultsOfFile(
  origin: string,
  folder: string,
  path: string,
  rules: readonly HeaderRule[],
  compressed: readonly string[],
  exact: boolean,
): Promise<string[]> {
  const address = addressOf(path);
  const expected = readFileSync(join(folder, path));
  const answer = await fetch(`${origin}${address}`, { redirect: 'manual', headers: { 'Accept-Encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const etag = answer.headers.get('etag');
  const again =
    etag === null
      ? undefined
      : await fetch(`${origin}${address}`, { headers: { 'If-None-Match': etag, 'Accept-Encoding': 'identity' } });
  const cache = answer.headers.get('cache-control') ?? '';
  const wanted: [boolean, string][] = [
    [answer.status === 200, `comes with status ${answer.status}`],
    [body.equals(expected), 'comes with other bytes'],
    [
      !exact || answer.headers.get('content-type')?.toLowerCase() === typeOf(path),
      `comes as ${answer.headers.get('content-type')}`,
    ],
    [isHashed(address) ? cache === cacheForever : /max-age=0|no-cache/u.test(cache), `is kept for "${cache}"`],
    [!exact || etag !== null, 'has no ETag'],
    [!exact || again === undefined || again.status === 304, `is sent again to who has it: ${again?.status}`],
    [answer.headers.get('set-cookie') === null, 'sets a cookie'],
  ];
  const faults = wanted.filter(([isRight]) => !isRight).map(([, what]) => `${address}: ${what}.`);
  if (isText(path))
    for (const encoding of compressed) faults.push(...(await encodingFaults(origin, address, encoding, expected)));
  return [...faults, ...headerFaults(address, answer, headersAt(address, rules))];
}

async function encodingFaults(origin: string, address: string, encoding: string, expected: Buffer): Promise<string[]> {
  const answer = await fetch(`${origin}${address}`, { headers: { 'Accept-Encoding': encoding } });
  // `fetch` unpacks what it is sent.
  const body = Buffer.from(await answer.arrayBuffer());
  const isRight =
    answer.headers.get('content-encoding') === encoding &&
    body.equals(expected) &&
    /accept-encoding/iu.test(answer.headers.get('vary') ?? '');
  return isRight ? [] : [`${address}: does not come as ${encoding}.`];
}

function headerFaults(address: string, answer: Response, headers: Record<string, string>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (/^(?:Cache-Control|Content-Type)$/u.test(name)) return [];
    const found = answer.headers.get(name);
    return found === value ? [] : [`${address}: ${name} is ${found ?? 'missing'}.`];
  });
}

async function redirectFaults(origin: string, from: string, to: string): Promise<string[]> {
  const answer = await fetch(`${origin}${from}`, { redirect: 'manual' });
  const location = URL.parse(answer.headers.get('location') ?? '', origin);
  return answer.status === 301 && location?.origin === origin && location.pathname === to
    ? []
    : [`${from}: leads with status ${answer.status} to ${location?.href}.`];
}

async function missingFaults(origin: string): Promise<string[]> {
  const addresses = [
    '/no-such-page/',
    '/no-such-page',
    '/news/no-such-story/',
    '/_astro/no-such-file.css',
    '/_headers',
    '/_redirects',
    '/index.html.br',
    '/.git/config',
    '/../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/news/%00',
  ];
  const faults: string[] = [];
  for (const address of addresses) {
    const answer = await fetch(`${origin}${address}`, { redirect: 'manual' });
    const text = await answer.text();
    if (answer.status === 404 && text.includes('http-equiv="Content-Security-Policy"'))
      faults.push(...headerFaults(address, answer, commonHeaders()));
    else if (answer.status !== 400) faults.push(`${address}: is missing and comes with status ${answer.status}.`);
  }
  return faults;
}

/** Folders without a page are not listed, and no request chooses where a redirect leads. */
async function strangeFaults(origin: string): Promise<string[]> {
  const faults: string[] = [];
  for (const address of ['/_astro/', '/pagefind/', '/pagefind/fragment/', '/badges/']) {
    const answer = await fetch(`${origin}${address}`, { redirect: 'manual' });
    const text = await answer.text();
    if (answer.status === 200 || /index of/iu.test(text)) faults.push(`${address}: is listed.`);
  }
  for (const address of [
    '/news',
    '//example.org/news',
    '//example.org/%2f..',
    '/\\example.org/news',
    '/news?to=https://example.org/',
    '/https:/example.org/news',
  ]) {
    const answer = await fetch(`${origin}${address}`, {
      redirect: 'manual',
      headers: { 'X-Forwarded-Host': 'example.org' },
    });
    await answer.arrayBuffer();
    const location = answer.headers.get('location');
    if (location !== null && URL.parse(location, `${origin}${address}`)?.origin !== origin)
      faults.push(`${address}: leads to ${location}.`);
  }
  return faults;
}

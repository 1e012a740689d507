import { typeOf } from '../host-files/media-types.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is wrong with a file of an unknown type, of another type than its name says, or with text that is not UTF-8. */
export function typeFaults(path: string, bytes: Buffer): string[] {
  const type = typeOf(path);
  if (type === undefined)
    return [`${path}: no type is known for such a file; add one to src/integrations/host-files/media-types.ts.`];
  if (!type.includes('charset=')) return binaryFault(path, type, bytes);
  try {
    return textFault(path, type, utf8.decode(bytes));
  } catch {
    return [`${path}: is not UTF-8.`];
  }
}

/** What files of a type begin with. */
const begins: Record<string, RegExp> = {
  'image/webp': /^RIFF....WEBP/su,
  'image/png': /^\u0089PNG/u,
  'image/jpeg': /^\u00ff\u00d8\u00ff/u,
  'font/woff2': /^wOF2/u,
};

function binaryFault(path: string, type: string, bytes: Buffer): string[] {
  return begins[type]?.test(bytes.subarray(0, 16).toString('latin1')) === false ? [`${path}: is not ${type}.`] : [];
}

function textFault(path: string, type: string, text: string): string[] {
  const isRss = /<rss[\s>]/u.test(text.slice(0, 500));
  const isJsonFeed = path.endsWith('.json') && text.slice(0, 200).includes('jsonfeed.org/version');
  const faults: [boolean, string][] = [
    [type.startsWith('text/html') && !/^<!doctype html>/iu.test(text), 'does not begin with <!doctype html>'],
    [
      type.startsWith('text/html') && !/<meta charset="utf-8"/iu.test(text.slice(0, 1024)),
      'does not name its charset at once',
    ],
    [path.endsWith('.xml') && !/^<\?xml version="1\.0" encoding="utf-8"/iu.test(text), 'does not name its encoding'],
    [
      type.includes('xml') && /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u.test(text),
      'holds a character that XML does not allow',
    ],
    [
      type.includes('xml') && /&(?!(?:\w+|#\d+|#x[\da-f]+);)/iu.test(text.replace(/<!\[CDATA\[.*?\]\]>/gsu, '')),
      'holds an ampersand that begins nothing',
    ],
    [path.endsWith('.xml') && isRss !== type.startsWith('application/rss+xml'), `is served as ${type}`],
    [path.endsWith('.json') && isJsonFeed !== type.startsWith('application/feed+json'), `is served as ${type}`],
    [type.includes('json') && !isJson(text), 'is no JSON'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, what]) => `${path}: ${what}.`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

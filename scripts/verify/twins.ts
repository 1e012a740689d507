import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isText, twins } from '../media-types.ts';
import type { Checked } from './checks.ts';

const unpack: Record<(typeof twins)[number], (packed: Buffer) => Buffer> = { '.br': (packed) => brotliDecompressSync(packed), '.gz': (packed) => gunzipSync(packed) };

/** Text files without a compressed twin, twins of nothing, and twins that hold something else. */
export function wrongTwins({ site }: Checked): string[] {
  const there = new Set(site.twins);
  const wanted = site.files.filter(isText).flatMap((path) => twins.map((ending) => ({ path, ending, twin: path + ending })));
  const names = new Set(wanted.map(({ twin }) => twin));
  return [
    ...site.twins.filter((twin) => !names.has(twin)).map((twin) => `${twin}: is the twin of nothing.`),
    ...wanted.flatMap(({ path, ending, twin }) => {
      if (!there.has(twin)) return [`${twin}: is missing.`];
      return holds(site.bytes(twin), ending, site.bytes(path)) ? [] : [`${twin}: holds something else than ${path}.`];
    }),
  ];
}

function holds(packed: Buffer, ending: (typeof twins)[number], content: Buffer): boolean {
  try {
    return unpack[ending](packed).equals(content);
  } catch {
    return false;
  }
}

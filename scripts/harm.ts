import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangingSite } from './changing-site.ts';
import type { Dice } from './corpus-text.ts';
import { filesBelow } from './files.ts';

/** Ways in which a file is harmed. */
const harms: readonly ((file: string, dice: Dice) => string)[] = [
  (file) => {
    writeFileSync(file, 'nonsense');
    return 'overwritten';
  },
  (file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    return 'cut off';
  },
  (file, dice) => {
    const bytes = readFileSync(file);
    if (bytes.length > 0) bytes[dice.between(0, bytes.length - 1)] = dice.between(0, 255);
    writeFileSync(file, bytes);
    return 'changed by a byte';
  },
  (file) => {
    rmSync(file);
    return 'deleted';
  },
];

/**
 * Harms one file of what builds keep, or of the site that readers see, by chance.
 * @returns what was done, in words
 */
export function harm({ folder }: ChangingSite, dice: Dice): string {
  const place = dice.of(['.dist/store', '.dist/press', '.dist/cache', '.dist', 'dist/']);
  const files = place === '.dist' ? readdirSync(join(folder, place)).filter((name) => name.endsWith('.json')).map((name) => `/${name}`) : filesBelow(realpathSync(join(folder, place)));
  if (files.length === 0) return 'nothing to harm';
  const path = dice.of(files);
  return `harm: ${place}${path} was ${dice.of(harms)(join(folder, place, path), dice)}`;
}

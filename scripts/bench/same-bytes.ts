import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTime } from '#loading/build-time';
import { buildSite } from './build-site.ts';
import { copyCode } from './copy-code.ts';
import { filesBelow } from '#integrations/built-site/files';

const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Marquesas'];
const locales = ['C', 'tr_TR.UTF-8', 'de_DE.UTF-8', 'ja_JP.UTF-8', 'ar_EG.UTF-8'];

/**
 * Builds the site many times, each time under other conditions, and compares the bytes.
 * @returns true when they are the same each time
 */
export async function proveSameBytes(builds: number): Promise<boolean> {
  const epoch = String(Math.floor(buildTime().getTime() / 1000));
  const hashes = new Set<string>();
  let root = '';

  for (let index = 0; index < builds; index += 1) {
    // Every second build is a warm one, in the folder of the build before; every third runs under load.
    const warm = index % 2 === 1;
    const loaded = index % 3 === 2;
    if (!warm) root = copy(`megaton-${'same-'.repeat(1 + (index % 4))}`);
    const stop = loaded ? burn() : () => undefined;
    const [TZ, locale] = [zones[index % zones.length] ?? 'UTC', locales[index % locales.length] ?? 'C'];
    await buildSite(root, { TZ, LANG: locale, LC_ALL: locale, SOURCE_DATE_EPOCH: epoch });
    stop();
    const hash = await hashOf(join(root, 'dist'));
    hashes.add(hash);
    console.log(`${index + 1}: ${hash} ${warm ? 'warm' : 'cold'}, ${loaded ? 'under load' : 'idle'}, ${TZ}, ${locale}`);
    if (warm || index === builds - 1) rmSync(root, { recursive: true });
  }
  console.log(hashes.size === 1 ? 'One hash.' : `${hashes.size} hashes.`);
  return hashes.size === 1;
}

function copy(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)));
  cpSync('content', join(folder, 'content'), { recursive: true });
  copyCode(process.cwd(), folder);
  return folder;
}

/** Keeps every core busy. */
function burn(): () => void {
  const busy = cpus().map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  return () => {
    for (const process of busy) process.kill();
  };
}

/** One hash of all paths and bytes; Pagefind's own files differ from build to build. */
async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of filesBelow(realpathSync(folder)).filter((file) => !file.startsWith('/pagefind/')))
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest(),
    );
  return hash.digest('hex').slice(0, 16);
}

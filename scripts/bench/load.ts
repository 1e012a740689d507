import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTime } from '#loading/build-time';
import { builtSite } from '../command-line.ts';
import { publishSite } from '../site/releases.ts';
import { hasNginx, runNginx } from '../site/run-nginx.ts';

/** Files that are requested in turn; one round is what one reader needs. */
interface Target {
  name: string;
  paths: string[];
}

/**
 * Publishes the built site with compressed files, serves it with nginx on loopback and measures the requests a second.
 * @param seconds for each kind of request
 * @returns false when nginx or wrk is not installed
 */
export async function measureLoad(seconds: number, connections: number): Promise<boolean> {
  const site = builtSite();
  if (!hasNginx() || spawnSync('wrk', ['-v']).error) {
    console.error('This needs nginx and wrk. On Debian: apt-get install nginx wrk');
    return false;
  }
  const home = mkdtempSync(join(tmpdir(), 'megaton-load-'));
  // The workers of nginx run as another user.
  chmodSync(home, 0o755);
  await publishSite({ site, folder: home, now: buildTime(), compress: true, keep: 1, acceptLoss: false });
  const nginx = await runNginx(join(home, 'current'));
  console.log(
    `nginx on loopback, ${connections} connections for ${seconds} s each, on ${cpus().length} cores that also send the requests.`,
  );
  console.log('| What | Files | Requests/s | Rounds/s | Median | 99 % |\n| --- | --- | --- | --- | --- | --- |');
  for (const target of targets(site)) console.log(measure(nginx.origin, target, seconds, connections));
  await nginx.stop();
  rmSync(home, { recursive: true });
  return true;
}

function targets(folder: string): Target[] {
  const year = readdirSync(join(folder, 'pagefind')).sort().at(-1) ?? '';
  const search = `/pagefind/${year}`;
  const first = (path: string, ending: string): string => {
    const name = readdirSync(join(folder, path))
      .filter((each) => each.endsWith(ending))
      .sort()[0];
    if (name === undefined) throw new Error(`There is nothing that ends in ${ending || '/'} in ${path}.`);
    return `${path}${name}`;
  };
  const below = (path: string, count: number): string[] =>
    readdirSync(join(folder, path))
      .sort()
      .slice(0, count)
      .map((name) => `${path}${name}`);
  return [
    { name: 'an article', paths: ['/news/artists-stealing-isnt-innovation/'] },
    { name: 'a board', paths: ['/leaderboards/arena-text-to-video/'] },
    { name: 'the feed', paths: ['/rss.xml'] },
    { name: 'the index of a search', paths: ['/search-index.json'] },
    {
      name: 'a search: engine, index, filters and ten results',
      paths: [
        ...['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind'].map((name) => `${search}/${name}`),
        first(`${search}/`, '.pf_meta'),
        first(`${search}/index/`, '.pf_index'),
        ...below(`${search}/filter/`, 5),
        ...below(`${search}/fragment/`, 10),
      ],
    },
  ];
}

function measure(origin: string, { name, paths }: Target, seconds: number, connections: number): string {
  const home = mkdtempSync(join(tmpdir(), 'megaton-load-'));
  const script = join(home, 'paths.lua');
  writeFileSync(
    script,
    `local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }\nlocal n = 0\nrequest = function() n = n % #paths + 1 return wrk.format('GET', paths[n]) end\n`,
  );
  const { stdout } = spawnSync(
    'wrk',
    ['--latency', '-t1', `-c${connections}`, `-d${seconds}s`, '-H', 'Accept-Encoding: br, gzip', '-s', script, origin],
    { encoding: 'utf8' },
  );
  rmSync(home, { recursive: true });
  const found = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '?';
  const rate = Number(found(/Requests\/sec:\s+([\d.]+)/u));
  const bad = /Non-2xx or 3xx responses: (\d+)/u.exec(stdout)?.[1];
  return `| ${name} | ${paths.length} | ${Math.round(rate)} | ${Math.round(rate / paths.length)} | ${found(/50%\s+(\S+)/u)} | ${found(/99%\s+(\S+)/u)} |${bad === undefined ? '' : ` ${bad} answers were errors`}`;
}

import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtSite, readOptions, wholeNumber } from '../command-line.ts';
import { hasNginx, runNginx } from '../site/run-nginx.ts';

/** What is asked for in turn; one round is what one reader needs. */
interface Target {
  name: string;
  paths: string[];
}

const values = readOptions({ seconds: { type: 'string', default: '5' }, connections: { type: 'string', default: '64' } }, 'Usage: npm run load -- [--seconds=5] [--connections=64]');
const [seconds, connections] = [wholeNumber('seconds', values.seconds), wholeNumber('connections', values.connections)];
const folder = builtSite();

if (!hasNginx() || spawnSync('wrk', ['-v']).error) {
  console.error('This needs nginx and wrk: apt-get install nginx wrk, or what your system has instead.');
  process.exitCode = 1;
} else {
  const nginx = await runNginx(folder);
  console.log(`nginx on loopback, ${connections} connections for ${seconds} s each, on ${cpus().length} cores that also ask.`);
  console.log('| What | Files | Requests/s | Rounds/s | Median | 99 % |\n| --- | --- | --- | --- | --- | --- |');
  for (const target of targets()) console.log(measure(nginx.origin, target));
  await nginx.stop();
}

function targets(): Target[] {
  const first = (path: string, ending: string): string => {
    const name = readdirSync(join(folder, path)).filter((each) => each.endsWith(ending)).sort()[0];
    if (name === undefined) throw new Error(`There is nothing that ends in ${ending || '/'} in ${path}.`);
    return `${path}${name}`;
  };
  const below = (path: string, count: number): string[] => readdirSync(join(folder, path)).sort().slice(0, count).map((name) => `${path}${name}`);
  return [
    { name: 'an article', paths: ['/news/artists-stealing-isnt-innovation/'] },
    { name: 'a board', paths: ['/leaderboards/arena-text-to-video/'] },
    { name: 'the feed', paths: ['/rss.xml'] },
    { name: 'the headlines of a search', paths: ['/headlines.json'] },
    { name: 'a search: engine, index, filters and ten results', paths: ['/pagefind/pagefind.js', '/pagefind/pagefind-worker.js', '/pagefind/pagefind-entry.json', first('/pagefind/', '.pf_meta'), '/pagefind/wasm.en.pagefind', first('/pagefind/index/', '.pf_index'), ...below('/pagefind/filter/', 5), ...below('/pagefind/fragment/', 10)] },
  ];
}

function measure(origin: string, { name, paths }: Target): string {
  const home = mkdtempSync(join(tmpdir(), 'megaton-load-'));
  const script = join(home, 'paths.lua');
  writeFileSync(script, `local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }\nlocal n = 0\nrequest = function() n = n % #paths + 1 return wrk.format('GET', paths[n]) end\n`);
  const { stdout } = spawnSync('wrk', ['--latency', '-t1', `-c${connections}`, `-d${seconds}s`, '-H', 'Accept-Encoding: br, gzip', '-s', script, origin], { encoding: 'utf8' });
  rmSync(home, { recursive: true });
  const found = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '?';
  const rate = Number(found(/Requests\/sec:\s+([\d.]+)/u));
  const bad = /Non-2xx or 3xx responses: (\d+)/u.exec(stdout)?.[1];
  return `| ${name} | ${paths.length} | ${Math.round(rate)} | ${Math.round(rate / paths.length)} | ${found(/50%\s+(\S+)/u)} | ${found(/99%\s+(\S+)/u)} |${bad === undefined ? '' : ` ${bad} answers were errors`}`;
}

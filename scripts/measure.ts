import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, with everything that it started. */
export interface Cost {
  /** Seconds of processor time. */
  cpu: number;
  /** Seconds by the clock. */
  wall: number;
  /** Most memory at one time, in bytes; 0 where the system does not tell. */
  peak: number;
}

/**
 * Runs a command in a folder and measures it.
 * @throws Error with what the command said, when it fails
 */
export function measure(folder: string, command: readonly string[]): Promise<Cost> {
  return new Promise((resolve, reject) => {
    // The shell's own clock counts the processor time of the whole tree.
    const child = spawn('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$@" >&2', 'bash', ...command], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let peak = 0;
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const sampler = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), 100);
    child.once('close', (code) => {
      clearInterval(sampler);
      const [user = NaN, system = NaN, wall = NaN] = (said.trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number);
      if (code !== 0 || Number.isNaN(wall)) reject(new Error(`${command.join(' ')} failed in ${folder}:\n${said}`));
      else resolve({ cpu: user + system, wall, peak });
    });
  });
}

/** Resident memory of a process and all below it, in bytes, as Linux tells it. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  const pages = new Map<number, number>();
  for (const name of listProcesses()) {
    try {
      // Behind the name, which may hold anything: state, parent, …, resident pages as the 22nd field.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /su, '').split(' ');
      parents.set(Number(name), Number(fields[1]));
      pages.set(Number(name), Number(fields[21]));
    } catch {
      // It has ended.
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...pages].reduce((sum, [pid, count]) => (isBelow(pid) ? sum + count * 4096 : sum), 0);
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

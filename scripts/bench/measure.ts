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

/** A command that has run. */
export interface Measured {
  cost: Cost;
  /** Everything that it printed. */
  said: string;
  /**
   * Seconds of processor time by the name of a program, as the system calls it, up to the last look at it, a tenth of a
   * second before its end at most; empty where the system does not tell.
   */
  programs: ReadonlyMap<string, number>;
}

/** A command did not end well. */
export class FailedCommand extends Error {
  override readonly name = 'FailedCommand';
  /** Why, in one line. */
  readonly reason: string;

  constructor(command: readonly string[], folder: string, code: number | null, said: string) {
    super(`${command.join(' ')} failed in ${folder}, it ended with ${code}:\n${said}`);
    this.reason = firstError(said) ?? `it ended with ${code}`;
  }
}

/** The line of what a program said that tells its fault. */
export const firstError = (said: string): string | undefined => said.split('\n').find((line) => /\berr(?:or)?\b|error:/iu.test(line) && !/\bwarn/iu.test(line))?.trim();

/**
 * Runs a command in a folder and measures it.
 * @param env variables besides those of this process
 * @throws FailedCommand
 */
export function measure(folder: string, command: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Measured> {
  return new Promise((resolve, reject) => {
    // The shell's own clock counts the processor time of the whole tree.
    const child = spawn('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$@" >&2', 'bash', ...command], { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let peak = 0;
    const seen = new Map<number, Running>();
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const sampler = setInterval(() => {
      const running = runningBelow(child.pid ?? 0);
      peak = Math.max(peak, sum(running.map(({ memory }) => memory)));
      for (const one of running) seen.set(one.pid, one);
    }, 100);
    child.once('close', (code) => {
      clearInterval(sampler);
      const [user = NaN, system = NaN, wall = NaN] = (said.trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number);
      if (code !== 0 || Number.isNaN(wall)) reject(new FailedCommand(command, folder, code, said));
      else resolve({ cost: { cpu: user + system, wall, peak }, said, programs: timesByName([...seen.values()]) });
    });
  });
}

/** A process, as Linux tells it. */
interface Running {
  pid: number;
  parent: number;
  name: string;
  /** Seconds of processor time, without that of processes which it started. */
  cpu: number;
  /** Resident memory in bytes. */
  memory: number;
}

/** A process and all below it. */
function runningBelow(root: number): Running[] {
  const all = new Map(listProcesses().flatMap(readProcess).map((one) => [one.pid, one]));
  const isBelow = (pid: number): boolean => pid === root || (all.has(pid) && isBelow(all.get(pid)?.parent ?? 0));
  return [...all.values()].filter(({ pid }) => isBelow(pid));
}

/** Nothing when it has ended. */
function readProcess(pid: string): Running[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold anything, so that only its last bracket ends it.
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/su.exec(stat) ?? [];
    const fields = rest.split(' ').map(Number);
    const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]];
    return [{ pid: Number(pid), parent, name, cpu: (user + system) / ticksPerSecond, memory: pages * bytesPerPage }];
  } catch {
    return [];
  }
}

const ticksPerSecond = 100;
const bytesPerPage = 4096;

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

function timesByName(processes: readonly Running[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { name, cpu } of processes) times.set(name, (times.get(name) ?? 0) + cpu);
  return times;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

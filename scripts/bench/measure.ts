import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, with everything that it started. */
export interface Cost {
  /** Seconds of processor time. */
  cpu: number;
  /** Seconds by the clock. */
  wall: number;
  /** Most memory at one time, in bytes; 0 where the system does not report it. */
  peak: number;
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

/** The line of an output that names the error. */
export const firstError = (said: string): string | undefined =>
  said
    .split('\n')
    .find((line) => /\berr(?:or)?\b|error:/iu.test(line) && !/\bwarn/iu.test(line))
    ?.trim();

/**
 * Runs a command in a folder and measures it.
 * @param env variables besides those of this process
 * @throws FailedCommand
 */
export function measure(
  folder: string,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  return new Promise((resolve, reject) => {
    // The shell's own clock counts the processor time of the whole tree.
    const child = spawn('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$@" >&2', 'bash', ...command], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let peak = 0;
    // Astro reports errors on standard output too; the times are the last line of standard error.
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said = `${said}${data.toString()}`.slice(-kept)));
    const sampler = setInterval(() => {
      peak = Math.max(peak, sum(runningBelow(child.pid ?? 0).map(({ memory }) => memory)));
    }, 100);
    child.once('close', (code) => {
      clearInterval(sampler);
      const [user = NaN, system = NaN, wall = NaN] = (said.trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number);
      if (code !== 0 || Number.isNaN(wall)) reject(new FailedCommand(command, folder, code, said));
      else resolve({ cpu: user + system, wall, peak });
    });
  });
}

/** Characters of the output that are kept. */
const kept = 20_000;

/** A process, as Linux reports it. */
interface Running {
  pid: number;
  parent: number;
  /** Resident memory in bytes. */
  memory: number;
}

/** A process and all below it. */
function runningBelow(root: number): Running[] {
  const all = new Map(
    listProcesses()
      .flatMap(readProcess)
      .map((one) => [one.pid, one]),
  );
  const isBelow = (pid: number): boolean => pid === root || (all.has(pid) && isBelow(all.get(pid)?.parent ?? 0));
  return [...all.values()].filter(({ pid }) => isBelow(pid));
}

/** Nothing when it has ended. */
function readProcess(pid: string): Running[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold anything, so that only its last bracket ends it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, pages = 0] = [fields[1], fields[21]];
    return [{ pid: Number(pid), parent, memory: pages * bytesPerPage }];
  } catch {
    return [];
  }
}

const bytesPerPage = 4096;

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

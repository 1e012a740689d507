import type { Cost, Measured } from './measure.ts';

/** One stage of a build of Megaton. */
export interface Stage {
  name: string;
  /** Seconds by the clock. */
  wall: number;
  /** Seconds of processor time, of programs that it started too as far as they are known. */
  cpu: number;
}

/** Name of the stage of the full-text search, and of the program that it starts, as Linux cuts it off. */
const search = { stage: 'Search', program: /^pagefind/u };

/** As `Progress` tells it. */
const stageLine = /^(\S[^:\n]*): .*, (\d+\.\d) s \(processor (\d+\.\d) s\)$/gmu;

/** The stages of a build, from what it printed; none when it printed none. */
export function stagesOf({ said, programs }: Measured): Stage[] {
  const started = [...programs].reduce((sum, [name, cpu]) => (search.program.test(name) ? sum + cpu : sum), 0);
  return [...said.matchAll(stageLine)].map(([, name = '', wall, cpu]) => ({ name, wall: Number(wall), cpu: Number(cpu) + (name === search.stage ? started : 0) }));
}

/**
 * What a build would have taken without its full-text search: the stage, and the processor time of the program that it
 * started.
 * @returns undefined when that is not known
 */
export function withoutSearch(measured: Measured): Cost | undefined {
  const stage = stagesOf(measured).find(({ name }) => name === search.stage);
  if (!stage || measured.programs.size === 0) return undefined;
  const { cpu, wall } = measured.cost;
  // Where memory was highest is not known.
  return { cpu: cpu - stage.cpu, wall: wall - stage.wall, peak: 0 };
}

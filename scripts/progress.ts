/** Tells what a long command does: each stage with its counts and its times, and the whole at the end. */
export class Progress {
  readonly #tell: (line: string) => void;
  #total = 0;

  constructor(tell: (line: string) => void = console.log) {
    this.#tell = tell;
  }

  /**
   * Does one stage. Its processor time is that of this process, without that of others which it starts.
   * @param name what is done, in a word or two
   * @param work returns its result and what to say of it
   */
  async stage<Result>(name: string, work: () => Promise<{ result: Result; said: string }>): Promise<Result> {
    const start = performance.now();
    const before = process.cpuUsage();
    const { result, said } = await work();
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    this.#total += took;
    this.#tell(`${name}: ${said}, ${seconds(took)} (processor ${seconds((user + system) / 1000)})`);
    return result;
  }

  /** Says how long all took. */
  end(said: string): void {
    this.#tell(`${said} ${seconds(this.#total)} in all.`);
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `1 page`, `2 pages`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

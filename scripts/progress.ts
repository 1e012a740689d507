/** Tells what a long command does: each stage with its counts and its times, and the whole with its shares at the end. */
export class Progress {
  readonly #tell: (line: string) => void;
  readonly #took: [name: string, milliseconds: number][] = [];

  constructor(tell: (line: string) => void = console.log) {
    this.#tell = tell;
  }

  /**
   * Does one stage. Its processor time is that of this process, without that of others which it starts.
   * @param name what is done, in a word or two
   * @param work returns its result and what to say of it; it is given a way to tell how many of how many are done
   */
  async stage<Result>(name: string, work: (tell: (done: number, all: number) => void) => Promise<{ result: Result; said: string }>): Promise<Result> {
    const start = performance.now();
    const before = process.cpuUsage();
    let told = start;
    const { result, said } = await work((done, all) => {
      if (performance.now() - told < patience || done === all) return;
      told = performance.now();
      this.#tell(`${name}: ${done} of ${all}, ${seconds(told - start)}`);
    });
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    this.#took.push([name, took]);
    this.#tell(`${name}: ${said}, ${seconds(took)} (processor ${seconds((user + system) / 1000)})`);
    return result;
  }

  /** Says what is out of the ordinary. */
  note(text: string): void {
    this.#tell(text);
  }

  /** Says how long all took, and where most of the time went. */
  end(said: string): void {
    const all = this.#took.reduce((sum, [, took]) => sum + took, 0);
    const shares = [...this.#took].sort(([, a], [, b]) => b - a).flatMap(([name, took]) => (took > all / 10 ? [`${name} ${Math.round((took / all) * 100)} %`] : []));
    this.#tell(`${said} ${seconds(all)} in all: ${shares.join(', ')}.`);
  }
}

/** Milliseconds between two words on a long stage. */
const patience = 5000;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `1 page`, `2 pages`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

import type { BenchSite } from './sites.ts';
import type { Build } from './targets.ts';
import { FailedCommand, measure, type Cost } from './measure.ts';

/** Builds sites in turn, round by round. A site that fails is left out from then on; the others go on. */
export class Rounds {
  readonly #sites: readonly BenchSite[];
  readonly #report: (line: string) => void;
  readonly #built: Record<Build, Map<string, Cost[]>> = { cold: new Map(), edit: new Map() };
  readonly #failed = new Map<string, string>();

  /** @param report is called with the site that is being built */
  constructor(sites: readonly BenchSite[], report: (line: string) => void) {
    this.#sites = sites;
    this.#report = report;
  }

  /**
   * Makes every site ready, then builds each.
   * @param what this round is, in words
   */
  async round(build: Build, what: string, prepare: (site: BenchSite) => void): Promise<void> {
    const sites = this.#sites.filter(({ name }) => !this.#failed.has(name));
    for (const site of sites) prepare(site);
    for (const [index, { name, folder, command, env }] of sites.entries()) {
      this.#report(`${what}: ${name} (${index + 1} of ${sites.length})`);
      try {
        const measured = await measure(folder, command, env);
        this.#built[build].set(name, [...(this.#built[build].get(name) ?? []), measured]);
      } catch (error) {
        if (!(error instanceof FailedCommand)) throw error;
        this.#report(error.message);
        this.#failed.set(name, error.reason);
      }
    }
  }

  /** Builds of one kind, by the name of the site; without sites that failed. */
  builds(build: Build): [site: string, builds: Cost[]][] {
    return [...this.#built[build]].filter(([name]) => !this.#failed.has(name));
  }

  /** Sites that failed, and why. */
  failures(): [site: string, why: string][] {
    return [...this.#failed];
  }
}

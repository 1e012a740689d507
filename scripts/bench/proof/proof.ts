import { cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite, killedBuild } from '../build-site.ts';
import { copyCode } from '../copy-code.ts';
import { writeCorpusSite } from '../corpus/corpus-site.ts';
import { SeededRandom } from '../corpus/corpus-text.ts';
import { differences } from './differences.ts';
import { ChangingSite } from './changing-site.ts';
import { changeAtRandom } from './random-changes.ts';

/** How a trial begins. */
export interface ProofOptions {
  articles: number;
  /** The same seed makes the same site and the same changes. */
  seed: number;
}

const mostChanges = 4;
/** How often a build is killed before the one that counts, and how often the changes are then taken back: from 0 to 1. */
const killed = 0.25;
const reverted = 0.5;
/** Milliseconds within which a build is killed. */
const longestRun = 12_000;

/** What changes touch; all else in the folder of a site is what builds write. */
const sources = ['content', 'src', 'public'];

/**
 * Shows by trial that an incremental build equals a cold one: a made-up site is changed at random and built in place again and
 * again, at times killed at a random moment, and its copy is built from nothing.
 */
export class Proof {
  readonly #home: string;
  readonly #site: ChangingSite;
  /** Of its own: when a build is killed must not decide what is changed. */
  readonly #random: SeededRandom;

  private constructor(home: string, site: ChangingSite, random: SeededRandom) {
    this.#home = home;
    this.#site = site;
    this.#random = random;
  }

  /**
   * Writes the site and builds it once.
   * @param project the project's folder
   * @param home an empty folder for the trial
   */
  static async begin(project: string, home: string, { articles, seed }: ProofOptions): Promise<Proof> {
    const real = realpathSync(home);
    const folder = join(real, 'site');
    writeCorpusSite(project, folder, { articles, seed, pictures: false });
    const proof = new Proof(
      real,
      new ChangingSite(folder, join(project, 'content/articles'), seed),
      new SeededRandom(seed + 1),
    );
    await proof.#build(folder);
    return proof;
  }

  /**
   * Changes the site, kills a build at times, and builds.
   * @returns what was done, in words
   * @throws Error with the output of the build, when it fails
   */
  async step(): Promise<string[]> {
    const { folder, random } = this.#site;
    const before = join(this.#home, 'before');
    copySources(folder, before);
    const done = changeAtRandom(this.#site, random.between(2, mostChanges));
    if (this.#random.chance(killed)) {
      const moment = this.#random.between(500, longestRun);
      await killedBuild(folder, this.#environment, moment);
      done.push(`a build killed after ${moment} ms`);
      if (this.#random.chance(reverted)) {
        copySources(before, folder);
        done.push('all of it reverted');
      }
    }
    await this.#build(folder);
    return done;
  }

  /**
   * Builds the same content from nothing.
   * @returns files that are not the same in both, in words; Pagefind's own files are not compared
   */
  async compare(): Promise<string[]> {
    const { folder } = this.#site;
    const cold = join(this.#home, 'cold');
    rmSync(cold, { recursive: true, force: true });
    mkdirSync(cold);
    cpSync(join(folder, 'content'), join(cold, 'content'), { recursive: true });
    copyCode(folder, cold);
    await this.#build(cold);
    return differences(join(folder, 'dist'), join(cold, 'dist'), (path) => !path.startsWith('/pagefind/'));
  }

  get #environment(): Record<string, string> {
    return { SOURCE_DATE_EPOCH: this.#site.epoch };
  }

  async #build(root: string): Promise<void> {
    await buildSite(root, this.#environment);
  }
}

function copySources(from: string, to: string): void {
  for (const name of sources) {
    rmSync(join(to, name), { recursive: true, force: true });
    cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

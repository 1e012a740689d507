import { cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../build-site.ts';
import { copyCode } from '../copy-code.ts';
import { writeCorpusSite } from '../corpus/corpus-site.ts';
import { Dice } from '../corpus/corpus-text.ts';
import { differences } from './differences.ts';
import { ChangingSite } from './changing-site.ts';
import { harm } from '../../harm.ts';
import { changeAtRandom } from './random-changes.ts';

/** How a trial begins. */
export interface ProofOptions {
  articles: number;
  /** The same seed makes the same site and the same changes. */
  seed: number;
}

const mostChanges = 4;
/** How often something is harmed, from 0 to 1. */
const harmful = 0.15;

/**
 * Shows by trial that a build which keeps what it can equals one from nothing: a made-up site is changed at random and built
 * in place again and again, and now and then, beside it, from nothing.
 */
export class Proof {
  readonly #home: string;
  readonly #site: ChangingSite;
  /** Of its own: what is there to be harmed must not decide what is changed. */
  readonly #luck: Dice;

  private constructor(home: string, site: ChangingSite, luck: Dice) {
    this.#home = home;
    this.#site = site;
    this.#luck = luck;
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
    const proof = new Proof(real, new ChangingSite(folder, join(project, 'content/articles'), seed), new Dice(seed + 1));
    await proof.#build(folder);
    return proof;
  }

  /**
   * Changes the site, harms what builds keep with some luck, and builds.
   * @returns what was done, in words
   * @throws Error with what the build said, when it fails
   */
  async step(): Promise<string[]> {
    const done = changeAtRandom(this.#site, this.#site.dice.between(2, mostChanges));
    if (this.#luck.chance(harmful)) done.push(harm(this.#site, this.#luck));
    await this.#build(this.#site.folder);
    return done;
  }

  /**
   * Builds the same content from nothing.
   * @returns files that are not the same in both, in words
   */
  async compare(): Promise<string[]> {
    const { folder } = this.#site;
    const cold = join(this.#home, 'cold');
    rmSync(cold, { recursive: true, force: true });
    mkdirSync(cold);
    cpSync(join(folder, 'content'), join(cold, 'content'), { recursive: true });
    copyCode(folder, cold);
    await this.#build(cold);
    return differences(realpathSync(join(folder, 'dist')), realpathSync(join(cold, 'dist')));
  }

  #build(root: string): Promise<void> {
    return buildSite(root, { SOURCE_DATE_EPOCH: this.#site.epoch }, ['--accept-loss']);
  }
}

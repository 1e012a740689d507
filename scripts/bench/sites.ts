import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { astroPackages, astroSite } from './peers/astro-site.ts';
import { names } from './targets.ts';
import { eleventyPackages, eleventySite } from './peers/eleventy-site.ts';
import { hugoSite } from './peers/hugo-site.ts';
import { installPeer } from './peers/install-peer.ts';
import { writePeerSite, type PeerSite } from './peers/peer-site.ts';

/** Programs that can be measured. */
export const programs = ['megaton', 'hugo', 'eleventy', 'astro'] as const;

export type Program = (typeof programs)[number];

/** A site that is built and measured. */
export interface BenchSite {
  name: string;
  folder: string;
  command: readonly string[];
  env: Readonly<Record<string, string>>;
  /**
   * Replaces an article.
   * @param article its path in Megaton's site
   * @param text the whole file as Megaton reads it
   */
  put: (article: string, text: string) => void;
}

/** A program that is ready to build sites of its kind. */
export interface Peer {
  name: string;
  site: PeerSite;
  command: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Sites are folders of it, and find their packages in it. */
  home: string;
}

/** Megaton's own site. */
export function megatonSite(folder: string): BenchSite {
  return {
    name: names.megaton,
    folder,
    command: [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build'],
    env: roomy,
    put: (article, text) => writeFileSync(join(folder, article), text),
  };
}

/**
 * The same articles as a site of another kind.
 * @param megaton folder of Megaton's site
 * @param articles their paths in it
 */
export function peerSite(
  { name, site, command, env, home }: Peer,
  megaton: string,
  articles: readonly string[],
): BenchSite {
  const folder = join(home, `${articles.length}-${name.replace(/\W+/gu, '-').toLowerCase()}`);
  rmSync(folder, { recursive: true, force: true });
  writePeerSite(megaton, folder, articles, site);
  return {
    name,
    folder,
    command,
    env,
    put: (article, text) => writeFileSync(join(folder, site.pathOf(article)), site.textOf(text)),
  };
}

/**
 * Makes a program ready, from npm where it comes from there.
 * @param project the project's folder
 * @param home a folder for what it needs, and for its sites
 * @throws Error that says why it cannot be measured
 */
export function peersOf(program: Exclude<Program, 'megaton'>, project: string, home: string): Peer[] {
  return ready[program](project, join(home, program));
}

const ready: Record<Exclude<Program, 'megaton'>, (project: string, home: string) => Peer[]> = {
  hugo: (_, home) => {
    if (spawnSync('hugo', ['version']).status !== 0) throw new Error('it is not installed');
    const command = ['hugo', '--quiet'];
    return [
      { name: names.hugo, site: hugoSite(false), command, env: {}, home },
      { name: names.hugoRelated, site: hugoSite(true), command, env: {}, home },
    ];
  },
  eleventy: (project, home) => {
    installPeer(home, eleventyPackages);
    const command = [process.execPath, join(home, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'];
    return [{ name: names.eleventy, site: eleventySite(project), command, env: roomy, home }];
  },
  astro: (project, home) => {
    installPeer(home, astroPackages(project));
    const command = [process.execPath, join(home, 'node_modules/astro/bin/astro.mjs'), 'build'];
    return [{ name: names.astro, site: astroSite(project), command, env: roomy, home }];
  },
};

/** At 10,000 articles the usual limit of Node's memory may not be enough. */
const roomy = { NODE_OPTIONS: '--max-old-space-size=8192', ASTRO_TELEMETRY_DISABLED: '1' };

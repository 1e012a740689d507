import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { splitFrontMatter } from '#loading/files/front-matter';
import { parse } from 'yaml';

/** How another program has the same site: articles with related stories, lists by topic with a feed each, a sitemap. */
export interface PeerSite {
  /** Its settings and templates, by path. */
  files: Readonly<Record<string, string>>;
  /** Where it has an article, from where Megaton has it. */
  pathOf: (article: string) => string;
  /** An article as it reads it, from the whole file as Megaton reads it. */
  textOf: (text: string) => string;
}

/**
 * Writes the articles of a site of Megaton as a site of another kind.
 * @param megaton the folder of Megaton's site
 * @param articles their paths in it
 */
export function writePeerSite(
  megaton: string,
  folder: string,
  articles: readonly string[],
  { files, pathOf, textOf }: PeerSite,
): void {
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
  for (const path of articles) write(join(folder, pathOf(path)), textOf(readFileSync(join(megaton, path), 'utf8')));
}

/** An article, taken apart. */
export interface PeerArticle {
  fields: Readonly<Record<string, unknown>>;
  body: string;
}

/**
 * Takes an article apart for a peer: all topics are lists, links to models lead to pages of the peer, and boxes are left
 * out, since no peer has ours.
 * @param text the whole file
 */
export function peerArticle(text: string): PeerArticle {
  const parts = splitFrontMatter(text);
  if (!parts) throw new Error('An article has no front matter.');
  const { category, ...fields } = parse(parts.yaml) as Record<string, unknown>;
  const body = parts.body.replace(/^::+.*$/gmu, '').replace(/\]\(model:([^)]+)\)/gu, '](/models/$1/)');
  return { fields: { ...fields, categories: [category] }, body };
}

/** The name that an article has in its address. */
export const slugIn = (article: string): string => article.split('/').at(-2) ?? '';

/** A file, line by line. */
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Our own code for related stories, so that all programs relate them by the same rules.
 * @param project folder of the project
 * @param folder of the other site, which ends with a slash
 */
export function relatedCode(project: string, folder = ''): Record<string, string> {
  const sources = ['stories/related.ts', 'stories/story-dates.ts', 'text/dates.ts'];
  return Object.fromEntries(
    sources.map((path) => [
      `${folder}${basename(path)}`,
      // They are next to each other there.
      readFileSync(join(project, 'src/domain', path), 'utf8').replaceAll("'../text/", "'./"),
    ]),
  );
}

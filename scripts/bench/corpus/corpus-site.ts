import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { copyCode } from '../copy-code.ts';
import { corpusArticle, type CorpusIds } from './corpus.ts';

/** How large and of what kind a made-up site is. */
export interface CorpusOptions {
  articles: number;
  seed: number;
  /** Every article gets a picture of its own. */
  pictures: boolean;
}

/**
 * Writes a site of made-up articles: the code, models and boards of the project with the given number of articles.
 * @param project the project's folder
 * @param folder a folder that is not there yet
 * @returns paths of the articles from the folder
 */
export function writeCorpusSite(
  project: string,
  folder: string,
  { articles, seed, pictures }: CorpusOptions,
): string[] {
  mkdirSync(folder, { recursive: true });
  copyCode(project, folder);
  cpSync(join(project, 'content'), join(folder, 'content'), { recursive: true });
  // Newsletter issues, topics and the front page name the project's own stories.
  for (const own of ['articles', 'reviews', 'newsletters', 'topics', 'front-page.yaml'])
    rmSync(join(folder, 'content', own), { recursive: true, force: true });
  const ids = idsIn(folder);
  const heroes = pictures ? heroesIn(join(project, 'content/articles')) : [];
  return Array.from({ length: articles }, (_, index) => {
    const { slug, year, text } = corpusArticle(index, seed, ids, pictures ? 'hero.webp' : undefined);
    const path = `content/articles/${year}/${slug}`;
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.md'), text);
    if (pictures) cpSync(heroes[index % heroes.length] ?? '', join(folder, path, 'hero.webp'));
    return `${path}/index.md`;
  });
}

/**
 * Puts articles into an order by their dates.
 * @param folder the site
 * @param articles their paths in it
 */
export function newestFirst(folder: string, articles: readonly string[]): string[] {
  const dates = new Map(
    articles.map((path) => [path, /^date: (.*)$/mu.exec(readFileSync(join(folder, path), 'utf8'))?.[1] ?? '']),
  );
  return articles.toSorted((a, b) => ((dates.get(a) ?? '') < (dates.get(b) ?? '') ? 1 : -1));
}

/** Ids that articles of a site can name. */
export function idsIn(folder: string): CorpusIds {
  const names = (path: string): string[] =>
    readdirSync(join(folder, 'content', path)).map((name) => name.replace(/\.yaml$/u, ''));
  const categories = Object.keys(parse(readFileSync(join(folder, 'content/categories.yaml'), 'utf8')) as object);
  return { authors: names('authors'), boards: names('leaderboards'), categories, models: names('models') };
}

/** Heroes of the project's own articles. */
export function heroesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith('hero.webp'))
    .map((path) => join(folder, path))
    .sort();
}

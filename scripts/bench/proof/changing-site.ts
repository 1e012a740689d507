import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { splitFrontMatter } from '#loading/files/front-matter';
import { parse, stringify } from 'yaml';
import type { CorpusIds } from '../corpus/corpus.ts';
import { heroesIn, idsIn } from '../corpus/corpus-site.ts';
import { SeededRandom } from '../corpus/corpus-text.ts';
import { filesBelow } from '../../../src/integrations/built-site/files.ts';

type Fields = Record<string, unknown>;

/** A story that changes touch: fields and text, with the folder that holds them. */
export interface ChangedStory {
  folder: string;
  fields: Fields & { id: string; title: string; date: string };
  body: string;
}

/** The moment from which the site's clock runs. */
const start = Date.UTC(2026, 10, 25, 12);

/** A made-up site to which a newsroom and its developers do things, one after the other, by chance. */
export class ChangingSite {
  readonly folder: string;
  readonly random: SeededRandom;
  /** Where pictures come from. */
  readonly heroes: readonly string[];
  #now = start;
  #made = 0;

  /**
   * @param folder a site that `writeCorpusSite` wrote
   * @param heroes a folder with pictures
   * @param seed the same seed makes the same changes
   */
  constructor(folder: string, heroes: string, seed: number) {
    this.folder = folder;
    this.random = new SeededRandom(seed);
    this.heroes = heroesIn(heroes);
  }

  /** The moment of the next build, in seconds since 1970. */
  get epoch(): string {
    return String(Math.floor(this.#now / 1000));
  }

  /** Today on the site, as YYYY-MM-DD. */
  get today(): string {
    return new Date(this.#now).toISOString().slice(0, 10);
  }

  get ids(): CorpusIds {
    return idsIn(this.folder);
  }

  /** A number that no change had before. */
  next(): number {
    this.#made += 1;
    return this.#made;
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  /** Any story. */
  story(): ChangedStory {
    const files = filesBelow(this.path('content/articles')).filter((path) => path.endsWith('/index.md'));
    const folder = join(this.path('content/articles'), dirname(this.random.of(files)));
    const parts = splitFrontMatter(readFileSync(join(folder, 'index.md'), 'utf8'));
    if (!parts) throw new Error(`${folder}/index.md has no fields.`);
    return { folder, fields: parse(parts.yaml) as ChangedStory['fields'], body: parts.body };
  }

  write({ folder, fields, body }: ChangedStory): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.md'), `---\n${stringify(fields, { lineWidth: 0 })}---\n${body}`);
  }

  /** Any file of a folder of the content. */
  file(folder: string): string {
    return this.path(
      join(
        folder,
        this.random.of(
          readdirSync(this.path(folder))
            .filter((name) => /\.(?:yaml|mdx)$/u.test(name))
            .sort(),
        ),
      ),
    );
  }

  edit(file: string, change: (text: string) => string): void {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
}

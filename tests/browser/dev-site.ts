import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addCode } from '../project.ts';

/** An article as far as lists show it. */
export interface Written {
  slug: string;
  title: string;
  /** ISO date. */
  date: string;
  /** True for one with a hero. */
  hero: boolean;
}

const picture = 'content/articles/2026/artists-stealing-isnt-innovation/hero.webp';

/** A copy of the project with other articles, as one sees it while writing. */
export class DevSite {
  readonly #root = mkdtempSync(join(tmpdir(), 'megaton-dev-'));
  #server: ChildProcess | undefined;
  origin = '';

  /** @param keep true adds the articles to those that are there; false leaves them, the reviews and the topics out */
  constructor(articles: readonly Written[], keep: boolean) {
    cpSync('content', join(this.#root, 'content'), { recursive: true });
    // It names stories; here the newest are to lead.
    rmSync(join(this.#root, 'content/front-page.yaml'));
    addCode(this.#root);
    if (!keep)
      for (const folder of ['articles', 'reviews', 'topics'])
        rmSync(join(this.#root, 'content', folder), { recursive: true });
    for (const [index, article] of articles.entries()) this.#write(article, index);
  }

  #write({ slug, title, date, hero }: Written, index: number): void {
    const folder = join(this.#root, 'content/articles', date.slice(0, 4), slug);
    mkdirSync(folder, { recursive: true });
    if (hero) cpSync(picture, join(folder, 'hero.webp'));
    const front = {
      id: `${date.replaceAll('-', '')}-${String(index).padStart(6, 'a')}`,
      title,
      dek: `What ${title} is about.`.slice(0, 190),
      category: 'culture',
      date,
      authors: ['megaton-staff'],
      ...(hero && {
        hero: {
          image: 'hero.webp',
          alt: 'A disc of dots behind a bar, in three colours.',
          credit: 'Megaton',
          made: index % 2 === 0 ? 'illustration' : 'ai',
        },
      }),
      sources: [{ title: 'A source', publisher: 'A publisher', url: 'https://example.com/', accessed: '2026-11-01' }],
    };
    // JSON is YAML.
    writeFileSync(join(folder, 'index.md'), `---\n${JSON.stringify(front)}\n---\n\nA paragraph.\n`);
  }

  /** Saves a file below `content/`, also while the server runs. */
  save(path: string, text: string): void {
    writeFileSync(join(this.#root, 'content', path), text);
  }

  async start(): Promise<void> {
    const port = await freePort();
    this.origin = `http://localhost:${port}`;
    this.#server = spawn(
      process.execPath,
      [resolve('node_modules/astro/bin/astro.mjs'), 'dev', '--port', String(port)],
      {
        cwd: this.#root,
        stdio: ['ignore', 'pipe', 'pipe'],
        // After the newest story of the real content.
        env: {
          ...process.env,
          NODE_ENV: 'development',
          VITEST: '',
          SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 1) / 1000),
        },
      },
    );
    let said = '';
    for (const stream of [this.#server.stdout, this.#server.stderr])
      stream?.on('data', (data: Buffer) => (said += data.toString()));
    const until = performance.now() + 45_000;
    while (performance.now() < until) {
      const answer = await fetch(this.origin).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((wait) => setTimeout(wait, 300));
    }
    throw new Error(`The site did not start.\n${said}`);
  }

  /** The path of a file of the copy. */
  file(path: string): string {
    return join(this.#root, path);
  }

  stop(): void {
    this.#server?.kill();
    rmSync(this.#root, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => found(port));
    });
  });
}

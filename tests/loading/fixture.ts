import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { formatProblem } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { writeInferences } from '#loading/write-inferences';

/** The moment for which the fixture is read. */
export const now = new Date('2026-11-23T12:00:00Z');

/** Paths below `content/` that tests change most. */
export const paths = {
  article: 'articles/2026/first-story/index.md',
  review: 'reviews/alpha-1-tested/index.md',
  model: 'models/alpha-1.yaml',
  provider: 'providers/acme.yaml',
  categories: 'categories.yaml',
  site: 'site.yaml',
  editorial: 'leaderboards/top/2026-01-10.yaml',
  scored: 'leaderboards/arena/2026-01-10.yaml',
  inference: 'leaderboards/arena/2026-01-10.inference.json',
} as const;

/** A real WebP of one colour, 1600 by 900 pixels. */
const picture = Buffer.from(
  'UklGRl4AAABXRUJQVlA4TFEAAAAvP8bgAAdQov5H/wMAivT/P0X0P/W///3vf//73//+97///e9///vf//73v//973//+9///ve///3vf//73//+97///e9///vf//73v//9nzQA',
  'base64',
);

/** What `npm run check -- --fix` writes for the scores of the fixture. */
const inference = {
  kind: 'scores',
  digest: 'FFZ0bO-apLv3a_DytDDnOZWv5CNhTgku6N3zUUDs28k',
  seed: 1,
  draws: 10_000,
  factor: 0.5,
  coverage: [1, 1, 1, 1],
  groups: [
    [0, 0],
    [1, 1],
  ],
  settled: 1,
  entries: [
    { listed: 'alpha-1-pro', best: 1, worst: 1, first: 1 },
    { listed: 'beta-2-fast', best: 2, worst: 2, first: 0 },
  ],
  pairs: [
    [0.5, 1],
    [0, 0.5],
  ],
};

/** The least content that has no problem, by path below `content/`. */
export const goodFiles: Record<string, string | Uint8Array> = {
  [paths.site]: `name: The Paper
url: https://paper.example
language: en-GB
tagline: News for tests
mission: To be tested
description: A paper for tests.
strip: {board: top, limit: 5}
panel: {board: arena, limit: 5}
contacts: {general: general@paper.example, media: media@paper.example, sponsorships: ads@paper.example}
address:
  - 1 Test Street
menus:
  main:
    - {label: News, path: /news/}
    - {label: Boards, path: /leaderboards/, links: boards}
    - label: Products
      path: /products/
      links:
        - {label: Mask, path: /products/mask/}
  footer:
    - label: Legal
      links:
        - {label: Terms, path: /terms/}
newsletter: {action: "", title: The newsletter, text: Once a week.}
copyright: {holder: The Paper Ltd, since: 2025}
contentLicence: All rights reserved.
policies: {corrections: /terms/, ethics: /terms/, ownership: /terms/, masthead: /terms/#people, security: /terms/}
aiCrawlers: {training: refuse, answers: allow}
offline: true
`,
  [paths.categories]: `technology:
  name: Technology
  description: How things work.
policy:
  name: Policy
  description: Laws and courts.
`,
  'authors/the-desk.yaml': `name: The Desk
kind: desk
bio: The desk of the paper.
`,
  [paths.provider]: `name: Acme Laboratories
shortName: Acme
country: {value: CN, sources: [1]}
sources:
  - {title: A register, publisher: The Registrar, accessed: 2026-01-11}
`,
  [paths.model]: `name: Alpha 1
provider: acme
released: {value: 2025-12-03, sources: [1]}
prices:
  - {date: 2026-01-11, tier: pro, usdPerSecond: 0.14, sources: [1]}
sources:
  - {title: A data sheet, publisher: Acme, accessed: 2026-11-20}
`,
  'models/beta-2.yaml': 'name: Beta 2\n',
  'models/gamma.yaml': 'name: Gamma\n',
  'leaderboards/top/board.yaml': `name: Top Models
shortName: Top
measures: What the desk thinks.
by: {name: The Paper, url: https://paper.example/}
method: The desk decides.
licence: {name: CC BY 4.0, credit: The Paper, redistribute: true}
order: 1
`,
  [paths.editorial]: `kind: editorial
source: {title: Top Models, publisher: The Paper, accessed: 2026-01-11}
entries:
  - {model: alpha-1, rank: 1}
  - {model: beta-2, rank: 1}
  - {model: gamma, rank: 3}
`,
  'leaderboards/arena/board.yaml': `name: The Arena
shortName: Arena
measures: Votes between two clips.
by: {name: The Arena, url: https://arena.example/}
method: From votes to scores.
metric: {name: Score, unit: points, decimals: 0}
licence: {name: CC BY 4.0, credit: The Arena, redistribute: true}
order: 2
`,
  [paths.scored]: `kind: scored
source: {title: The Arena, publisher: The Arena, accessed: 2026-01-11}
entries:
  - {listed: alpha-1-pro, name: Alpha 1 Pro, model: alpha-1, score: 1200, lower: 1190, upper: 1210, votes: 500}
  - {listed: beta-2-fast, name: Beta 2 Fast, model: beta-2, score: 1100, lower: 1090, upper: 1110, votes: 400}
`,
  [paths.inference]: `${JSON.stringify(inference)}\n`,
  [paths.article]: `---
id: 20260110-abc123
title: A first story
dek: What it adds.
category: technology
date: 2026-01-10
authors: [the-desk]
models: [alpha-1]
tags: [launches]
hero:
  image: hero.webp
  alt: A camera on a table.
  credit: The Paper
  made: illustration
sources:
  - title: A report
    publisher: The Reporter
    url: https://reporter.example/report
    accessed: 2026-01-11
---
The first sentence.
`,
  'articles/2026/first-story/hero.webp': picture,
  [paths.review]: `---
id: 20260112-def456
title: Alpha 1, tested
date: 2026-01-12
authors: [the-desk]
model: alpha-1
verdict: It does what it says.
strengths: [Fast]
limits: [Silent]
bestFor: Short clips
---
We tested it.
`,
  // The pages of any site link to it.
  'pages/method.mdx': `---
title: How ranks are made
description: How this paper makes ranks.
updated: 2026-01-10
---
By counting.
`,
  'products/mask.mdx': `---
name: Mask
description: A product.
---
Text.
`,
  'pages/terms.mdx': `---
title: Terms
description: The terms.
---
Text.
`,
};

/** What a test does to a file: other text or bytes, an edit of the good text, or `null` to leave the file out. */
export type Change = string | Uint8Array | ((text: string) => string) | null;

/** Changes by path below `content/`. */
export type Changes = Record<string, Change>;

/**
 * An edit that replaces one stretch of text.
 * @throws Error when the good text does not hold `from` exactly once: the test would test nothing
 */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`The fixture holds ${parts.length - 1} times: ${from}`);
    return parts.join(to);
  };
}

/** An edit that adds lines at the end. */
export const append =
  (lines: string) =>
  (text: string): string =>
    `${text}${lines}\n`;

/** An edit that adds a field as the first one of the front matter, which is line 2. */
export const addField = (line: string) => swap('---\nid:', `---\n${line}\nid:`);

/**
 * A temporary folder with the good content and some changes to it; it goes when the test ends.
 * @returns the folder that holds `content/`
 */
export function makeProject(changes: Changes = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'megaton-content-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeProject(root, changes);
  return root;
}

/** Writes the good content with some changes to it below the `content/` of a folder. */
export function writeProject(root: string, changes: Changes = {}): void {
  for (const path of new Set([...Object.keys(goodFiles), ...Object.keys(changes)])) {
    const content = changed(goodFiles[path], changes[path]);
    if (content !== null) writeContent(root, path, content);
  }
  // Other scores have other rank ranges.
  if (Object.keys(changes).some((path) => path.startsWith('leaderboards/')) && !(paths.inference in changes))
    writeInferences(root, readContent(root, now));
}

function changed(good: string | Uint8Array | undefined, change: Change | undefined): string | Uint8Array | null {
  if (typeof change === 'function') return change(String(good ?? ''));
  return change === undefined ? (good ?? null) : change;
}

/** Writes a file below the `content/` of a project. */
export function writeContent(root: string, path: string, content: string | Uint8Array): void {
  const file = join(root, 'content', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Every problem of the good content with some changes, each as the line that the writer reads. */
export function problemsOf(changes: Changes): string[] {
  return readContent(makeProject(changes), now).problems.map(formatProblem);
}

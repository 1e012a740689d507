import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { estimatesOfIntervals, rangesAt } from '#domain/ranking/inference/rank-inference';
import { canonicalJson, csvCell } from '#feeds/data/board-files';
import { boardData } from '#schemas/boards/board-data';
import { content } from './content.ts';
import { attribute, elements, files, pageAt, pages, read, tagged, textOf } from './dist.ts';

const site = 'https://megaton.ai';
const boards = content.boards.map(({ id, data }) => ({
  id,
  data,
  editions: content.editions
    .filter((edition) => edition.id.startsWith(`${id}/`))
    .sort((a, b) => (a.id < b.id ? 1 : -1)),
}));
const shared = boards.filter(({ data }) => data.licence.redistribute);
const editions = shared.flatMap(({ editions: all }) => all.map(({ id }) => id));
const dataOf = (id: string): z.infer<typeof boardData> => boardData.parse(JSON.parse(read(`/leaderboards/${id}.json`)));

/** The range of a place without a score: that of the draws, or the place itself. */
function rangeOf(id: string, model: string, rank: number): { best: number; worst: number } {
  const inference = content.inferences.find((entry) => entry.id === id)?.data;
  const found = inference?.kind === 'consensus' ? inference.entries.find((entry) => entry.model === model) : undefined;
  return found ? { best: found.best, worst: found.worst } : { best: rank, worst: rank };
}

/** The factor by which the intervals of an edition are scaled. */
function factorOf(id: string): number {
  const inference = content.inferences.find((entry) => entry.id === id)?.data;
  if (inference?.kind !== 'scores') throw new Error(`${id} has no rank ranges.`);
  return inference.factor;
}

/** The fields of RFC 4180, with the apostrophe before formulas taken away. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?='*\s*[=+\-@\t\r\n＝＋－＠])/u, ''));
    if (end === '\r\n') rows.push(row.splice(0));
  }
  return rows;
}

describe('data of boards', () => {
  it('are there for every edition that may be passed on, and for no other', () => {
    expect(files.filter((file) => /^\/leaderboards\/[^/]+\/\d{4}-\d\d-\d\d\.json$/u.test(file))).toEqual(
      editions.map((id) => `/leaderboards/${id}.json`).sort(),
    );
    expect(files.filter((file) => /^\/leaderboards\/.*\.csv$/u.test(file))).toEqual(
      editions.map((id) => `/leaderboards/${id}.csv`).sort(),
    );
    expect(files.filter((file) => file.endsWith('/latest.json'))).toEqual(
      shared.map(({ id }) => `/leaderboards/${id}/latest.json`).sort(),
    );
    expect(files.some((file) => /^\/leaderboards\/vbench\/(?!changes\.json$).*\.(?:json|csv)$/u.test(file))).toBe(
      false,
    );
    expect(editions.length).toBeGreaterThan(9);
  });

  it.each(editions)('%s keeps to its schema, and its checksum is right', (id) => {
    const data = dataOf(id);
    expect(createHash('sha256').update(canonicalJson(data.rows)).digest('hex')).toBe(data.sha256);
    const entries = content.editions.find((edition) => edition.id === id)?.data.entries ?? [];
    expect(data.rows.length).toBe(entries.length);
    for (const entry of entries) {
      const row = data.rows.find(({ listed }) => listed === ('listed' in entry ? entry.listed : entry.model));
      expect(row).toMatchObject(
        'score' in entry
          ? {
              model: entry.model,
              name: entry.name,
              score: entry.score,
              lower: entry.lower ?? null,
              upper: entry.upper ?? null,
              votes: entry.votes ?? null,
            }
          : { model: entry.model, ...rangeOf(id, entry.model, entry.rank), score: null },
      );
    }
  });

  it('have ranks by the rule', () => {
    const edition = content.editions.find(({ id }) => id === 'arena-text-to-video/2026-09-22');
    const entries = edition?.data.kind === 'scored' ? edition.data.entries : [];
    const ranges = rangesAt(estimatesOfIntervals(entries), factorOf('arena-text-to-video/2026-09-22'));
    const { rows } = dataOf('arena-text-to-video/2026-09-22');
    entries.forEach(({ listed }, index) =>
      expect(rows.find((row) => row.listed === listed)).toMatchObject(ranges[index] ?? {}),
    );
    expect(rows.slice(0, 5).map(({ best, worst }) => `${best}–${worst}`)).toEqual(['1–4', '1–4', '1–7', '1–7', '3–7']);
  });

  it('are the same as CSV', () => {
    for (const id of editions) {
      const [head = [], ...lines] = parseCsv(read(`/leaderboards/${id}.csv`));
      const rows = dataOf(id).rows.map((row) =>
        Object.values(row).map((value) => (value === null ? '' : String(value))),
      );
      expect(head, id).toEqual(Object.keys(dataOf(id).rows[0] ?? {}));
      expect(lines, id).toEqual(rows);
    }
  });

  it('offer the newest edition at an address that stays', () => {
    for (const { id, editions: all } of shared)
      expect(read(`/leaderboards/${id}/latest.json`), id).toBe(read(`/leaderboards/${all[0]?.id}.json`));
  });

  it('name their schema, which is the one that is published', () => {
    const schema = JSON.parse(read('/leaderboards/schema/v1.json')) as Record<string, unknown>;
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['$id']).toBe(`${site}/leaderboards/schema/v1.json`);
    expect(dataOf('top-models/2026-01-23').$schema).toBe(schema['$id']);
    // The published schema, read back by another way than it was made.
    const published = z.fromJSONSchema(schema);
    for (const id of editions)
      expect(published.safeParse(JSON.parse(read(`/leaderboards/${id}.json`))).success, id).toBe(true);
    const { sha256: _, ...without } = dataOf('top-models/2026-01-23');
    expect(published.safeParse(without).success).toBe(false);
    expect(published.safeParse({ ...dataOf('top-models/2026-01-23'), rows: [{ best: '1' }] }).success).toBe(false);
  });
});

describe('cells of CSV', () => {
  it.each([
    ['=1+1', `'=1+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    [' +1', `' +1`],
    ['＝1', `'＝1`],
    [`'=1`, `''=1`],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    ['Kling 2.6', 'Kling 2.6'],
  ])('%j becomes %j and can be read back', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
    expect(parseCsv(`${cell}\r\n`)).toEqual([[text]]);
  });

  it('leave numbers as they are, and null empty', () => {
    expect([csvCell(-1.5), csvCell(0), csvCell(null)]).toEqual(['-1.5', '0', '']);
  });
});

describe('canonical JSON', () => {
  it('sorts names and holds no white space', () => {
    expect(canonicalJson([{ b: 1, a: [null, 'ü"'] }])).toBe('[{"a":[null,"ü\\""],"b":1}]');
  });
});

describe('boards for other sites', () => {
  it.each(boards.map(({ id }) => id))('%s is a small page by itself', (id) => {
    const { root } = pageAt(`/embed/${id}/`);
    expect(tagged(root, 'script')).toEqual([]);
    const loaded = elements(root, ({ tagName }) => ['img', 'link', 'iframe'].includes(tagName)).filter(
      (element) => attribute(element, 'rel') !== 'canonical',
    );
    expect(
      loaded
        .map((element) => attribute(element, 'href') ?? attribute(element, 'src'))
        .filter((address) => !/^\/(?!\/)/u.test(address ?? '')),
    ).toEqual([]);
    expect(tagged(root, 'header').length + tagged(root, 'nav').length).toBe(0);
    expect(
      tagged(root, 'a')
        .map((link) => attribute(link, 'target'))
        .filter((target) => target !== '_top'),
    ).toEqual([]);
    expect(tagged(root, 'a').map((link) => attribute(link, 'href'))).toContain(`/leaderboards/${id}/`);
    expect(attribute(elements(root, (element) => attribute(element, 'name') === 'robots')[0], 'content')).toBe(
      'noindex',
    );
    expect(attribute(elements(root, (element) => attribute(element, 'rel') === 'canonical')[0], 'href')).toBe(
      `${site}/leaderboards/${id}/`,
    );
    expect(textOf(root)).toContain(content.boards.find((board) => board.id === id)?.data.licence.credit);
  });

  it('show ranges of ranks', () => {
    const text = textOf(pageAt('/embed/arena-text-to-video/').root).replace(/\s+/gu, ' ');
    expect(text).toMatch(/1–4\s*rank 1 to 4\s*Gemini Omni 1\.1 Flash/u);
    expect(text).toMatch(/3–7\s*rank 3 to 7\s*Seedance 2\.0 720p/u);
  });

  it('come with code that leads to files that exist', () => {
    for (const { id } of boards) {
      const { root } = pageAt(`/leaderboards/${id}/embed/`);
      const codes = tagged(root, 'pre').map((element) => textOf(tagged(element, 'code')[0] ?? element));
      expect(codes[0], id).toContain(`<iframe src="${site}/embed/${id}/"`);
      const addresses = codes.flatMap((code) =>
        [...code.matchAll(/https:\/\/megaton\.ai(\/[^")\s]*)/gu)].map(([, path = '']) => path),
      );
      const known = new Set([...files, ...pages.map(({ path }) => path)]);
      expect(
        addresses.filter((address) => !known.has(address)),
        id,
      ).toEqual([]);
    }
  });
});

describe('badges', () => {
  const badges = files.filter((file) => file.startsWith('/badges/'));

  it('are there for every model of every newest edition', () => {
    const models = boards.flatMap(({ id, editions: [newest] }) => [
      ...new Set(newest?.data.entries.map(({ model }) => `/badges/${id}/${model}.svg`)),
    ]);
    expect(badges).toEqual(models.sort());
  });

  it('name the best rank of their model, and nothing that a policy would stop', () => {
    expect(read('/badges/arena-text-to-video/gemini-omni-flash.svg')).toMatch(
      /<title[^>]*>Gemini Omni 1\.1 Flash: rank 1 to 4 of 48, Arena text-to-video, 22 September 2026\..*<text[^>]*>Arena<\/text>.*<text[^>]*>1–4 of 48<\/text>/su,
    );
    expect(read('/badges/arena-text-to-video/happyhorse-1-0.svg')).toContain('>10 of 48</text>');
    expect(read('/badges/vbench/hunyuanvideo.svg')).toMatch(/ of \d+ shown<\/text>/u);
    for (const badge of badges)
      expect(read(badge), badge).not.toMatch(/style=|<style|<script|<image|@font-face|(?:href|src)=/u);
  });

  it('hold the best row by the rule', () => {
    const edition = content.editions.find(({ id }) => id === 'arena-text-to-video/2026-09-22');
    const entries = edition?.data.kind === 'scored' ? edition.data.entries : [];
    const ranges = rangesAt(estimatesOfIntervals(entries), factorOf('arena-text-to-video/2026-09-22'));
    for (const model of new Set(entries.map((entry) => entry.model))) {
      const [best] = entries
        .map((entry, index) => ({ entry, range: ranges[index] ?? { best: 0, worst: 0 } }))
        .filter(({ entry }) => entry.model === model)
        .sort((a, b) => a.range.best - b.range.best || a.range.worst - b.range.worst);
      const rank =
        best?.range.best === best?.range.worst ? `${best?.range.best}` : `${best?.range.best}–${best?.range.worst}`;
      expect(read(`/badges/arena-text-to-video/${model}.svg`), model).toContain(`>${rank} of 48</text>`);
    }
  });
});

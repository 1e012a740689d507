import { parse } from 'csv-parse/sync';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, elements, pageAt, read, tagged, textOf } from './dist.ts';

const words = (path: string): string => textOf(pageAt(path).root).replace(/\s+/gu, ' ');

describe('the list of models', () => {
  const { root } = pageAt('/models/');
  const rows = elements(root, (element) => attribute(element, 'dataModel') !== undefined);
  const names = rows.map((row) => textOf(tagged(row, 'a')[0] ?? row).trim());
  const [consensus] = content.editions
    .filter(({ id }) => id.startsWith('top-models/'))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const nameOf = (id: string): string => content.models.find((model) => model.id === id)?.data.name ?? '';

  it('has every model once, those that Top Models ranks first, the best first of all', () => {
    expect(names.toSorted()).toEqual(content.models.map(({ data }) => data.name).sort());
    const ranked = consensus?.data.entries.map(({ model }) => nameOf(model)) ?? [];
    expect(names.slice(0, ranked.length).toSorted()).toEqual(ranked.toSorted());
    const first = consensus?.data.entries.find((entry) => 'rank' in entry && entry.rank === 1);
    expect(names[0]).toBe(nameOf(first?.model ?? ''));
  });

  it('draws the ranks over time of what Arena lists, in words too', () => {
    const veo = rows[names.indexOf('Veo 3.1')];
    const label = attribute(veo && tagged(veo, 'svg')[0], 'ariaLabel');
    expect(label).toBe('Ranks on Arena text-to-video: 1–6 on 19 March 2026, 11–17 on 22 September 2026');
  });

  it('says “not published” only to those who cannot see a dash', () => {
    const quiet = elements(root, (element) => attribute(element, 'title') === 'Not published');
    expect(quiet.length).toBeGreaterThan(10);
    for (const dash of quiet) expect(textOf(dash)).toBe('–not published');
  });
});

describe('files of all models', () => {
  const json = JSON.parse(read('/models/all-models.json')) as {
    columns: Record<string, string>;
    rows: Record<string, string | number | boolean | null>[];
    licence: { name: string };
  };

  it('have the same rows as CSV and as JSON, a meaning for each column, and a licence', () => {
    const csv = parse(read('/models/all-models.csv'), { columns: true }) as Record<string, string>[];
    expect(csv).toEqual(
      json.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
      ),
    );
    expect(Object.keys(json.columns)).toEqual(Object.keys(json.rows[0] ?? {}));
    expect(json.licence.name).toBe('CC BY 4.0');
  });

  it('have the facts of the models, and null for what nobody published', () => {
    expect(json.rows).toHaveLength(content.models.length);
    for (const { id, data } of content.models)
      expect(json.rows.find((row) => row['id'] === id)).toMatchObject({
        name: data.name,
        native_sound: data.nativeAudio?.value ?? null,
        open_weights: data.openWeights?.value ?? null,
        longest_clip_seconds: data.duration?.value ?? null,
      });
  });
});

describe('comparisons', () => {
  it('load all models in at most 8 kB', () => {
    expect(brotliCompressSync(read('/compare/data.json')).length).toBeLessThanOrEqual(8000);
  });

  it('answer who is ahead on each board that lists both, then show differences before what agrees', () => {
    const text = words('/compare/gemini-omni-flash-vs-wan-3-0/');
    expect(text).toMatch(/All boards together place Gemini Omni Flash above Wan 3\.0\./u);
    expect(text).toMatch(/is ahead of Wan 3\.0/u);
    const [ahead, differ, agree] = ['above Wan 3.0', 'Where they differ', 'Where they agree'].map((part) =>
      text.indexOf(part),
    );
    expect(ahead).toBeLessThan(differ ?? 0);
    expect(differ).toBeLessThan(agree ?? 0);
  });
});

it('a model shows its newest lowest price, its change, and what happened on Arena', () => {
  const text = words('/models/veo-3-1/');
  expect(text).toContain('$0.05 a second, the lowest price lite 720p, with sound');
  expect(text).toContain('fast 720p, with sound, at Google: $0.10 a second. It was $0.15 in December 2025.');
  expect(text).toMatch(/down 9 on Arena text-to-video/u);
  expect(text).toContain('All ranges of Arena text-to-video hold together with 95% confidence.');
  // The two editions of Top Models were made in different ways.
  expect(text).not.toContain('no longer comparable');
});

it('a model that may be first says how likely that is, on each board in its own terms', () => {
  const text = words('/models/gemini-omni-flash/');
  expect(text).toMatch(/Top Models 7 October 2026, 38 places, first in over 99% of the draws/u);
  const arena = content.inferences.find(({ id }) => id === 'arena-text-to-video/2026-09-22')?.data;
  const [first] = arena?.kind === 'scores' ? arena.entries : [];
  expect(text).toContain(`48 places, first with a chance of ${Math.round((first?.first ?? 0) * 100)}%`);
});

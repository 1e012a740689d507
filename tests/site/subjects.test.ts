import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, elements, pageAt, pages, read, tagged, textOf } from './dist.ts';

const site = 'https://megaton.ai';
const trackers = ['lawsuits', 'rules', 'launches', 'prices'] as const;
const hrefs = (path: string): string[] => tagged(pageAt(path).root, 'a').map((link) => attribute(link, 'href') ?? '');
const idsOn = (path: string): Set<string> =>
  new Set(
    elements(pageAt(path).root, ({ properties }) => properties.id !== undefined).map((node) =>
      String(node.properties.id),
    ),
  );

describe('topics', () => {
  it('have a page each, in the menu and the list, with a feed in the head', () => {
    expect(hrefs('/')).toContain('/topics/');
    for (const { id } of content.topics) {
      const path = `/topics/${id}/`;
      expect(hrefs('/topics/'), id).toContain(path);
      const feed = elements(pageAt(path).root, (node) => attribute(node, 'href')?.endsWith(`${path}rss.xml`) === true);
      expect(feed.length, id).toBeGreaterThan(0);
      expect(hrefs('/feeds/'), id).toContain(`${path}rss.xml`);
    }
  });

  it('show everything about Sora on one page', () => {
    const shown = hrefs('/topics/sora/');
    for (const path of ['/news/sora-shutdown-disney/', '/models/sora-2/', '/models/sora/', '/topics/sora/rss.xml'])
      expect(shown, path).toContain(path);
    // The closing of the API is a fact of the model, and comes here by itself.
    expect(textOf(pageAt('/topics/sora/').root)).toContain('Sora 2 is discontinued.');
  });

  it('are named near the end of their stories', () => {
    expect(hrefs('/news/sora-shutdown-disney/')).toContain('/topics/sora/');
    expect(hrefs('/models/sora-2/')).toContain('/topics/sora/');
  });

  it('lead with each of their own facts to a place on the page', () => {
    for (const { id, data } of content.topics) {
      const ids = idsOn(`/topics/${id}/`);
      for (const event of data.events) expect(ids, `${id} ${event.id}`).toContain(`${id}-${event.id}`);
    }
  });
});

describe('trackers', () => {
  it.each(trackers)('%s are a page with a table, a picture, and files', (id) => {
    const { root } = pageAt(`/trackers/${id}/`);
    expect(tagged(root, 'table').length).toBeGreaterThan(0);
    const [main] = tagged(root, 'main');
    const pictures = tagged(main!, 'svg').filter((svg) => attribute(svg, 'role') === 'img');
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(attribute(picture, 'ariaLabel')?.length).toBeGreaterThan(20);
    expect(hrefs(`/trackers/${id}/`)).toEqual(
      expect.arrayContaining([
        `/trackers/${id}.csv`,
        `/trackers/${id}.json`,
        `/trackers/${id}/rss.xml`,
        `/trackers/${id}/feed.json`,
      ]),
    );
  });

  it.each(trackers)('%s have the same rows as CSV and as JSON, with sources and a licence', (id) => {
    const json = JSON.parse(read(`/trackers/${id}.json`)) as {
      licence: { name: string };
      columns: Record<string, string>;
      rows: Record<string, string | number | boolean | null>[];
    };
    const csv = parse(read(`/trackers/${id}.csv`), { columns: true }) as Record<string, string>[];
    expect(json.licence.name).toBe('CC BY 4.0');
    expect(Object.keys(csv[0] ?? {})).toEqual(Object.keys(json.columns));
    expect(csv).toEqual(
      json.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
      ),
    );
    expect(json.rows.filter(({ sources }) => typeof sources !== 'string').length).toBe(0);
  });

  it('have every case, law, launch and price of the content', () => {
    const count = (id: string): number => (JSON.parse(read(`/trackers/${id}.json`)) as { rows: unknown[] }).rows.length;
    expect(count('lawsuits')).toBe(content.lawsuits.length);
    expect(count('rules')).toBe(content.rules.length);
    expect(count('launches')).toBe(content.models.filter(({ data }) => data.released).length);
    expect(count('prices')).toBe(content.models.flatMap(({ data }) => data.prices).length);
  });

  it.each(['lawsuits', 'rules'] as const)(
    '%s have a section for each row of the table, and a place for each fact',
    (kind) => {
      const ids = idsOn(`/trackers/${kind}/`);
      for (const { id, data } of content[kind]) {
        expect(ids).toContain(id);
        expect(hrefs(`/trackers/${kind}/`)).toContain(`/trackers/${kind}/#${id}`);
        for (const event of data.events) expect(ids, `${id} ${event.id}`).toContain(`${id}-${event.id}`);
      }
    },
  );

  it('say where no next date is announced', () => {
    const text = textOf(pageAt('/trackers/lawsuits/').root);
    expect(content.lawsuits.some(({ data }) => data.ahead.length === 0)).toBe(true);
    expect(text).toContain('None announced.');
    expect(tagged(pageAt('/trackers/lawsuits/').root, 'td').map(textOf)).toContain('none announced');
  });

  it('show how a price changed on the page of its model', () => {
    const { root } = pageAt('/models/runway-gen-4-5/');
    const chart = tagged(root, 'svg').find((svg) => attribute(svg, 'ariaLabel')?.includes('dollars a second'));
    expect(attribute(chart, 'ariaLabel')).toBe(
      'API, Runway, dollars a second: $0.25 (January 2026), then $0.12 (8 October 2026)',
    );
  });

  it('are data sets for search engines', () => {
    for (const id of trackers) {
      const script = tagged(pageAt(`/trackers/${id}/`).root, 'script').find(
        (node) => attribute(node, 'type') === 'application/ld+json',
      );
      const data = JSON.parse(textOf(script!)) as { '@type': string; url?: string; distribution?: unknown[] }[];
      expect(data.find((node) => node['@type'] === 'Dataset')).toMatchObject({ url: `${site}/trackers/${id}/` });
    }
  });
});

it('no page of a subject lacks its Markdown version in llms.txt', () => {
  const text = read('/llms.txt');
  for (const { path } of pages.filter((page) => /^\/(?:topics|trackers)\/[^/]+\/$/u.test(page.path)))
    expect(text).toContain(`${site}${path}index.md`);
});

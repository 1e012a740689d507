import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, elements, files, pages, tagged, textOf, type BuiltPage } from './dist.ts';

const site = 'https://megaton.ai';

type Node = Record<string, unknown>;

/** The JSON-LD of a page. */
const nodesOf = ({ root }: BuiltPage): Node[] =>
  tagged(root, 'script')
    .filter((script) => attribute(script, 'type') === 'application/ld+json')
    .flatMap((script) => JSON.parse(textOf(script)) as Node[]);
const typesOf = (node: Node): string[] => [node['@type']].flat().map(String);
const all = pages.flatMap((page) => nodesOf(page).map((node) => ({ path: page.path, node })));
const ofType = (type: string): { path: string; node: Node }[] => all.filter(({ node }) => typesOf(node).includes(type));

/** All nodes inside a value, the value itself included. */
function nested(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nested);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nested)];
}

/**
 * Fields by type, from https://developers.google.com/search/docs/appearance/structured-data/ (article, breadcrumb, dataset,
 * carousel, organization, product-snippet with pros and cons, sitelinks-searchbox, software-app) and, for a news organisation,
 * https://schema.org/NewsMediaOrganization. `/` goes into a field.
 *
 * Left out on purpose: `reviewRating` and `aggregateRating`, since the newsroom gives no marks and publishes none of others;
 * `operatingSystem`, since the models run at their makers.
 */
const required: Record<string, readonly string[]> = {
  NewsArticle: [
    'headline',
    'image',
    'datePublished',
    'dateModified',
    'author',
    'author/name',
    'author/url',
    'publisher/name',
    'publisher/logo/url',
    'mainEntityOfPage',
    'inLanguage',
    'articleSection',
    'isAccessibleForFree',
    'identifier',
  ],
  BreadcrumbList: ['itemListElement', 'itemListElement/position', 'itemListElement/name', 'itemListElement/item'],
  Dataset: [
    'name',
    'description',
    'creator',
    'creator/name',
    'isAccessibleForFree',
    'keywords',
    'license',
    'measurementTechnique',
    'variableMeasured',
    'version',
    'identifier',
    'url',
    'distribution/contentUrl',
    'distribution/encodingFormat',
    'creditText',
    'citation/name',
  ],
  ItemList: [
    'itemListElement',
    'itemListElement/position',
    'itemListElement/url',
    'itemListElement/name',
    'numberOfItems',
    'itemListOrder',
  ],
  Review: [
    'author',
    'author/name',
    'itemReviewed/name',
    'positiveNotes/itemListElement/name',
    'positiveNotes/itemListElement/position',
    'negativeNotes/itemListElement/name',
    'datePublished',
    'publisher/name',
    'reviewBody',
  ],
  NewsMediaOrganization: [
    'name',
    'legalName',
    'url',
    'logo/url',
    'description',
    'email',
    'address',
    'contactPoint/email',
    'contactPoint/contactType',
    'correctionsPolicy',
    'ethicsPolicy',
    'ownershipFundingInfo',
    'masthead',
    'publishingPrinciples',
  ],
  WebSite: ['name', 'url', 'publisher', 'potentialAction/target/urlTemplate', 'potentialAction/query-input'],
  SoftwareApplication: ['name', 'url', 'applicationCategory'],
};

/** Values at a path of fields; lists are gone through. */
const valuesAt = (value: unknown, path: readonly string[]): unknown[] => {
  if (Array.isArray(value)) return value.flatMap((part) => valuesAt(part, path));
  const [field = '', ...rest] = path;
  if (path.length === 0) return value === undefined || value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? valuesAt((value as Node)[field], rest) : [];
};

describe('structured data', () => {
  it.each(Object.entries(required))('of type %s has all that search engines require and recommend', (type, fields) => {
    const found = ofType(type);
    expect(found.length).toBeGreaterThan(0);
    const faults = found.flatMap(({ path, node }) =>
      fields.filter((field) => valuesAt(node, field.split('/')).length === 0).map((field) => `${path}: ${field}`),
    );
    expect(faults).toEqual([]);
  });

  it('is on every page of its kind', () => {
    const withType = (type: string): string[] => ofType(type).map(({ path }) => path);
    const stories = pages
      .map(({ path }) => path)
      .filter((path) => /^\/(?:news|reviews)\/(?!page\/)[^/]+\/$/u.test(path));
    expect(withType('NewsArticle')).toEqual(stories);
    expect(withType('Review')).toEqual(stories.filter((path) => path.startsWith('/reviews/')));
    const boards = [
      ...content.boards
        .filter(({ id }) => content.editions.some((edition) => edition.id.startsWith(`${id}/`)))
        .map(({ id }) => `/leaderboards/${id}/`),
      ...content.editions.map(({ id }) => `/leaderboards/${id}/`),
    ];
    expect(withType('ItemList').sort()).toEqual(boards.sort());
    const shared = content.boards.filter(({ data }) => data.licence.redistribute).map(({ id }) => id);
    const trackers = ['lawsuits', 'rules', 'launches', 'prices'].map((id) => `/trackers/${id}/`);
    expect(withType('Dataset').sort()).toEqual(
      [...boards.filter((path) => shared.includes(path.split('/')[2] ?? '')), ...trackers].sort(),
    );
    expect(withType('CollectionPage').sort()).toEqual(content.topics.map(({ id }) => `/topics/${id}/`).sort());
    expect(withType('SoftwareApplication')).toEqual(content.models.map(({ id }) => `/models/${id}/`).sort());
    expect([withType('NewsMediaOrganization'), withType('WebSite')]).toEqual([['/'], ['/']]);
    const outside = ['/', '/404.html', '/offline/', '/search/'];
    expect(withType('BreadcrumbList')).toEqual(
      pages.map(({ path }) => path).filter((path) => !outside.includes(path) && !path.startsWith('/embed/')),
    );
  });

  it('of a board names its entries without ranks, and says ranks and ties in words', () => {
    for (const { path, node } of ofType('ItemList')) {
      const items = node['itemListElement'] as { name: string; position: number; description: string }[];
      for (const { name, position, description } of items) {
        expect(name, path).not.toMatch(/\brank\b|\(\d|[=#]\d/iu);
        expect(description, path).toMatch(
          new RegExp(`^(?:Rank ${position}(?: to \\d+)?|Tied for rank ${position})$`, 'u'),
        );
      }
    }
    const itemsOf = (path: string): Node[] =>
      valuesAt(ofType('ItemList').find((found) => found.path === path)?.node, ['itemListElement']) as Node[];
    // Ranks of the edition of 23 January 2026 in `content/leaderboards/top-models/`.
    const ranks = content.editions
      .find(({ id }) => id === 'top-models/2026-01-23')
      ?.data.entries.flatMap((entry) => ('rank' in entry ? [entry.rank] : []));
    expect(itemsOf('/leaderboards/top-models/2026-01-23/').map(({ position }) => position)).toEqual(ranks);
    expect(itemsOf('/leaderboards/arena-text-to-video/2026-09-22/')[0]).toMatchObject({
      name: 'Gemini Omni 1.1 Flash',
      position: 1,
    });
  });

  it('of a board cites the page of the figures, or the boards on which a consensus rests', () => {
    const citations = (path: string): unknown[] =>
      valuesAt(ofType('Dataset').find((found) => found.path === path)?.node, ['citation', 'url']);
    expect(citations('/leaderboards/arena-text-to-video/')).toEqual(['https://arena.ai/leaderboard/text-to-video']);
    expect(citations('/leaderboards/top-models/')).toContain(`${site}/leaderboards/arena-text-to-video/2026-09-22/`);
  });

  it('has headlines, dates and addresses of a known form', () => {
    const faults = all.flatMap(({ path, node }) =>
      nested(node).flatMap((part) =>
        Object.entries(part).flatMap(([name, value]) => {
          if (/^date(?:Published|Modified)$/u.test(name))
            return /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}\.\d{3}Z)?)?)?$/u.test(String(value))
              ? []
              : [`${path}: ${name} ${String(value)}`];
          if (/^(?:url|item|contentUrl|sameAs)$/u.test(name))
            return [value]
              .flat()
              .filter((address) => !URL.canParse(String(address)))
              .map((address) => `${path}: ${name} ${String(address)}`);
          return value === null || value === '' ? [`${path}: ${name} is empty`] : [];
        }),
      ),
    );
    expect(faults).toEqual([]);
    for (const { path, node } of ofType('NewsArticle'))
      expect(String(node['headline']).length, path).toBeLessThanOrEqual(140);
    for (const { path, node } of ofType('Dataset')) {
      expect(String(node['description']).length, path).toBeGreaterThanOrEqual(50);
      expect(String(node['description']).length, path).toBeLessThanOrEqual(5000);
    }
  });

  it('leads to pages and files of the site that exist', () => {
    const known = new Set([...files, ...pages.map(({ path }) => path)]);
    const addresses = all.flatMap(({ path, node }) =>
      nested(node).flatMap((part) =>
        ['url', 'item', 'contentUrl', 'correctionsPolicy', 'ethicsPolicy', 'ownershipFundingInfo', 'masthead'].flatMap(
          (name) =>
            typeof part[name] === 'string' && part[name].startsWith(`${site}/`)
              ? [`${path} > ${part[name].slice(site.length).replace(/#.*$/u, '')}`]
              : [],
        ),
      ),
    );
    expect([...new Set(addresses)].filter((line) => !known.has(line.split(' > ')[1] ?? ''))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(1000);
  });

  it('has the pictures of a story in the three ratios, each large enough', () => {
    for (const { path, node } of ofType('NewsArticle')) {
      const images = node['image'] as { width: number; height: number; caption?: string; creditText?: string }[];
      expect(
        images.map(({ width, height }) => Math.round((width / height) * 100) / 100),
        path,
      ).toEqual([1.78, 1.33, 1]);
      // Google asks for at least 50,000 pixels.
      for (const { width, height, caption, creditText } of images) {
        expect(width * height).toBeGreaterThan(50_000);
        expect([caption, creditText].every((words) => words !== undefined && words !== '')).toBe(true);
      }
    }
  });

  it('holds corrections, and what a review found', () => {
    for (const { id, data } of [...content.articles, ...content.reviews].filter(
      (story) => story.data.corrections.length > 0,
    )) {
      const node = ofType('NewsArticle').find(({ path }) => path.endsWith(`/${id}/`))?.node;
      expect(
        (node?.['correction'] as Node[]).map(({ '@type': type }) => type),
        id,
      ).toEqual(data.corrections.map(() => 'CorrectionComment'));
    }
    for (const { id, data } of content.reviews) {
      const node = ofType('Review').find(({ path }) => path === `/reviews/${id}/`)?.node;
      expect(valuesAt(node, ['positiveNotes', 'itemListElement', 'name']).length).toBe(data.strengths.length);
      expect(valuesAt(node, ['negativeNotes', 'itemListElement', 'name']).length).toBe(data.limits.length);
    }
  });

  it('has the search of the site, which is there', () => {
    const [home] = ofType('WebSite');
    const template = String(valuesAt(home?.node, ['potentialAction', 'target', 'urlTemplate'])[0]);
    expect(template).toBe(`${site}/search/?q={search_term_string}`);
    expect(pages.some(({ path }) => path === '/search/')).toBe(true);
  });
});

describe('the head of every page', () => {
  const content1 = (page: BuiltPage, name: string): string | undefined =>
    attribute(
      elements(
        page.root,
        (element) =>
          element.tagName === 'meta' &&
          (attribute(element, 'property') === name || attribute(element, 'name') === name),
      )[0],
      'content',
    );
  // A board for other sites has a head of its own.
  const own = pages.filter(({ path }) => !path.startsWith('/embed/'));

  it('has all that social networks read', () => {
    const names = [
      'og:title',
      'og:description',
      'og:type',
      'og:url',
      'og:site_name',
      'og:locale',
      'og:image',
      'og:image:alt',
      'og:image:width',
      'og:image:height',
      'twitter:card',
      'twitter:image:alt',
    ];
    const faults = own.flatMap((page) =>
      names.filter((name) => !content1(page, name)).map((name) => `${page.path}: ${name}`),
    );
    expect(faults).toEqual([]);
    for (const page of own) {
      expect(content1(page, 'twitter:card')).toBe('summary_large_image');
    }
  });

  it('says when a story came out and who wrote it', () => {
    const page = own.find(({ path }) => path === '/news/artists-stealing-isnt-innovation/')!;
    expect(content1(page, 'article:published_time')).toBe('2026-01-23');
    expect(content1(page, 'article:section')).toBe('Culture');
    expect(content1(page, 'article:author')).toBe(`${site}/authors/megaton-staff/`);
    expect(content1(page, 'og:type')).toBe('article');
  });
});

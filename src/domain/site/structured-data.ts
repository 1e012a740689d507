import { absolute } from './addresses.ts';
import type { Link } from '../stories/story.ts';

/** A value of JSON-LD. */
export type StructuredData = Record<string, unknown>;

/** A node that is by itself. */
export const rootNode = (type: string | string[], fields: StructuredData): StructuredData => ({
  '@context': 'https://schema.org',
  '@type': type,
  ...fields,
});

/**
 * Where a page is in the site, from the home page down.
 * @param trail pages between the home page and this one
 * @param here this page
 * @param site the site's own address, without a slash at its end
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbs(trail: readonly Link[], here: Link, site: string): StructuredData {
  const all = [{ label: 'Home', path: '/' }, ...trail, here];
  return rootNode('BreadcrumbList', {
    itemListElement: all.map(({ label, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: absolute(path, site),
    })),
  });
}

/** JSON-LD as it may be inside a script element: nothing in it can end the element. */
export function jsonLd(data: readonly StructuredData[]): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

import { absolute, iconPath } from './addresses.ts';
import type { Frame } from './frame.ts';
import { rootNode, type StructuredData } from './structured-data.ts';

/** What is known of the publisher: the parts of a frame that concern it. */
export type Publication = Pick<Frame, 'site' | 'contacts' | 'address' | 'publisher' | 'policies'>;

const logoSize = 512;

/** The publisher as stories and pages name it. */
export function publisherOf({ site }: Pick<Publication, 'site'>): StructuredData {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${site.url}/#publisher`,
    name: site.name,
    url: absolute('/', site.url),
    logo: { '@type': 'ImageObject', url: absolute(iconPath(logoSize), site.url), width: logoSize, height: logoSize },
  };
}

/**
 * The publisher in full, with the policies of a news organisation.
 * @see https://schema.org/NewsMediaOrganization
 */
export function organisation({ site, contacts, address, publisher, policies }: Publication): StructuredData {
  const page = (path: string): string => absolute(path, site.url);
  const contact = (kind: string, email: string): StructuredData => ({
    '@type': 'ContactPoint',
    contactType: kind,
    email,
  });
  const { '@type': type, ...named } = publisherOf({ site });
  return rootNode(String(type), {
    ...named,
    legalName: publisher,
    description: site.description,
    slogan: site.mission,
    email: contacts.general,
    address: address.join(', '),
    contactPoint: [
      contact('customer service', contacts.general),
      contact('media', contacts.media),
      contact('sponsorships', contacts.sponsorships),
    ],
    publishingPrinciples: page(policies.ethics),
    ethicsPolicy: page(policies.ethics),
    correctionsPolicy: page(policies.corrections),
    ownershipFundingInfo: page(policies.ownership),
    masthead: page(policies.masthead),
  });
}

/**
 * The site with its search.
 * @see https://schema.org/WebSite and https://schema.org/SearchAction
 */
export function website({ site }: Pick<Publication, 'site'>): StructuredData {
  return rootNode('WebSite', {
    '@id': `${site.url}/#site`,
    name: site.name,
    url: absolute('/', site.url),
    description: site.description,
    inLanguage: site.language,
    publisher: { '@id': `${site.url}/#publisher` },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${absolute('/search/', site.url)}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  });
}

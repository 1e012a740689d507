import { absolute, trackerDataPath, trackerPath } from '../site/addresses.ts';
import type { Frame } from '../site/frame.ts';
import type { Source } from '../stories/story.ts';
import { rootNode, type StructuredData } from '../site/structured-data.ts';
import { publisherOf } from '../site/structured-organisation.ts';
import type { TopicPage } from './topic.ts';
import { trackers, type TrackerId } from './tracker.ts';

/**
 * A topic as a CollectionPage with its stories.
 * @see https://schema.org/CollectionPage
 */
export function topicStructuredData(topic: TopicPage, { site }: Pick<Frame, 'site'>): StructuredData {
  const { name, path, lead, updated, stories } = topic;
  return rootNode('CollectionPage', {
    name,
    description: lead,
    url: absolute(path, site.url),
    dateModified: updated.iso,
    about: { '@type': 'Thing', name },
    publisher: publisherOf({ site }),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: stories.length,
      itemListElement: stories.map((story, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: story.title,
        url: absolute(story.path, site.url),
      })),
    },
  });
}

/** Sources that search engines get of a tracker. */
const citedCount = 10;

const measured: Record<TrackerId, string> = {
  lawsuits: 'Stage and next date of cases',
  rules: 'First day and stage of rules',
  launches: 'Release dates and access of models',
  prices: 'US dollars for one second of video',
};

/**
 * A tracker as a Dataset with its two files.
 * @param checked the day of the newest check
 * @param cited sources of its rows; the files have all, search engines get the first {@link citedCount}
 * @see https://schema.org/Dataset
 */
export function trackerStructuredData(
  id: TrackerId,
  checked: string | undefined,
  cited: readonly Source[],
  { site, dataLicence }: Pick<Frame, 'site' | 'dataLicence'>,
): StructuredData {
  const { name, description } = trackers[id];
  const unique = [...new Map(cited.map((source) => [source.url ?? source.title, source])).values()];
  const file = (ending: 'json' | 'csv', format: string): StructuredData => ({
    '@type': 'DataDownload',
    encodingFormat: format,
    contentUrl: absolute(trackerDataPath(id, ending), site.url),
  });
  return rootNode('Dataset', {
    name: `${site.name} tracker: ${name}`,
    description,
    url: absolute(trackerPath(id), site.url),
    identifier: absolute(trackerPath(id), site.url),
    version: checked,
    dateModified: checked,
    license: dataLicence?.url,
    creditText: dataLicence?.credit,
    creator: publisherOf({ site }),
    isAccessibleForFree: true,
    keywords: ['AI video', name.toLowerCase()],
    variableMeasured: measured[id],
    measurementTechnique: 'Facts from public sources; each row names its sources and the day of the last check.',
    citation: unique.slice(0, citedCount).map(({ title, publisher, url }) => ({
      '@type': 'CreativeWork',
      name: title,
      publisher: { '@type': 'Organization', name: publisher },
      url,
    })),
    distribution: [file('json', 'application/json'), file('csv', 'text/csv')],
  });
}

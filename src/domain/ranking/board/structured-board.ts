import { absolute, boardPath, editionDataPath, editionPath } from '../../site/addresses.ts';
import { capitalised } from '../../text/numbers.ts';
import { mayShareData } from './board-data.ts';
import { spokenRank, type Board } from './leaderboard.ts';
import { rootNode, type StructuredData } from '../../site/structured-data.ts';

/**
 * What search engines read of an edition: an ItemList of its entries, and a Dataset where its figures may be downloaded.
 * Entries with the same best rank have the same position; the rank itself, with ties and ranges, is in words.
 * @param site the site's own address, without a slash at its end
 * @see https://schema.org/Dataset and https://schema.org/ItemList
 */
export function boardStructuredData(board: Board, site: string): StructuredData[] {
  const list = rootNode('ItemList', {
    name: `${board.name}, ${board.date.text}`,
    description: board.finding,
    url: absolute(editionPath(board.id, board.date.iso), site),
    numberOfItems: board.rows.length,
    itemListOrder: 'https://schema.org/ItemListOrderDescending',
    itemListElement: board.rows.map((row) => ({
      '@type': 'ListItem',
      position: row.best,
      name: row.name,
      description: capitalised(spokenRank(row)),
      url: absolute(row.model.path, site),
    })),
  });
  return mayShareData(board) ? [list, datasetOf(board, site)] : [list];
}

function datasetOf(board: Board, site: string): StructuredData {
  const file = (ending: 'json' | 'csv', format: string): StructuredData => ({
    '@type': 'DataDownload',
    encodingFormat: format,
    contentUrl: absolute(editionDataPath(board.id, board.date.iso, ending), site),
  });
  return rootNode('Dataset', {
    name: `${board.name}, edition of ${board.date.text}`,
    description: `${board.measures} ${board.method}`,
    url: absolute(editionPath(board.id, board.date.iso), site),
    identifier: absolute(editionPath(board.id, board.date.iso), site),
    version: board.date.iso,
    isPartOf: absolute(boardPath(board.id), site),
    datePublished: board.date.iso,
    license: board.licence.url ?? board.licence.name,
    creditText: board.licence.credit,
    citation: citedIn(board, site),
    creator: { '@type': 'Organization', name: board.by.name, url: board.by.url },
    isAccessibleForFree: true,
    variableMeasured: board.metric?.name ?? 'Rank',
    measurementTechnique: board.method,
    keywords: ['AI video', 'leaderboard', board.shortName],
    distribution: [file('json', 'application/json'), file('csv', 'text/csv')],
  });
}

/** What the figures come from: the page of the board, or the boards on which a consensus rests. */
function citedIn({ source, evidence }: Board, site: string): StructuredData[] {
  if (evidence.length > 0)
    return evidence.map(({ label, publisher, address, date }) => ({
      '@type': 'CreativeWork',
      name: label,
      publisher: { '@type': 'Organization', name: publisher },
      url: address.startsWith('/') ? absolute(address, site) : address,
      datePublished: date.iso,
    }));
  const { title, publisher, url, published } = source;
  return [
    {
      '@type': 'CreativeWork',
      name: title,
      publisher: { '@type': 'Organization', name: publisher },
      url,
      datePublished: published?.iso,
    },
  ];
}

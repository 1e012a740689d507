import { absolute } from '#domain/site/addresses';
import type { Feed } from '#queries/site/feeds';
import { escapeHtml, xmlText } from './escape.ts';

/**
 * All feeds in one file that feed readers import, see http://opml.org/spec2.opml.
 * @param site the site's own address, without a slash at its end
 */
export function opml(feeds: readonly Feed[], name: string, site: string): string {
  const text = (words: string): string => escapeHtml(xmlText(words));
  const line = ({ title, description, page, rss }: Feed): string =>
    `      <outline type="rss" text="${text(`${name}: ${title}`)}" title="${text(`${name}: ${title}`)}" description="${text(description)}" xmlUrl="${absolute(rss, site)}" htmlUrl="${absolute(page, site)}"/>`;
  const groups = [...Map.groupBy(feeds, ({ group }) => group)].flatMap(([group, members]) => [
    `    <outline text="${group}">`,
    ...members.map(line),
    '    </outline>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${text(`Feeds of ${name}`)}</title></head>`,
    '  <body>',
    ...groups,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

import type { Element } from 'hast';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { payloads } from '../fixtures/payloads.ts';
import { elements, parseHtml, textOf } from '../html.ts';
import { addField, append, now, paths, swap, type Changes } from '../loading/fixture.ts';
import { builtTexts, makeSite, run } from './own-site.ts';

const payload = `"><script>alert(1)</script><img src=x onerror=alert(1)>'</script>]]>`;
/** The same for YAML. */
const text = `'${payload.replaceAll("'", "''")}'`;

/** A payload in every field that is free text. */
const everyField: Changes = {
  [paths.article]: (good) =>
    [swap('title: A first story', `title: ${text}`), swap('dek: What it adds.', `dek: ${text}`), swap('alt: A camera on a table.', `alt: ${text}`), swap('credit: The Paper', `credit: ${text}\n  caption: ${text}`), swap('title: A report', `title: ${text}`), swap('publisher: The Reporter', `publisher: ${text}`), addField(`disclosure: ${text}\ncorrections: [{date: 2026-01-12, text: ${text}}]`)].reduce((so, edit) => edit(so), good),
  [paths.review]: (good) => [swap('title: Alpha 1, tested', `title: ${text}`), swap('verdict: It does what it says.', `verdict: ${text}`), swap('[Fast]', `[${text}]`), swap('[Silent]', `[${text}]`), swap('bestFor: Short clips', `bestFor: ${text}`)].reduce((so, edit) => edit(so), good),
  [paths.model]: (good) => append(`notes: [${text}]\nconflicts: [${text}]\nlicence: {value: ${text}, sources: [1]}`)(swap('name: Alpha 1', `name: ${text}`)(good)),
  [paths.provider]: (good) => swap('shortName: Acme', `shortName: '<script>alert(1)'`)(swap('name: Acme Laboratories', `name: ${text}`)(good)),
  'authors/the-desk.yaml': `name: ${text}\nkind: desk\nbio: ${text}\n`,
  [paths.categories]: `technology:\n  name: ${text}\n  description: ${text}\n`,
  [paths.scored]: swap('name: Alpha 1 Pro', `name: ${text}`),
};

/** The article with every payload as its prose; the check would refuse it. */
const everyPayload: Changes = { [paths.article]: swap('The first sentence.', payloads.filter((one) => !/\u0000/u.test(one)).map((one, index) => `${one}\n\n## After ${index}`).join('\n\n')) };

/** The one script that stands in the pages themselves: it sets the theme before the first paint. */
const themeScript = /^try\{const t=localStorage/u;

const ownAddress = /^(?:https:\/\/paper\.example)?\/(?:_astro|badges|cards|embed)\//u;

/** What of an element would run, or load from elsewhere. */
function dangers(element: Element): string[] {
  const { tagName, properties } = element;
  const address = String(properties['href'] ?? properties['src'] ?? properties['action'] ?? '');
  const ownScript = tagName !== 'script' || properties['type'] === 'application/ld+json' || /^\/_astro\//u.test(address) || themeScript.test(textOf(element));
  return [
    ...(ownScript ? [] : [`<script> ${textOf(element).slice(0, 60)}`]),
    ...Object.keys(properties).filter((name) => /^on|^style$|^srcDoc$/u.test(name)).map((name) => `${tagName}[${name}]`),
    ...(/^\s*(?:javascript|vbscript|data|blob|file):/iu.test(address) ? [address] : []),
    ...(/^(?:object|embed|frame|base|marquee|applet)$/u.test(tagName) ? [`<${tagName}>`] : []),
    ...(/^(?:img|iframe)$/u.test(tagName) && !ownAddress.test(address) ? [`${tagName} ${address}`] : []),
  ];
}

const dangersIn = (html: string): string[] => elements(parseHtml(html)).flatMap(dangers);

/** Everything dangerous in the pages, feeds and pictures of a built site, with its file. */
function dangersOf(root: string): string[] {
  return [...builtTexts(root)].flatMap(([path, content]) => {
    const parts = path.endsWith('.html') || path.endsWith('.svg') ? [content] : path.endsWith('.xml') ? (feedHtml(content) ?? []) : path.endsWith('feed.json') ? jsonFeedHtml(content) : [];
    return parts.flatMap(dangersIn).map((danger) => `${path}: ${danger}`);
  });
}

function feedHtml(xml: string): string[] | undefined {
  return xml.includes('<rss') ? (parseRssFeed(xml).items ?? []).flatMap(({ content }) => content?.encoded ?? []) : undefined;
}

const jsonFeedHtml = (json: string): string[] => (JSON.parse(json) as { items: { content_html: string }[] }).items.map(({ content_html: html }) => html);

test('what strangers write into fields is text on every page, in every feed and in the search', () => {
  const root = makeSite(everyField);
  expect(run(root, now, ['build'])).toMatchObject({ status: 0 });
  expect(dangersOf(root)).toEqual([]);
  const texts = builtTexts(root);
  // It is there, as words.
  expect(textOf(parseHtml(texts.get('news/first-story/index.html') ?? ''))).toContain('<script>alert(1)</script>');
  expect(parseRssFeed(texts.get('rss.xml') ?? '').items?.map(({ title }) => title)).toContainEqual(expect.stringContaining('<script>alert(1)</script><img src=x onerror=alert(1)>'));
});

test('what strangers write into prose is taken out, also when nobody checks', () => {
  const root = makeSite(everyPayload);
  const refused = run(root, now, ['build']);
  expect([refused.status, refused.out.includes('The site was not built')]).toEqual([1, true]);
  writeFileSync(join(root, 'scripts/check-content.ts'), `import { readContent } from '#loading/read-content';\nexport const checkContent = (root: string, now: Date) => ({ collections: readContent(root, now).collections, problems: [] });\n`);
  expect(run(root, now, ['build'])).toMatchObject({ status: 0 });
  expect(dangersOf(root)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, dist, elements, files, pageAt, pages, read, tagged, textOf } from './dist.ts';

const site = 'https://megaton.ai';
const known = new Set([...files, ...pages.map(({ path }) => path)]);
const linksIn = (text: string): string[] =>
  [...text.matchAll(/https:\/\/megaton\.ai(\/[^\s)#>?]*)/gu)].map(([, path = '']) => path);

describe('pages as Markdown', () => {
  const markdownFiles = files.filter((file) => file.endsWith('/index.md'));

  it('are there for every story, topic, tracker, board and edition, and named in the head of the page', () => {
    const boards = content.boards.filter(({ id }) =>
      content.editions.some((edition) => edition.id.startsWith(`${id}/`)),
    );
    const expected = [
      ...content.articles.map(({ id }) => `/news/${id}/`),
      ...content.reviews.map(({ id }) => `/reviews/${id}/`),
      ...content.topics.map(({ id }) => `/topics/${id}/`),
      ...['lawsuits', 'rules', 'launches', 'prices'].map((id) => `/trackers/${id}/`),
      ...boards.map(({ id }) => `/leaderboards/${id}/`),
      ...content.editions.map(({ id }) => `/leaderboards/${id}/`),
    ];
    expect(markdownFiles).toEqual(expected.map((path) => `${path}index.md`).sort());
    for (const path of expected) {
      const link = elements(pageAt(path).root, (element) => attribute(element, 'type') === 'text/markdown')[0];
      expect(attribute(link, 'href'), path).toBe(`${path}index.md`);
    }
  });

  it('hold no directive, no scheme of ours and no unsafe HTML, and lead to pages that exist', () => {
    for (const file of markdownFiles) {
      const text = read(file);
      expect(text, file).not.toMatch(/^:{2,}/mu);
      expect(text, file).not.toMatch(/\]\((?:model|article|javascript|data):|\]\(\/|<script|<iframe/u);
      expect(text, file).toMatch(/^# \S/u);
      // A card of another room is no page.
      expect(
        linksIn(text).filter((path) => !known.has(decodeURI(path))),
        file,
      ).toEqual([]);
    }
  });

  it('hold the whole story, with corrections and sources', () => {
    for (const { id, data } of content.articles) {
      const text = read(`/news/${id}/index.md`);
      expect(text.length, id).toBeGreaterThan(2000);
      for (const { url } of data.sources) expect(text, id).toContain(url.replace(/[()]/gu, encodeURIComponent));
      for (const correction of data.corrections) expect(text).toContain(correction.text.slice(0, 12));
    }
  });

  it('of boards have the headline of the page, and say ties in words', () => {
    for (const { path, root } of pages.filter((page) =>
      /^\/leaderboards\/(?!your-ranking)[^/]+\/(?:\d{4}-\d\d-\d\d\/)?$/u.test(page.path),
    )) {
      const [headline] = tagged(root, 'h1');
      expect(read(`${path}index.md`).split('\n')[0], path).toBe(`# ${headline && textOf(headline)}`);
    }
    const tied = read('/leaderboards/top-models/2026-01-23/index.md');
    expect(tied).toContain('| 4, tied | ');
    expect(tied).not.toMatch(/\| =\d/u);
  });

  it('hold the scores of boards that may be passed on, and of no other', () => {
    expect(read('/leaderboards/arena-text-to-video/index.md')).toMatch(
      /\| Rank \| Model \| Provider \| .*\| 95 % interval \| Votes \|/u,
    );
    expect(read('/leaderboards/vbench/index.md')).toContain('no licence lets us pass on the table');
    const score = content.editions
      .find(({ id }) => id.startsWith('vbench/'))
      ?.data.entries.flatMap((entry) => ('score' in entry ? [entry.score] : []))[0];
    expect(score).toBeDefined();
    expect(read('/leaderboards/vbench/index.md')).not.toContain(String(score));
  });
});

describe('files for other programs', () => {
  it('robots.txt has groups of the form of RFC 9309, the policy of site.yaml and the sitemaps', () => {
    const text = read('/robots.txt');
    const groups = text
      .split(/\n\n/u)
      .map((group) => group.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
    for (const line of groups.flat())
      expect(line).toMatch(
        /^(?:User-agent: (?:\*|[A-Za-z-]+)|(?:Allow|Disallow): \/|Sitemap: https:\/\/megaton\.ai\/\S+\.xml)$/u,
      );
    const groupOf = (agent: string): string[] | undefined =>
      groups.find((group) => group.includes(`User-agent: ${agent}`));
    const policy = content.site[0]?.data.aiCrawlers;
    const rule = { allow: 'Allow: /', refuse: 'Disallow: /' };
    expect(groupOf('GPTBot')?.at(-1)).toBe(rule[policy?.training ?? 'allow']);
    expect(groupOf('OAI-SearchBot')?.at(-1)).toBe(rule[policy?.answers ?? 'allow']);
    expect(groupOf('*')).toEqual(['User-agent: *', 'Allow: /']);
    expect(linksIn(text).sort()).toEqual(['/sitemap.xml', '/sitemaps/news.xml']);
    expect(linksIn(text).every((path) => known.has(path))).toBe(true);
  });

  it('security.txt has the fields of RFC 9116 and expires in less than a year', () => {
    const fields = read('/.well-known/security.txt')
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/u).slice(0, 2));
    const values = Object.fromEntries(fields) as Record<string, string>;
    expect(fields.map(([name]) => name)).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical', 'Policy']);
    expect(values['Contact']).toBe(`mailto:${content.site[0]?.data.contacts.general}`);
    expect(values['Canonical']).toBe(`${site}/.well-known/security.txt`);
    expect(known.has(values['Policy']?.slice(site.length) ?? '')).toBe(true);
    const days = (Date.parse(values['Expires'] ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeLessThan(365);
    expect(days).toBeGreaterThan(90);
  });

  it('llms.txt has its form, and leads to what is there', () => {
    const text = read('/llms.txt');
    expect(text).toMatch(/^# Megaton\n\n> .+\n/u);
    for (const line of text.split('\n').slice(6))
      expect(line).toMatch(/^(?:|## .+|- \[.+\]\(https:\/\/megaton\.ai\/\S*\)(?:: .+)?)$/u);
    expect(linksIn(text).filter((path) => !known.has(path))).toEqual([]);
    expect(text.length).toBeLessThan(50_000);
  });

  it('humans.txt names the publisher', () => {
    expect(read('/humans.txt')).toContain(`Publisher: ${content.site[0]?.data.copyright.holder}`);
  });

  it('the web manifest has what browsers ask for, and icons of the sizes that it says', async () => {
    const manifest = JSON.parse(read('/manifest.webmanifest')) as {
      name: string;
      short_name: string;
      start_url: string;
      display: string;
      icons: { src: string; sizes: string; type: string; purpose?: string }[];
    };
    expect([manifest.short_name, manifest.start_url, manifest.display]).toEqual(['Megaton', '/', 'minimal-ui']);
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    );
    for (const { src, sizes, type } of manifest.icons.filter((icon) => icon.type === 'image/png')) {
      const { width, height, format } = await sharp(join(dist, src)).metadata();
      expect([`${width}x${height}`, `image/${format}`], src).toEqual([sizes, type]);
    }
  });

  it.each([
    ['/apple-touch-icon.png', 180, 180],
    ['/card.png', 1200, 630],
    ['/video.png', 1200, 675],
  ])('%s has its size', async (path, width, height) => {
    expect(await sharp(join(dist, path)).metadata()).toMatchObject({ width, height, format: 'png' });
  });

  it('favicon.ico holds pictures of 16, 32 and 48 pixels', () => {
    const ico = readFileSync(join(dist, 'favicon.ico'));
    expect(imageSize(ico)).toMatchObject({
      type: 'ico',
      images: [16, 32, 48].map((size) => ({ width: size, height: size })),
    });
  });

  it('every page names its icons and the manifest', () => {
    for (const { path, root } of pages.filter((page) => !page.path.startsWith('/embed/'))) {
      const links = elements(root, (element) => element.tagName === 'link').map((link) => attribute(link, 'href'));
      expect(links, path).toEqual(
        expect.arrayContaining(['/favicon.ico', '/favicon.svg', '/apple-touch-icon.png', '/manifest.webmanifest']),
      );
    }
  });
});

describe('newsletter issues', () => {
  it('have a page each, and a list that leads to them', () => {
    const list = elements(pageAt('/newsletter/').root, (element) => element.tagName === 'a').map((link) =>
      attribute(link, 'href'),
    );
    for (const { id } of content.newsletters) {
      expect(list).toContain(`/newsletter/${id}/`);
      expect(pages.some(({ path }) => path === `/newsletter/${id}/`)).toBe(true);
    }
    expect(files.filter((file) => file.endsWith('/issue.json'))).toEqual([]);
  });
});

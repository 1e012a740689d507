import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Element } from 'hast';
import { rankText } from '#domain/ranking/board/leaderboard';
import { changesPath, topicPath } from '#domain/site/addresses';
import { isOver, storyName } from '#domain/stories/front-page';
import { typeset } from '#domain/text/typography';
import { movedLately } from '#queries/leaderboards/changes';
import { latestBoard } from '#queries/leaderboards/leaderboards';
import { content } from './content.ts';
import { realCatalogue } from '../queries/real-catalogue.ts';
import { attribute, dist, elements, pageAt, tagged, textOf } from './dist.ts';

const { root } = pageAt('/');
const [main] = tagged(root, 'main');
const headlines = elements(main ?? root, ({ tagName }) => /^h[23]$/u.test(tagName));
const storyIn = (headline: Element): string | undefined =>
  tagged(headline, 'a')
    .map((link) => attribute(link, 'href'))
    .find((path) => /^\/(?:news|reviews)\/[^/]+\/$/u.test(path ?? ''));
const shown = headlines.flatMap((headline) => storyIn(headline) ?? []);
const slugOf = (path: string | undefined): string | undefined => path?.split('/')[2];

describe('the front page', () => {
  it('shows no story twice', () => {
    expect(shown.length).toBeGreaterThan(14);
    expect(shown.filter((path, index) => shown.indexOf(path) !== index)).toEqual([]);
  });

  it('has what the editor chose and is not over', () => {
    const built = statSync(`${dist}/index.html`).mtime;
    const [plan] = content.frontPage;
    const { lead, second = [], banner, package: stories } = plan?.data ?? {};
    if (lead && !isOver(lead, built)) expect(slugOf(shown[0])).toBe(storyName(lead.story).slug);
    for (const place of second.filter((one) => !isOver(one, built)))
      expect(shown.slice(1, 4).map(slugOf)).toContain(storyName(place.story).slug);
    const has = (text: string): boolean => textOf(root).includes(typeset(text));
    if (banner) expect(has(banner.text)).toBe(!isOver(banner, built));
    if (stories) expect(headlines.map(textOf).includes(typeset(stories.label))).toBe(!isOver(stories, built));
  });
});

describe('the blocks next to the news', () => {
  const catalogue = realCatalogue();
  const block = (label: RegExp): Element | undefined =>
    elements(main ?? root, (element) => {
      const heading = elements(element, ({ tagName }) => /^h[23]$/u.test(tagName))[0];
      return element.tagName === 'section' && heading !== undefined && label.test(textOf(heading).trim());
    })[0];
  const linksOf = (element: Element | undefined): string[] =>
    element ? tagged(element, 'a').flatMap((link) => attribute(link, 'href') ?? []) : [];

  it('say what moved on the newest edition that can be compared, and which board cannot', () => {
    const moved = movedLately(catalogue);
    const shown = block(/^What moved$/u);
    const { changes, rows = [], incomparable = [] } = moved ?? {};
    expect(changes?.board.seriesBreak).toBeUndefined();
    expect(rows.length).toBeGreaterThan(1);
    for (const { row, before } of rows) {
      expect(linksOf(shown)).toContain(row.model.path);
      if (shown && before) expect(textOf(shown)).toContain(`was ${rankText(before)}`);
    }
    for (const { board, before } of [...(changes ? [changes] : []), ...incomparable]) {
      expect(linksOf(shown)).toContain(changesPath(board.id, board.date.iso));
      expect(shown && textOf(shown)).toContain(before.date.text);
    }
  });

  it('name the nearest dates and lead to the trackers', () => {
    const shown = block(/^Dates ahead$/u);
    expect(linksOf(shown)).toContain('/trackers/');
    const days = shown ? tagged(shown, 'time').map((time) => attribute(time, 'datetime') ?? '') : [];
    expect(days.length).toBeGreaterThan(0);
    expect(days.length).toBeLessThanOrEqual(5);
    expect(days).toEqual([...days].sort());
  });

  it('lead to every topic, and to no story that has a place of its own', () => {
    const links = linksOf(block(/^Topics$/u));
    for (const id of catalogue.topics.keys()) expect(links).toContain(topicPath(id));
    expect(links.filter((path) => shown.includes(path))).toEqual([]);
  });

  it('come after the lead story and the second tier, in the text as on the screen', () => {
    const order = headlines.map((heading) => textOf(heading).trim());
    expect(order.indexOf('What moved')).toBeGreaterThan(3);
    expect(order.indexOf('Dates ahead')).toBeGreaterThan(order.indexOf('Latest'));
  });

  it('show a board once: next to the lead story, or next to the second tier', () => {
    const boards = tagged(main ?? root, 'section').filter((section) => {
      const label = attribute(section, 'ariaLabel') ?? '';
      return label.endsWith(': first places') || label.startsWith('Ranks on ');
    });
    expect(boards).toHaveLength(1);
  });
});

describe('the strip', () => {
  it('says from which edition its arrows count, or why it has none', () => {
    const [strip] = tagged(root, 'section').filter((section) =>
      attribute(section, 'ariaLabel')?.startsWith('Top Models'),
    );
    const board = latestBoard(realCatalogue().site.strip.board, realCatalogue());
    expect(board?.before).toBeDefined();
    expect(strip && textOf(strip)).toContain(board?.before?.text);
    expect(strip && textOf(strip).includes('No arrows')).toBe(board?.seriesBreak !== undefined);
  });
});

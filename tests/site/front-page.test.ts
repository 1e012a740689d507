import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Element } from 'hast';
import { isOver, storyName } from '#domain/stories/front-page';
import { typeset } from '#domain/text/typography';
import { content } from './content.ts';
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

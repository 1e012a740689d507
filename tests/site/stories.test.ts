import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, elements, pageAt, pages, tagged, textOf } from './dist.ts';
import type { Element } from 'hast';

const classed =
  (name: string) =>
  (element: Element): boolean =>
    (attribute(element, 'className') ?? '').split(' ').includes(name);
const artists = pageAt('/news/artists-stealing-isnt-innovation/').root;

/** Rank in the newest edition of Top Models, as its file has it; neither model is tied there. */
function topModelsRange(model: string): [best: number, worst: number] {
  const newest = content.inferences
    .filter(({ id }) => id.startsWith('top-models/'))
    .sort((a, b) => (a.id < b.id ? 1 : -1))[0]?.data;
  const found = newest?.kind === 'consensus' ? newest.entries.find((entry) => entry.model === model) : undefined;
  return [found?.best ?? 0, found?.worst ?? 0];
}

describe('stories', () => {
  it('are built, one page each', () => {
    const built = pages
      .filter(({ path }) => /^\/(?:news|reviews)\/[^/]+\/$/u.test(path) && path !== '/news/page/')
      .map(({ path }) => path);
    const written = [
      ...content.articles.map(({ id }) => `/news/${id}/`),
      ...content.reviews.map(({ id }) => `/reviews/${id}/`),
    ];
    expect(built.sort()).toEqual(written.sort());
  });

  it('all have sources with well-formed addresses', () => {
    for (const { file, data } of [...content.articles, ...content.reviews]) {
      expect(data.sources.length, file).toBeGreaterThan(0);
      for (const { url } of data.sources)
        expect(URL.canParse(url) && /^https?:\/\/[^/]+\.[a-z]+/u.test(url), `${file}: ${url}`).toBe(true);
    }
  });

  it('show section, headline, dek, date, byline, reading time, hero with credit, share, sources, models and related stories', () => {
    const article = tagged(artists, 'article')[0]!;
    expect(
      attribute(elements(article, (element) => attribute(element, 'href') === '/categories/culture/')[0], 'href'),
    ).toBeDefined();
    expect(textOf(article).replace(/\s+/gu, ' ')).toMatch(
      /23 January 2026, by Megaton Staff · Updated 28 November 2026 · \d+ min/u,
    );
    expect(attribute(tagged(article, 'time')[0], 'dateTime')).toBe('2026-01-23');
    expect(elements(article, classed('dek')).length).toBe(1);
    const hero = tagged(article, 'img')[0];
    expect(attribute(hero, 'fetchPriority')).toBe('high');
    expect(Number(attribute(hero, 'width')) / Number(attribute(hero, 'height'))).toBeCloseTo(16 / 9);
    expect(attribute(hero, 'alt')?.length).toBeGreaterThan(15);
    expect(textOf(tagged(article, 'figcaption')[0]!)).toContain('Illustration: Megaton');
    expect(elements(article, (element) => 'dataShare' in element.properties).length).toBe(1);
    expect(
      elements(artists, classed('sources'))[0] && tagged(elements(artists, classed('sources'))[0]!, 'li').length,
    ).toBe(content.articles.find(({ id }) => id === 'artists-stealing-isnt-innovation')?.data.sources.length);
    // Ranks are those of the newest Top Models; Kling 2.5 Turbo and the others have theirs there too.
    const models = textOf(elements(artists, classed('story-models'))[0]!);
    for (const [id, name] of [
      ['veo-3-1', 'Veo 3.1'],
      ['sora-2', 'Sora 2'],
    ])
      expect(models).toMatch(
        new RegExp(`${name}\\s*Rank in Top Models:\\s*${topModelsRange(id ?? '').join('–')}\\s`, 'u'),
      );
    const related = elements(artists, classed('related'))[0]!;
    expect(tagged(related, 'article').length).toBe(3);
    expect(textOf(related)).toContain('Read more');
  });

  it('show the rank of a linked model behind its name, as words that can be copied and read aloud', () => {
    const link = elements(
      artists,
      (element) => classed('model-link')(element) && attribute(element, 'href') === '/models/veo-3-1/',
    )[0]!;
    expect(textOf(link)).toBe('Veo 3.1');
    expect(textOf(artists)).toContain(
      `Veo 3.1\u00a0(No. ${topModelsRange('veo-3-1').join(' to ')}\u00a0in Top Models)`,
    );
  });

  it('place the newsletter once, after about half of the text', () => {
    for (const { path, root } of pages.filter(
      (page) => page.path.startsWith('/news/') && !page.path.startsWith('/news/page/') && page.path !== '/news/',
    )) {
      const body = elements(root, classed('prose'))[0]!;
      const boxes = elements(root, classed('newsletter'));
      expect(boxes.length, path).toBe(1);
      const text = textOf(body);
      const share = text.indexOf(textOf(boxes[0]!)) / text.length;
      expect(share, path).toBeGreaterThan(0.4);
      expect(share, path).toBeLessThan(0.75);
    }
  });

  it('show reviews with their verdict', () => {
    for (const { id, data } of content.reviews) {
      const verdict = textOf(elements(pageAt(`/reviews/${id}/`).root, classed('verdict'))[0]!);
      for (const line of [...data.strengths, ...data.limits]) expect(verdict.replaceAll('’', "'"), id).toContain(line);
    }
  });

  it('are in every list where they belong', () => {
    for (const { id, data } of content.articles) {
      const path = `/news/${id}/`;
      for (const list of [
        `/categories/${data.category}/`,
        '/authors/megaton-staff/',
        `/archive/${data.date.slice(0, 4)}/${data.date.slice(5, 7)}/`,
      ]) {
        const listed = pages
          .filter((page) => page.path.startsWith(list))
          .some(({ root }) => elements(root, (element) => attribute(element, 'href') === path).length > 0);
        expect(listed, `${path} in ${list}`).toBe(true);
      }
    }
  });
});

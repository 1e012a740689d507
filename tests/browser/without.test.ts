import { describe, expect, it } from 'vitest';
import { layoutShift, Site } from './browser.ts';

const site = new Site();
const paths = {
  home: '/',
  article: '/news/artists-stealing-isnt-innovation/',
  board: '/leaderboards/arena-text-to-video/',
};

describe.each([360, 1280])('at %i pixels', (width) => {
  it.each(Object.entries(paths))(
    '%s without pictures keeps their places, and a sentence says what the hero would show',
    async (name, path) => {
      // Nor its fonts: when they come is a matter of the moment.
      const { page } = await site.open(path, { width, without: '**/*.{webp,woff2}' });
      const images = (await page
        .locator('img')
        .evaluateAll((all) =>
          all.map((image) => ({ alt: image.getAttribute('alt'), height: image.getBoundingClientRect().height })),
        )) as { alt: string; height: number }[];
      for (const { height } of images) expect(height).toBeGreaterThan(30);
      if (name === 'article') expect(images[0]?.alt.split(' ').length).toBeGreaterThan(5);
      expect(await page.evaluate(layoutShift)).toBeLessThanOrEqual(0.02);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(500);
      await page.context().close();
    },
  );

  it.each(Object.entries(paths))(
    '%s without its fonts is read in those of the system, and nothing runs over',
    async (_name, path) => {
      const { page } = await site.open(path, { width, without: '**/*.woff2' });
      expect(
        await page.evaluate(
          '[...document.fonts].filter(({ family, status }) => status === \'loaded\' && /^"?(?:Archivo|Archivo Poster|Newsreader)"?$/.test(family)).length',
        ),
      ).toBe(0);
      expect(await page.evaluate(layoutShift)).toBeLessThanOrEqual(0.02);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const over = await page
        .locator('h1, h2, h3, .dek, .button')
        .evaluateAll((all) =>
          all
            .filter(
              (element) =>
                element.checkVisibility() &&
                !element.classList.contains('visually-hidden') &&
                element.scrollWidth > element.clientWidth + 1 &&
                element.clientWidth > 0,
            )
            .map((element) => element.textContent),
        );
      expect(over).toEqual([]);
      if (width === 1280) {
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      await page.context().close();
    },
  );
});

describe('without its index', () => {
  it('the search in the dialog says so and leads on', async () => {
    const { page } = await site.open('/', { without: '**/pagefind/**' });
    await page.keyboard.press('/');
    await page.keyboard.type('kling');
    await page.getByText('cannot be reached just now').waitFor();
    expect(await page.locator('.search').getByRole('link', { name: 'The archive' }).getAttribute('href')).toBe(
      '/archive/',
    );
    await page.context().close();
  });

  it('a search whose script cannot be reached becomes the page of the search', async () => {
    const { page } = await site.open('/', { without: '**/search-dialog*.js' });
    await page.keyboard.press('/');
    await page.waitForURL(/\/search\/$/u);
    await page.context().close();
  });
});

describe('in forced colours', () => {
  it.each(['light', 'dark'] as const)(
    'bars, marks and the chosen filter can be seen in the %s theme',
    async (colorScheme) => {
      const { page } = await site.open(paths.board, { forcedColors: 'active', colorScheme });
      const colours = (await page.evaluate(
        "(() => { const of = (query, property) => getComputedStyle(document.querySelector(query))[property]; return { paper: of('html', 'backgroundColor'), bar: of('td svg .interval', 'fill'), score: of('td svg .score', 'fill'), chosen: of('.filters [aria-current]', 'outlineStyle'), other: of('.filters a:not([aria-current])', 'outlineStyle') }; })()",
      )) as Record<string, string>;
      expect(colours['bar']).not.toBe(colours['paper']);
      expect(colours['score']).not.toBe(colours['paper']);
      expect(colours['score']).not.toBe(colours['bar']);
      expect([colours['chosen'], colours['other']]).toEqual(['solid', 'none']);
      await page.context().close();
    },
  );
});

describe('with reduced motion', () => {
  it.each(Object.entries(paths))('nothing on %s moves by itself', async (_name, path) => {
    const { page } = await site.open(path, { reducedMotion: 'reduce' });
    await page.evaluate('scrollTo(0, 400)');
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    await page.context().close();
  });

  it('the line that shows how far one has read is there for others only, and moves by scrolling alone', async () => {
    const { page } = await site.open(paths.article, { reducedMotion: 'no-preference' });
    const progress =
      'document.getAnimations().map((animation) => [animation.timeline?.constructor.name, animation.effect.pseudoElement])';
    expect(await page.evaluate(progress)).toEqual([['ScrollTimeline', '::before']]);
    await page.context().close();
  });
});

import { describe, expect, test } from 'vitest';
import { pictureFile } from '#schemas/stories/hero';
import { permanentId, slugPattern } from '#schemas/ids';

describe('slugs', () => {
  test.each(['kling-2-6', 'veo-3', 'a', '2026', 'pixverse-v5-5'])('%s', (slug) => {
    expect(slug).toMatch(slugPattern);
  });

  test.each([
    '',
    'Kling',
    'kling 2',
    'kling_2',
    'kling--2',
    '-kling',
    'kling-',
    'kling.2',
    'kling/2',
    '../kling',
    'kling?',
    'kling#',
    'kling%20',
    'klíng',
    'kling\n',
  ])('not %j', (slug) => {
    expect(slug).not.toMatch(slugPattern);
  });
});

test.each([
  ['20260123-k7m2qx', true],
  ['2026-01-23-k7m2qx', false],
  ['20260123-k7m2q', false],
  ['20260123-k7m2qxy', false],
  ['20260123-K7M2QX', false],
  ['20260123k7m2qx', false],
  ['x20260123-k7m2qx', false],
])('the permanent id %s is right: %s', (id, right) => {
  expect(permanentId.safeParse(id).success).toBe(right);
});

describe('names of pictures', () => {
  test.each(['hero.webp', 'hero-2.png', 'figure_1.jpg', '1.jpeg', 'a.b.webp'])('%s', (name) => {
    expect(pictureFile.safeParse(name).success).toBe(true);
  });

  test.each([
    'hero',
    'hero.gif',
    'hero.svg',
    'hero.webp.exe',
    'Hero.webp',
    '.hero.webp',
    '../hero.webp',
    'a/hero.webp',
    'my hero.webp',
    'hero%.webp',
    'hero?.webp',
    'https://a.example/hero.webp',
    '',
  ])('not %j', (name) => {
    expect(pictureFile.safeParse(name).success).toBe(false);
  });
});

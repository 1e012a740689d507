import { describe, expect, test } from 'vitest';
import { frameOf } from '#queries/frame';
import { board, catalogueOf, editorial, model, site } from './entries.ts';

const boards = [
  board('votes', 2, { name: 'Votes' }),
  board('top', 1, { name: 'Top Models' }),
  board('empty', 3, { name: 'Empty' }),
];
const editions = [editorial('top/2026-01-23', ['veo', 1]), editorial('votes/2026-01-01', ['veo', 1])];
const models = [model('veo')];

describe('menus', () => {
  const products = { label: 'Products', path: '/products/', links: [{ label: 'Mask', path: '/products/mask/' }] };
  const footer = [{ label: 'Legal', links: [{ label: 'Terms', path: '/terms/' }] }];
  const main = [
    { label: 'News', path: '/news/' },
    { label: 'Leaderboards', path: '/leaderboards/', links: 'boards' as const },
    products,
  ];
  const frame = frameOf(catalogueOf({ site: [site({ menus: { main, footer } })], boards, editions, models }));

  test('are those of site.yaml, with the boards that have a page', () => {
    expect(frame.menus).toEqual([
      { label: 'News', path: '/news/', links: [] },
      {
        label: 'Leaderboards',
        path: '/leaderboards/',
        links: [
          { label: 'Top Models', path: '/leaderboards/top/' },
          { label: 'Votes', path: '/leaderboards/votes/' },
        ],
      },
      products,
    ]);
  });

  test('of the footer too', () => {
    expect(frame.footer).toEqual(footer);
  });
});

test.each([
  [2026, '2026-11-23T12:00:00Z', '© 2026 The Paper Ltd'],
  [2025, '2026-11-23T12:00:00Z', '© 2025–2026 The Paper Ltd'],
  // The year is that of UTC, wherever the site is built.
  [2026, '2027-01-01T00:00:00Z', '© 2026–2027 The Paper Ltd'],
  [2027, '2026-12-31T23:59:59Z', '© 2026 The Paper Ltd'],
])('the copyright since %i, on %s, is %s', (since, moment, copyright) => {
  const catalogue = catalogueOf(
    { site: [site({ copyright: { holder: 'The Paper Ltd', since } })] },
    { now: new Date(moment) },
  );
  expect(frameOf(catalogue).copyright).toBe(copyright);
});

describe('the strip', () => {
  test('is the newest edition of its board, with as many rows as site.yaml says', () => {
    const { strip } = frameOf(
      catalogueOf({ site: [site({ strip: { board: 'top', limit: 3 } })], boards, editions, models }),
    );
    expect([strip?.board.id, strip?.board.date.iso, strip?.limit]).toEqual(['top', '2026-01-23', 3]);
  });

  test('is left out when its board has no edition', () => {
    expect(
      frameOf(catalogueOf({ site: [site({ strip: { board: 'empty', limit: 3 } })], boards })).strip,
    ).toBeUndefined();
  });
});

test('contacts, address, newsletter and licence are those of site.yaml', () => {
  const { data } = site({
    newsletter: { action: 'https://letter.example/post', title: 'The newsletter', text: 'Once a week.' },
  });
  const frame = frameOf(catalogueOf({ site: [{ id: 'site', data, filePath: 'content/site.yaml', digest: '' }] }));
  const { contacts, address, newsletter, contentLicence } = data;
  expect(frame).toMatchObject({
    contacts,
    address,
    newsletter,
    contentLicence,
    site: { name: 'The Paper', url: 'https://paper.example' },
  });
});

import { fit, drawable } from '#cards/fonts';
import { drawCard } from '#cards/draw-card';
import type { Card } from '#domain/site/card';
import { imageSize } from 'image-size';
import sharp from 'sharp';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const interval = { from: 0.2, to: 0.8, score: 0.5 };
const board = (headline: string, rowName = 'Wan 3.0'): Card => ({
  kind: 'board',
  id: 'arena',
  name: 'Arena',
  headline,
  foot: '7 August 2026',
  rows: ['1–4', '=2', '10–17'].map((rank) => ({ rank, id: 'wan-3-0', name: rowName, interval })),
});
const model = (name: string, id = 'kling-2-6'): Card => ({
  kind: 'model',
  id,
  name,
  provider: 'Kling',
  figures: [{ value: '=4', label: 'Top Models' }],
  foot: 'Released 3 December 2025',
});
const section: Card = {
  kind: 'section',
  id: 'policy',
  kicker: 'News',
  name: 'Policy',
  description: 'Laws, courts and regulators.',
};
const site: Card = { kind: 'site', tagline: 'AI video, reported and ranked' };
const draw = (card: Card): Promise<Uint8Array> => drawCard(card, 'content/models/x.yaml');

const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeEach(() => warn.mockClear());

/** Red, green and blue of the pixels of a part of a picture. */
const pixels = (file: Uint8Array, left: number, top: number, width: number, height: number): Promise<Buffer> =>
  sharp(file).extract({ left, top, width, height }).removeAlpha().raw().toBuffer();
const isPaper = (part: Buffer): boolean => part.every((value, index) => value === [0xfb, 0xfa, 0xf6][index % 3]);

describe('a card', () => {
  test.each([
    board('Four models may be first'),
    board('Two share the first place', 'A name '.repeat(20)),
    model('Kling 2.6'),
    section,
    site,
  ])('$kind is a PNG file of 1200 by 630 pixels, small enough to be sent on, and the same each time', async (card) => {
    const file = await draw(card);
    expect(imageSize(file)).toMatchObject({ type: 'png', width: 1200, height: 630 });
    expect(file.length).toBeLessThan(100_000);
    expect(Buffer.compare(await draw(card), file)).toBe(0);
    expect(warn).not.toHaveBeenCalled();
  });

  test.each([
    'No',
    'HiDream-O1-Video leads the ten shown',
    'A headline that needs two lines since it has so many words in it',
    'word '.repeat(60).trim(),
    'A'.repeat(200),
    '<b>&"\'',
  ])('with the headline %j keeps it within its box', async (headline) => {
    const [file, bare] = await Promise.all([draw(board(headline)), draw(board('One'))]);
    expect(await pixels(file, 0, 304, 1200, 326)).toEqual(await pixels(bare, 0, 304, 1200, 326));
    expect(isPaper(await pixels(file, 1150, 170, 50, 130))).toBe(true);
    expect(isPaper(await pixels(file, 56, 176, 400, 112))).toBe(false);
  });

  test('shows its interval between the ends, with the score in the signal colour', async () => {
    const row = await pixels(await draw(board('One')), 600, 326, 544, 1);
    const colourAt = (share: number): string =>
      row.subarray(3 * Math.round(share * 543), 3 * Math.round(share * 543) + 3).toString('hex');
    expect([0.1, 0.3, 0.5, 0.7, 0.9].map(colourAt)).toEqual(['d6d0c5', 'b9b2a6', 'e8431f', 'b9b2a6', 'd6d0c5']);
  });
});

describe('a text without glyphs in the card fonts', () => {
  test.each([
    ['Chinese', '通义万相', '通'],
    ['Arabic', 'أربعة نماذج', 'ر'],
  ])('in %s is reported with the content file, and the id is drawn in its place', async (_, name, character) => {
    const file = await draw(model(name));
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toMatch(/^\ncontent\/models\/x\.yaml: /u);
    expect(warn.mock.calls[0]?.[0]).toContain(character);
    expect(warn.mock.calls[0]?.[0]).toContain(`“${name}”`);
    expect(Buffer.compare(file, await draw(model('kling-2-6')))).toBe(0);
  });

  test('in a headline gives the name of the board, and in a row the id of the model', async () => {
    expect(Buffer.compare(await draw(board('通义 is first', '通义')), await draw(board('Arena', 'wan-3-0')))).toBe(0);
    expect(warn).toHaveBeenCalledTimes(4);
  });

  test('loses emoji, and marks where only they are missing', () => {
    expect(drawable('Emoji 🎬 and 🇯🇵 flags').text).toBe('Emoji and flags');
    expect(drawable('Nguyễn')).toEqual({ text: 'Nguyen', missing: ['ễ'] });
    expect(drawable('Crème brûlée – “naïve” Œuvre')).toEqual({ text: 'Crème brûlée – “naïve” Œuvre', missing: [] });
    expect(drawable('🎬').text).toBeUndefined();
  });
});

test('a headline is as large as it fits, and cut off only where no size does', () => {
  const box = { width: 600, height: 200 };
  expect(fit('Short', 'Poster', box, [96, 48], 0.95)).toEqual({ size: 96 });
  expect(fit('Johansson and Blanchett back a call to license artists’ work', 'Poster', box, [96, 48], 0.95)).toEqual({
    size: 48,
  });
  expect(fit('word '.repeat(100).trim(), 'Poster', box, [96, 48], 0.95)).toEqual({ size: 48, cutAt: 4 });
});

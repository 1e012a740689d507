import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardOfBoard, cardOfModel, cardOfStory, type Card } from '#domain/site/card';
import type { Board } from '#domain/ranking/leaderboard';
import type { Placing } from '#domain/models/model';
import { cardPicture, cardSize, drawCard, shapesOf } from '#cards/card-drawing';
import { cardFile } from '#cards/card-file';
import { pngOf } from '#cards/card-png';
import { cardTypes, drawable, fit, widthOf } from '#cards/card-type';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';

const card = (changes: Partial<Card> = {}): Card => ({ kicker: 'Culture', title: 'A headline', foot: '23 January 2026', figures: [], bars: [], ...changes });
const picture = 'content/articles/2026/artists-stealing-isnt-innovation/hero.webp';
const headlines = ['No', 'A'.repeat(300), 'word '.repeat(200).trim(), '视频模型排行榜', 'أربعة نماذج', 'ดาวน์โหลด', 'Emoji 🎬 and 🇯🇵 flags', '🎬', '', 'Ħ ŷ Œuvre “quoted” – naïve', '<script>&"\'</script>', 'a\u0000b'];

describe('a headline', () => {
  it.each(headlines)('%j becomes a card', async (title) => {
    for (const hasPicture of [false, true]) {
      const places = shapesOf(card({ title }), hasPicture).flatMap((shape) => ('outline' in shape ? shape.outline.flatMap((step) => (step.type === 'Z' ? [] : [step.x, step.y])) : [shape.left, shape.top, shape.width, shape.height]));
      expect(places.every(Number.isFinite)).toBe(true);
      const { info } = await sharp(await pngOf(drawCard(card({ title }), hasPicture))).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([cardSize.width, cardSize.height]);
    }
  });

  it('is drawn where the type has its letters, without emoji, and left out where it has not', () => {
    const { poster } = cardTypes();
    expect(drawable('Emoji 🎬 and 🇯🇵 flags', poster)).toBe('Emoji and flags');
    expect(drawable('Crème brûlée', poster)).toBe('Crème brûlée');
    expect(drawable('Nguyễn', poster)).toBe('Nguyen');
    expect(drawable('视频', poster)).toBeUndefined();
    expect(drawable('🎬', poster)).toBeUndefined();
    const shapes = (title: string): number => shapesOf(card({ title }), false).length;
    expect(shapes('视频')).toBe(shapes('A') - 1);
  });

  it('leaves the place of a picture free', () => {
    const { left, top, width, height } = cardPicture;
    const { pixels } = drawCard(card({ title: 'word '.repeat(30).trim() }), true);
    const [ground] = pixels.subarray(top * cardSize.width + left);
    for (let y = top; y < top + height; y += 1) expect(new Set(pixels.subarray(y * cardSize.width + left, y * cardSize.width + left + width))).toEqual(new Set([ground]));
  });

  it('is set as large as it fits, in lines of about one length', () => {
    const { poster } = cardTypes();
    const box = { width: 600, height: 392 };
    const short = fit('Short', poster, box, [96, 48], 0.95);
    expect(short).toEqual({ size: 96, lines: ['Short'] });
    const usual = fit('Johansson and Blanchett back a call for AI firms to license artists’ work', poster, box, [120, 96, 84, 64, 48], 0.95);
    expect(usual.lines.join(' ')).toBe('Johansson and Blanchett back a call for AI firms to license artists’ work');
    const widths = usual.lines.map((line) => widthOf(line, poster, usual.size));
    expect(Math.max(...widths)).toBeLessThanOrEqual(box.width);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.5);
    expect(usual.lines.length * usual.size * 0.95).toBeLessThanOrEqual(box.height);
  });

  it('that fits at no size is cut off with an ellipsis', () => {
    const { poster } = cardTypes();
    for (const text of ['word '.repeat(200).trim(), 'A'.repeat(300)]) {
      const { lines, size } = fit(text, poster, { width: 600, height: 200 }, [48], 0.95);
      expect(lines.at(-1)).toMatch(/…$/u);
      for (const line of lines) expect(widthOf(line, poster, size)).toBeLessThanOrEqual(600);
    }
  });
});

describe('a file', () => {
  it('has the same bytes each time', async () => {
    const shown = card({ title: 'A card for a test' });
    const [drawn, again] = [await cardFile(shown, picture), await cardFile(shown, picture)];
    expect(Buffer.from(again).equals(drawn)).toBe(true);
  });

  it('of another headline or another picture is another', async () => {
    const [one, other, bare] = await Promise.all([cardFile(card({ title: 'One' }), picture), cardFile(card({ title: 'Other' }), picture), cardFile(card({ title: 'One' }), undefined)]);
    expect(Buffer.from(one).equals(other)).toBe(false);
    expect(Buffer.from(one).equals(bare)).toBe(false);
  });

  /** What a card shows of a picture, in few pixels. */
  async function shownOf(file: string): Promise<Buffer> {
    const { left, top, width, height } = cardPicture;
    return small(await sharp(await cardFile(card(), file)).extract({ left, top, width, height }).png().toBuffer());
  }
  const small = (file: Uint8Array): Promise<Buffer> => sharp(file).resize(48, 54, { fit: 'fill' }).removeAlpha().toColourspace('srgb').raw().toBuffer();
  const furthest = (one: Buffer, other: Buffer): number => Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? 0))));

  it('shows the picture of a story as it is, but for few colours', async () => {
    const meant = await small(await sharp(picture).resize(cardPicture.width, cardPicture.height, { fit: 'cover' }).png().toBuffer());
    expect(furthest(await shownOf(picture), meant)).toBeLessThan(12);
  });

  it('turns a photograph as its camera was held', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'megaton-card-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const lying = join(folder, 'lying.webp');
    // Turned to the left, with a note that says to turn it back to the right.
    await sharp(picture).rotate(-90).withMetadata({ orientation: 6 }).webp({ lossless: true }).toFile(lying);
    expect(furthest(await shownOf(lying), await shownOf(picture))).toBeLessThan(12);
  });
});

describe('what a card says', () => {
  const day = { iso: '2026-01-23', text: '23 January 2026' };
  const image = { src: '/hero.webp', width: 1600, height: 900, format: 'webp' };

  it('of a story: where it belongs, when, and how its picture was made', () => {
    const section = { label: 'Culture', path: '/categories/culture/' };
    const hero = { image, alt: 'Something', credit: 'Ann', made: 'ai' as const };
    expect(cardOfStory({ title: 'T', section, date: day, hero })).toEqual(card({ title: 'T', foot: '23 January 2026 · Made with AI: Ann' }));
    expect(cardOfStory({ title: 'T', section, date: day }, { value: '=4', board: 'Top Models' }).figures).toEqual([{ value: '=4', label: 'Present rank in Top Models' }]);
  });

  it('of a model: its first place on each board', () => {
    const placing = (label: string, best: number, worst: number, shared = false): Placing =>
      ({ board: { label, path: `/${label}/` }, date: day, of: '', decimals: 0, row: { key: `${label}${best}`, name: 'X', modelId: 'x', model: { label: 'X', path: '/x/' }, best, worst, shared, provisional: false, imageToVideo: false } }) as Placing;
    const { title, figures } = cardOfModel({ name: 'X' }, [placing('A', 1, 4), placing('A', 7, 9), placing('B', 2, 2, true)]);
    expect(title).toBe('X');
    expect(figures).toEqual([{ value: '1–4', label: 'A' }, { value: '=2', label: 'B' }]);
  });

  it('of a board: its finding and the intervals of its first five on one scale', () => {
    const row = (name: string, score: number) => ({ name, score, lower: score - 10, upper: score + 10, best: 1, worst: 3, shared: true });
    const board = { name: 'Arena', headline: 'three models may be first', date: day, rows: ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) => row(name, 1500 - index * 10)) } as unknown as Board;
    const { title, bars } = cardOfBoard(board);
    expect(title).toBe('Three models may be first');
    expect(bars.map(({ name, rank }) => `${rank} ${name}`)).toEqual(['1–3 A', '1–3 B', '1–3 C', '1–3 D', '1–3 E']);
    for (const { interval } of bars) {
      expect(interval?.from).toBeGreaterThanOrEqual(0);
      expect(interval?.to).toBeLessThanOrEqual(1);
      expect(interval?.from).toBeLessThan(interval?.score ?? 0);
    }
    expect(bars[0]?.interval?.score).toBeGreaterThan(bars[4]?.interval?.score ?? 1);
  });
});

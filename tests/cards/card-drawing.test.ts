import { Canvas } from '#cards/card-canvas';
import { reduceColours } from '#cards/card-colours';
import { coverageOf, outlineOf, type Step } from '#cards/card-outline';
import { pngOf } from '#cards/card-png';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

const columns = { from: 0, to: 100 };
const sum = (levels: Uint8Array): number => levels.reduce((all, level) => all + level, 0);

describe('an outline covers', () => {
  test('whole pixels wholly, and parts of them by their area', () => {
    const { left, top, width, height, levels } = coverageOf(outlineOf('M1 2h2.5v1.25h-2.5z'), columns, 16);
    expect([left, top, width, height]).toEqual([1, 2, 3, 2]);
    expect([...levels]).toEqual([16, 16, 8, 4, 4, 2]);
  });

  test('what it encloses, whichever way it turns, and leaves holes free', () => {
    const ring = (inner: string): number => sum(coverageOf(outlineOf(`M0 0h10v10h-10z${inner}`), columns, 1).levels);
    expect(sum(coverageOf(outlineOf('M0 0v10h10v-10z'), columns, 1).levels)).toBe(100);
    expect(ring('m2 2v6h6v-6z')).toBe(64);
    expect(ring('m2 2h6v6h-6z')).toBe(100);
  });

  test('the area of slanted edges and curves', () => {
    const area = (outline: string): number => sum(coverageOf(outlineOf(outline), columns, 200).levels) / 200;
    expect(area('M0 0l50 20l-30 40z')).toBeCloseTo((50 * 60 - 20 * 20) / 2, 0);
    // Two thirds of the triangle around it, but for what straight pieces cut off.
    expect(area('M0 0q30 60 60 0z') / ((60 * 60) / 3)).toBeCloseTo(1, 2);
  });

  test('no columns beyond the edges of the picture', () => {
    const { left, width, levels } = coverageOf(outlineOf('M-30 0h1000v1h-1000z'), columns, 1);
    expect([left, width, sum(levels)]).toEqual([0, 100, 100]);
    expect(coverageOf(outlineOf('M200 0h9v9h-9z'), columns, 1).width).toBe(0);
    expect(coverageOf([], columns, 1).width).toBe(0);
  });

  test('nothing when it has commands that are not known', () => {
    expect(() => outlineOf('M0 0c1 1 2 2 3 3z')).toThrow('`c`');
  });
});

describe('a canvas', () => {
  const square: Step[] = outlineOf('M1.5 1h2v2h-2z');

  test('becomes a PNG of the very colours that were drawn', async () => {
    const canvas = new Canvas(5, 4);
    canvas.fillRectangle(0, 0, 5, 4, '#ffffff');
    canvas.fillOutline(square, '#000000', '#ffffff');
    canvas.place(0, 3, 2, Uint8Array.of(1, 0), [10, 20, 30, 40, 50, 60]);
    const { data, info } = await sharp(await pngOf(canvas)).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([5, 4, 3]);
    const at = (x: number, y: number): number[] => [...data.subarray(3 * (5 * y + x), 3 * (5 * y + x) + 3)];
    expect([at(0, 0), at(1, 1), at(2, 1), at(3, 2), at(4, 1)]).toEqual([[255, 255, 255], [128, 128, 128], [0, 0, 0], [128, 128, 128], [255, 255, 255]]);
    expect([at(0, 3), at(1, 3), at(2, 3)]).toEqual([[40, 50, 60], [10, 20, 30], [255, 255, 255]]);
  });

  test('on another leaves that one as it is', () => {
    const below = new Canvas(5, 4);
    below.fillRectangle(0, 0, 5, 4, '#ffffff');
    const above = new Canvas(5, 4, below);
    above.fillOutline(square, '#000000', '#ffffff');
    expect(new Set(below.pixels).size).toBe(1);
    expect(below.palette.length).toBe(3);
    expect(new Set(above.pixels).size).toBe(3);
  });

  test('refuses more colours than a file can number', () => {
    expect(() => new Canvas(1, 1).place(0, 0, 1, Uint8Array.of(0), Array.from({ length: 3 * 257 }, () => 0))).toThrow('256 colours');
  });
});

describe('a picture of few colours', () => {
  const picture = (...colours: number[][]): Uint8Array => Uint8Array.from(colours.flat());

  test('keeps colours that are few as they are', () => {
    const pixels = picture([250, 0, 0], [0, 250, 0], [250, 0, 0], [0, 0, 250]);
    const { numbers, colours } = reduceColours(pixels, 2, 4);
    expect([...numbers].flatMap((number) => colours.slice(3 * number, 3 * number + 3))).toEqual([...pixels]);
  });

  test('has no more colours than allowed, and none that is far from what it shows', () => {
    const pixels = picture(...Array.from({ length: 64 * 64 }, (_, at) => [4 * (at % 64), 4 * Math.floor(at / 64), 128]));
    const { numbers, colours } = reduceColours(pixels, 64, 50);
    expect(colours.length).toBeLessThanOrEqual(150);
    const shown = [...numbers].flatMap((number) => colours.slice(3 * number, 3 * number + 3));
    const mean = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0) / pixels.length;
    expect(mean(shown)).toBeCloseTo(mean(pixels), 0);
    expect(Math.max(...shown.map((value, at) => Math.abs(value - (pixels[at] ?? 0))))).toBeLessThan(60);
  });

  test('of one colour is that colour', () => {
    expect(reduceColours(picture([7, 8, 9], [7, 8, 9]), 1, 9)).toEqual({ numbers: Uint8Array.of(0, 0), colours: [7, 8, 9] });
  });
});

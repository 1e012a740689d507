/** A picture of few colours: each pixel is the number of its colour. */
export interface Reduced {
  numbers: Uint8Array;
  /** Red, green and blue of each colour, one after the other. */
  colours: number[];
}

/** Pixels whose channels share their upper five bits. */
interface Shade {
  count: number;
  /** Mean red, green and blue. */
  mean: Triple;
}

/** Shades that become one colour. */
interface Group {
  shades: Shade[];
  mean: Triple;
  /** How far the pixels lie from the mean: the sum of squares, for each channel. */
  spread: Triple;
}

/** Red, green and blue. */
type Triple = [number, number, number];

const shadeCount = 32 ** 3;
const shadeOf = (red: number, green: number, blue: number): number => ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

/**
 * Shows a picture in few colours. What a pixel differs from its colour is handed on to its neighbours, so that a sky has
 * no stripes. Plain arithmetic, so every machine finds the same.
 * @param pixels red, green and blue of each pixel, row after row
 * @param most how many colours there may be, from 1 to 256
 * @see https://en.wikipedia.org/wiki/Floyd%E2%80%93Steinberg_dithering
 */
export function reduceColours(pixels: Uint8Array, width: number, most: number): Reduced {
  const colours = bestColours(pixels, most);
  const nearest = nearestOf(colours);
  const numbers = new Uint8Array(pixels.length / 3);
  // What is handed on to this row and to the next, in sixteenths, with a pixel more at both ends.
  let here = new Int32Array(3 * (width + 2));
  let below = new Int32Array(3 * (width + 2));
  for (let start = 0; start < numbers.length; start += width) {
    for (let x = 0; x < width; x += 1) {
      const from = 3 * (start + x);
      const at = 3 * (x + 1);
      const red = within((pixels[from] ?? 0) + ((here[at] ?? 0) >> 4));
      const green = within((pixels[from + 1] ?? 0) + ((here[at + 1] ?? 0) >> 4));
      const blue = within((pixels[from + 2] ?? 0) + ((here[at + 2] ?? 0) >> 4));
      const number = nearest(red, green, blue);
      numbers[start + x] = number;
      handOn(here, below, at, red - (colours[3 * number] ?? 0));
      handOn(here, below, at + 1, green - (colours[3 * number + 1] ?? 0));
      handOn(here, below, at + 2, blue - (colours[3 * number + 2] ?? 0));
    }
    [here, below] = [below, here.fill(0)];
  }
  return { numbers, colours };
}

const within = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);

function handOn(here: Int32Array, below: Int32Array, at: number, rest: number): void {
  here[at + 3] = (here[at + 3] ?? 0) + rest * 7;
  below[at - 3] = (below[at - 3] ?? 0) + rest * 3;
  below[at] = (below[at] ?? 0) + rest * 5;
  below[at + 3] = (below[at + 3] ?? 0) + rest;
}

/** Finds the number of the colour that is nearest to a shade; each shade is looked up once. */
function nearestOf(colours: readonly number[]): (red: number, green: number, blue: number) => number {
  const known = new Int16Array(shadeCount).fill(-1);
  return (red, green, blue) => {
    const shade = shadeOf(red, green, blue);
    const found = known[shade] ?? -1;
    if (found >= 0) return found;
    // The middle of the shade, so that the answer does not depend on which of its pixels asks first.
    const [r, g, b] = [(red & 0xf8) + 4, (green & 0xf8) + 4, (blue & 0xf8) + 4];
    let [best, least] = [0, Infinity];
    for (let at = 0; at < colours.length; at += 3) {
      const distance = (r - (colours[at] ?? 0)) ** 2 + (g - (colours[at + 1] ?? 0)) ** 2 + (b - (colours[at + 2] ?? 0)) ** 2;
      if (distance < least) [best, least] = [at / 3, distance];
    }
    known[shade] = best;
    return best;
  };
}

/**
 * The few colours that show a picture best: the group of shades that lie furthest apart is parted again and again, across
 * its widest channel.
 * @see https://en.wikipedia.org/wiki/Median_cut
 */
function bestColours(pixels: Uint8Array, most: number): number[] {
  const groups = [groupOf(shadesOf(pixels))];
  while (groups.length < most) {
    const widest = groups.reduce((best, group) => (total(group) > total(best) ? group : best));
    const parts = parted(widest);
    if (parts === undefined) break;
    groups.splice(groups.indexOf(widest), 1, ...parts);
  }
  return groups.flatMap(({ mean }) => mean.map(Math.round));
}

function shadesOf(pixels: Uint8Array): Shade[] {
  const sums = new Uint32Array(4 * shadeCount);
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at] ?? 0;
    const green = pixels[at + 1] ?? 0;
    const blue = pixels[at + 2] ?? 0;
    const shade = 4 * shadeOf(red, green, blue);
    sums[shade] = (sums[shade] ?? 0) + 1;
    sums[shade + 1] = (sums[shade + 1] ?? 0) + red;
    sums[shade + 2] = (sums[shade + 2] ?? 0) + green;
    sums[shade + 3] = (sums[shade + 3] ?? 0) + blue;
  }
  const shades: Shade[] = [];
  for (let at = 0; at < sums.length; at += 4) {
    const count = sums[at] ?? 0;
    if (count > 0) shades.push({ count, mean: forEach((channel) => (sums[at + 1 + channel] ?? 0) / count) });
  }
  return shades;
}

function groupOf(shades: Shade[]): Group {
  const over = (valueOf: (shade: Shade) => number): number => shades.reduce((sum, shade) => sum + shade.count * valueOf(shade), 0);
  const count = over(() => 1);
  const mean = forEach((channel) => over((shade) => shade.mean[channel]) / count);
  return { shades, mean, spread: forEach((channel) => over((shade) => (shade.mean[channel] - mean[channel]) ** 2)) };
}

const forEach = (valueOf: (channel: 0 | 1 | 2) => number): Triple => [valueOf(0), valueOf(1), valueOf(2)];

const total = ({ spread: [red, green, blue] }: Group): number => red + green + blue;

/** Two groups of one, parted at the mean of its widest channel; undefined when it is of one shade. */
function parted({ shades, mean, spread: [red, green, blue] }: Group): [Group, Group] | undefined {
  const channel = red >= green && red >= blue ? 0 : green >= blue ? 1 : 2;
  const below = shades.filter((shade) => shade.mean[channel] <= mean[channel]);
  const above = shades.filter((shade) => shade.mean[channel] > mean[channel]);
  return below.length > 0 && above.length > 0 ? [groupOf(below), groupOf(above)] : undefined;
}

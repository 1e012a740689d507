import { coverageOf, type Step } from './card-outline.ts';

/** A colour as `#rrggbb`. */
export type Colour = `#${string}`;

/** Steps from the colour of a ground to that of an outline on it: edges look as smooth with more of them. */
const steps = 16;

/** A picture of at most 256 colours: a pixel is the number of its colour. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Red, green and blue of each colour, one after the other. */
  readonly palette: number[];
  /** The number of a flat colour, and the first one of the colours from a ground to an ink. */
  readonly #numbers: Map<string, number>;

  /** @param below a canvas that is drawn on; it stays as it is */
  constructor(width: number, height: number, below?: Canvas) {
    [this.width, this.height] = [width, height];
    this.pixels = below?.pixels.slice() ?? new Uint8Array(width * height);
    this.palette = [...(below?.palette ?? [])];
    this.#numbers = new Map(below ? below.#numbers : []);
  }

  /** How many colours can still be added. */
  get coloursLeft(): number {
    return 256 - this.palette.length / 3;
  }

  /** Fills a rectangle; its sides are moved to the next pixels. */
  fillRectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
    const number = this.#numberOf(colour);
    const [from, to] = [Math.round(left), Math.round(left + width)];
    for (let y = Math.round(top); y < Math.round(top + height); y += 1) this.pixels.fill(number, y * this.width + from, y * this.width + to);
  }

  /** Fills an outline; what reaches over the edge is cut off. */
  fillOutline(outline: readonly Step[], colour: Colour, ground: Colour): void {
    const { left, top, width, height, levels } = coverageOf(outline, { from: 0, to: this.width }, steps);
    if (width === 0) return;
    const ramp = this.#rampOf(ground, colour) - 1;
    for (let y = Math.max(0, -top); y < Math.min(height, this.height - top); y += 1) {
      for (let x = 0, from = y * width, to = (top + y) * this.width + left; x < width; x += 1, from += 1, to += 1) {
        const level = levels[from] ?? 0;
        if (level > 0) this.#raise(to, ramp, level);
      }
    }
  }

  /**
   * Puts a picture of numbered colours in place.
   * @param colours red, green and blue of each of them, one after the other
   * @throws Error when there are more colours than are left
   */
  place(left: number, top: number, width: number, numbers: Uint8Array, colours: readonly number[]): void {
    const first = this.#add(colours);
    for (let at = 0, y = top; at < numbers.length; at += width, y += 1) {
      this.pixels.set(numbers.subarray(at, at + width).map((number) => first + number), y * this.width + left);
    }
  }

  /** Where two outlines of one colour meet, the fuller pixel stays. */
  #raise(at: number, ramp: number, level: number): void {
    const present = (this.pixels[at] ?? 0) - ramp;
    if (present < level || present > steps) this.pixels[at] = ramp + level;
  }

  #numberOf(colour: Colour): number {
    return this.#known(colour, () => channels(colour));
  }

  #rampOf(ground: Colour, colour: Colour): number {
    return this.#known(`${ground} ${colour}`, () => {
      const [from, to] = [channels(ground), channels(colour)];
      return Array.from({ length: steps }, (_, step) => from.map((value, channel) => Math.round(value + (((to[channel] ?? 0) - value) * (step + 1)) / steps))).flat();
    });
  }

  #known(name: string, coloursOf: () => number[]): number {
    const first = this.#numbers.get(name) ?? this.#add(coloursOf());
    this.#numbers.set(name, first);
    return first;
  }

  #add(colours: readonly number[]): number {
    if (colours.length / 3 > this.coloursLeft) throw new Error(`There are only ${this.coloursLeft} colours left.`);
    const first = this.palette.length / 3;
    this.palette.push(...colours);
    return first;
  }
}

/** Red, green and blue, each from 0 to 255. */
const channels = (colour: Colour): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

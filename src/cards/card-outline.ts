/** A step of an outline: `x`, `y` is its end, `x1`, `y1` what a curve bends towards. */
export type Step = { type: 'M' | 'L'; x: number; y: number } | { type: 'Q'; x1: number; y1: number; x: number; y: number } | { type: 'Z' };

/** An outline in another size, with its origin at a point. */
export function moved(outline: readonly Step[], x: number, y: number, size: number): Step[] {
  return outline.map((step) => {
    if (step.type === 'Z') return step;
    const end = { x: x + step.x * size, y: y + step.y * size };
    return step.type === 'Q' ? { type: step.type, x1: x + step.x1 * size, y1: y + step.y1 * size, ...end } : { type: step.type, ...end };
  });
}

/** Numbers behind each command of a path in SVG. */
const counts: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, q: 4, z: 0 };

/**
 * The outline of a path as SVG writes it, of straight lines and quadratic curves.
 * @param data its commands relative to the point before (`m`, `l`, `h`, `v`, `q`, `z`); at first also `M`
 * @throws Error for other commands
 */
export function outlineOf(data: string): Step[] {
  const steps: Step[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/gu)) {
    const command = steps.length === 0 ? letter.toLowerCase() : letter;
    const count = counts[command];
    if (count === undefined) throw new Error(`The outline has a command \`${letter}\`.`);
    const numbers = (rest.match(/-?[\d.]+/gu) ?? []).map(Number);
    if (command === 'z') {
      steps.push({ type: 'Z' });
      [x, y] = [startX, startY];
    }
    for (let at = 0; at < numbers.length; at += count) {
      const [a = 0, b = 0, c = 0, d = 0] = numbers.slice(at, at + count);
      const bend = { x1: x + a, y1: y + b };
      const [right, down] = command === 'h' ? [a, 0] : command === 'v' ? [0, a] : command === 'q' ? [c, d] : [a, b];
      [x, y] = [x + right, y + down];
      if (command === 'm') [startX, startY] = [x, y];
      steps.push(command === 'q' ? { type: 'Q', ...bend, x, y } : { type: command === 'm' ? 'M' : 'L', x, y });
    }
  }
  return steps;
}

/** How much of each pixel lies within an outline. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Row after row, from 0 (outside) to the most (inside). */
  levels: Uint8Array;
}

/** Cut off at these columns, so that a long line costs no more than a picture is wide. */
interface Columns {
  from: number;
  to: number;
}

/**
 * How an outline covers pixels, exactly: every edge adds the area to its right, and a sum along each row gives the shares.
 * What lies within two contours that turn the same way counts once. Plain arithmetic, so every machine finds the same.
 * @param most the level of a pixel that lies inside
 * @see https://medium.com/@raphlinus/inside-the-fastest-font-renderer-in-the-world-75ae5270c445
 */
export function coverageOf(steps: readonly Step[], columns: Columns, most: number): Coverage {
  const edges = edgesOf(steps);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < edges.length; at += 2) {
    const x = edges[at] ?? 0;
    const y = edges[at + 1] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  left = Math.max(columns.from, Math.floor(left));
  top = Math.floor(top);
  const [width, height] = [Math.max(0, Math.min(columns.to, Math.ceil(right)) - left), Math.max(0, Math.ceil(bottom) - top)];
  if (!(width > 0 && height > 0)) return { left: 0, top: 0, width: 0, height: 0, levels: new Uint8Array() };
  // An edge on the last column adds to the one behind it.
  const row = width + 2;
  const areas = new Float32Array(row * height);
  const inside = (x: number): number => Math.min(Math.max(x - left, 0), width);
  for (let at = 0; at < edges.length; at += 4) {
    addEdge(areas, row, inside(edges[at] ?? 0), (edges[at + 1] ?? 0) - top, inside(edges[at + 2] ?? 0), (edges[at + 3] ?? 0) - top);
  }
  return { left, top, width, height, levels: levelsOf(areas, row, width, height, most) };
}

/** The straight edges of an outline, four numbers each: where it begins and where it ends. */
function edgesOf(steps: readonly Step[]): number[] {
  const edges: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    edges.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  for (const step of steps) {
    if (step.type === 'Q') {
      const [fromX, fromY] = [x, y];
      const count = piecesOf(step, fromX, fromY);
      for (let piece = 1; piece <= count; piece += 1) {
        const [t, s] = [piece / count, 1 - piece / count];
        lineTo(s * s * fromX + 2 * s * t * step.x1 + t * t * step.x, s * s * fromY + 2 * s * t * step.y1 + t * t * step.y);
      }
    } else if (step.type === 'Z') {
      lineTo(startX, startY);
    } else if (step.type === 'L') {
      lineTo(step.x, step.y);
    } else {
      [x, y, startX, startY] = [step.x, step.y, step.x, step.y];
    }
  }
  return edges;
}

/** How many straight pieces differ from a curve by less than a seventh of a pixel. */
function piecesOf({ x1, y1, x, y }: Extract<Step, { type: 'Q' }>, fromX: number, fromY: number): number {
  const [bendX, bendY] = [fromX - 2 * x1 + x, fromY - 2 * y1 + y];
  return 1 + Math.floor(Math.sqrt(Math.sqrt(3 * (bendX * bendX + bendY * bendY))));
}

/** Adds to each pixel what an edge changes there of the area to its right. */
function addEdge(areas: Float32Array, row: number, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return;
  const turn = y0 < y1 ? 1 : -1;
  const [upperX, upperY, lowerX, lowerY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (lowerX - upperX) / (lowerY - upperY);
  let x = upperX;
  for (let y = Math.floor(upperY); y < lowerY; y += 1) {
    const part = Math.min(y + 1, lowerY) - Math.max(y, upperY);
    const next = x + slope * part;
    addPiece(areas, y * row, Math.max(0, Math.min(x, next)), Math.max(0, Math.max(x, next)), part * turn);
    x = next;
  }
}

/** Adds a piece of an edge within one row; `area` is its height, with the sign of its direction. */
function addPiece(areas: Float32Array, start: number, from: number, to: number, area: number): void {
  const first = Math.floor(from);
  const last = Math.max(first + 1, Math.ceil(to));
  const add = (column: number, part: number): void => {
    areas[start + column] = (areas[start + column] ?? 0) + area * part;
  };
  if (last === first + 1) {
    const middle = (from + to) / 2 - first;
    add(first, 1 - middle);
    add(first + 1, middle);
    return;
  }
  const perColumn = 1 / (to - from);
  const firstPart = (perColumn * (first + 1 - from) ** 2) / 2;
  const lastPart = (perColumn * (to - last + 1) ** 2) / 2;
  add(first, firstPart);
  if (last === first + 2) {
    add(first + 1, 1 - firstPart - lastPart);
  } else {
    const second = perColumn * (first + 1.5 - from);
    add(first + 1, second - firstPart);
    for (let column = first + 2; column < last - 1; column += 1) add(column, perColumn);
    add(last - 1, 1 - second - (last - first - 3) * perColumn - lastPart);
  }
  add(last, lastPart);
}

function levelsOf(areas: Float32Array, row: number, width: number, height: number, most: number): Uint8Array {
  const levels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    let sum = 0;
    for (let from = y * row, to = from + width; from < to; from += 1, at += 1) {
      sum += areas[from] ?? 0;
      levels[at] = Math.min(1, Math.abs(sum)) * most + 0.5;
    }
  }
  return levels;
}

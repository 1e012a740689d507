/** A number with as many digits after the point as its source has. */
export interface Figure {
  value: number;
  decimals: number;
}

/** Why a cell is no number. */
export interface BadFigure {
  what: string;
  write: string;
}

/** Letters of a figure or an interval at most. */
const longest = 60;
const shortened = (text: string): string => `${text.slice(0, longest)}…`;

const advice = 'Write +5/-6, ±6 or 1501–1531, or put the two ends in columns `lower` and `upper`.';

/** What people write where a figure is missing. */
const missing = /^(?:[-–—]|n\/?a|nan|null|none)?$/iu;

export const isMissing = (text: string): boolean => missing.test(text.trim());

export const isBad = <T extends object>(figure: T | BadFigure): figure is BadFigure => 'write' in figure;

/** A number as tables have it: `1516`, `1,516.2`, `−3.5`, `84 %`. */
export function readFigure(text: string): Figure | BadFigure {
  if (text.length > longest)
    return { what: `\`${shortened(text)}\` is no number.`, write: 'Write a number with a point, for example 1204.5.' };
  const plain = text
    .trim()
    .replaceAll('−', '-')
    .replace(/[\s\u00a0\u202f]*%$/u, '')
    .replace(/(?<=\d)[\u00a0\u202f ](?=\d{3}\b)/gu, '');
  const whole = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/u.exec(plain);
  if (whole) return { value: Number(plain.replaceAll(',', '')), decimals: whole[1]?.length ?? 0 };
  if (/^[-+]?\d+(?:\.\d{3})*,\d+$/u.test(plain))
    return {
      what: `\`${text}\` has a comma before its decimals.`,
      write: 'Write a point there, for example 1204.5, and no sign between thousands.',
    };
  if (/^[-+]?\d+(?:\.\d+)?\s?[km]$/iu.test(plain))
    return { what: `\`${text}\` is a rounded number.`, write: 'Write the whole number, for example 26600.' };
  return { what: `\`${text}\` is no number.`, write: 'Write a number with a point, for example 1204.5.' };
}

/** The ends of an interval. */
export interface Interval {
  lower: Figure;
  upper: Figure;
}

const number = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const signed = String.raw`([-+]?\d[\d,]*(?:\.\d+)?)`;
const halves = new RegExp(String.raw`^(?:±|\+/?-|\+-)?\s*${number}$`, 'u');
const steps = new RegExp(String.raw`^([-+])\s*${number}\s*[/,;|]?\s*([-+])\s*${number}$`, 'u');
const ends = new RegExp(
  String.raw`^[[(]?\s*${signed}\s*(?:to|–|—|\.\.\.?|…|,\s|;|-(?=\s*\d))\s*${signed}\s*[\])]?$`,
  'u',
);

/**
 * The ends of an interval, from one cell: `+5/-6` and `±6` around the score, `1501–1531`, `[1501, 1531]` and `1501 to 1531` as they are.
 * @param score from which steps are counted
 */
export function readInterval(text: string, score: Figure): Interval | BadFigure {
  if (text.length > longest) return { what: `\`${shortened(text)}\` is no interval.`, write: advice };
  const plain = text.trim().replaceAll('−', '-').replace(/\s+/gu, ' ');
  const half = halves.exec(plain)?.[1];
  if (half !== undefined) return around(score, toFigure(half), toFigure(half));
  const [, sign, first = '', other, second = ''] = steps.exec(plain) ?? [];
  if (sign !== undefined && sign !== other)
    return sign === '+'
      ? around(score, toFigure(second), toFigure(first))
      : around(score, toFigure(first), toFigure(second));
  const [, low, high] = ends.exec(plain) ?? [];
  if (low !== undefined && high !== undefined && sign === undefined)
    return { lower: toFigure(low), upper: toFigure(high) };
  return {
    what: `\`${text}\` is no interval.`,
    write: advice,
  };
}

/** A score with its interval behind it, as some boards show it: `1516 ±15`. */
export function readScoreWithInterval(text: string): { score: string; interval: string } | undefined {
  const [, score, interval] = /^(\S+?)\s*((?:±|[-+−]\s*\d).*)$/u.exec(text.trim()) ?? [];
  return score === undefined || interval === undefined ? undefined : { score, interval };
}

function toFigure(text: string): Figure {
  const plain = text.replaceAll(',', '');
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

/** Adds in the digits of the sources, so that 1516.2 + 5.1 is 1521.3. */
function around(score: Figure, down: Figure, up: Figure): Interval {
  const plus = (step: Figure, sign: 1 | -1): Figure => {
    const decimals = Math.max(score.decimals, step.decimals);
    return { value: Number((score.value + sign * step.value).toFixed(decimals)), decimals };
  };
  return { lower: plus(down, -1), upper: plus(up, 1) };
}

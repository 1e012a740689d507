import { parse, stringify } from 'yaml';
import { splitFrontMatter } from '#loading/files/front-matter';

/**
 * Corrects a made-up article as a newsroom does: a figure changes, and a note says so.
 * @param text the whole file; without a figure it gets one
 * @param date day of the correction, YYYY-MM-DD
 */
export function corrected(text: string, date: string): string {
  const parts = splitFrontMatter(text);
  if (!parts) throw new Error('An article has no front matter.');
  const { corrections = [], ...fields } = parse(parts.yaml) as { corrections?: object[] };
  const [wrong, figure = '0'] = /\b(\d+) per cent/u.exec(parts.body) ?? [];
  const right = `${Number(figure) + 1} per cent`;
  const note = { date, text: `The figure is ${right}${wrong === undefined ? '' : `, not ${wrong}`}.` };
  const yaml = stringify({ ...fields, corrections: [...corrections, note] }, { lineWidth: 0 });
  const body = wrong === undefined ? `${parts.body}\nIn all, ${right}.\n` : parts.body.replace(wrong, right);
  return `---\n${yaml}---\n${body}`;
}

/**
 * An index of a list; in rounds they spread evenly: the first, the last, the middle, the quarters, …
 * @param round from 0
 * @param length of the list
 */
export function spread(round: number, length: number): number {
  return Math.round(shareOf(round) * (length - 1));
}

/** 0, 1, 1/2, 1/4, 3/4, 1/8, 5/8, …: van der Corput's sequence with the end added. */
function shareOf(round: number): number {
  if (round < 2) return round;
  let [rest, share, part] = [round - 1, 0, 0.5];
  for (; rest > 0; rest = Math.floor(rest / 2), part /= 2) share += (rest % 2) * part;
  return share;
}

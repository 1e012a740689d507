import type { Badge } from '#domain/ranking/board/badge';
import { escapeHtml } from '../escape.ts';

const height = 20;
const padding = 7;

/** A badge as a picture: two flat parts, no style and no font of its own, so that it looks the same under every policy. */
export function badgeSvg({ label, value, text, credit }: Badge): string {
  const [left, right] = [textWidth(label), textWidth(value)];
  const split = left + 2 * padding;
  const width = split + right + 2 * padding;
  const words = (content: string, x: number, length: number, colour: string): string =>
    `<text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${colour}">${escapeHtml(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t">`,
    `<title id="t">${escapeHtml(`${text}. ${credit}`)}</title>`,
    `<rect width="${split}" height="${height}" fill="#15120f"/>`,
    `<rect x="${split}" width="${width - split}" height="${height}" fill="#b8330f"/>`,
    `<g font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${words(label, padding, left, '#efe7d8')}${words(value, split + padding, right, '#ffffff')}</g>`,
    '</svg>\n',
  ].join('');
}

/** Widths of signs in Verdana at 11 px; `textLength` makes every other font keep to them. */
function textWidth(text: string): number {
  const widths = [...text].map((sign) =>
    /[ijl.,:;'|!()\[\] ]/u.test(sign)
      ? 4
      : /[mwMW]/u.test(sign)
        ? 10
        : /[A-Z=]/u.test(sign)
          ? 8
          : /[frt-]/u.test(sign)
            ? 5
            : 7,
  );
  return widths.reduce((sum, width) => sum + width, 0);
}

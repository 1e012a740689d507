const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A small whole number in words (`four`), a larger one in figures. */
export function inWords(count: number): string {
  return words[count] ?? withCommas(count);
}

/** `Four`: for the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `open weights` for `Open weights`, as it is within a sentence; `under $0.10 a second` keeps everything but its first letter. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * A number with thousands set apart: 26576 becomes `26,576`.
 * @param decimals digits after the point
 */
export function withCommas(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** `one model`, `two models`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${inWords(count)} ${count === 1 ? singular : plural}`;
}

/** A list in a sentence: `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** A price with at least two digits after the point and as many as were published, at most four: `0.10`, `0.0467`. */
export function priceText(usd: number): string {
  const exact = String(Number(usd.toFixed(4)));
  return (exact.split('.')[1]?.length ?? 0) < 2 ? usd.toFixed(2) : exact;
}

/** A chance in per cent, as whole numbers; near the ends, `over 99%` and `under 1%`. */
export function percentText(chance: number): string {
  if (chance > 0.99) return 'over 99%';
  return chance < 0.01 ? 'under 1%' : `${Math.round(chance * 100)}%`;
}

/** A chance for a narrow column: `64%`, `> 99%`, `< 1%`. */
export function shortPercent(chance: number): string {
  return percentText(chance).replace('over', '>').replace('under', '<');
}

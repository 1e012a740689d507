import { articlePath, reviewPath } from '#domain/site/addresses';
import { isHidden } from '#domain/stories/embargo';
import type { Collections } from '#loading/content';

/**
 * The lines of `_redirects`, which hosts read: every old address of a story leads to its present one.
 * @param now the moment of the build; what is hidden has no page to lead to
 */
export function redirectsOf({ articles, reviews }: Collections, now: Date): string {
  const lines = [
    ...articles.flatMap(({ id, data }) => (isHidden(data, now) ? [] : data.aliases.map((alias) => `${articlePath(alias)} ${articlePath(id)} 301`))),
    ...reviews.flatMap(({ id, data }) => (isHidden(data, now) ? [] : data.aliases.map((alias) => `${reviewPath(alias)} ${reviewPath(id)} 301`))),
  ];
  return lines.sort().map((line) => `${line}\n`).join('');
}

/** One line of `_redirects`. */
export interface Redirect {
  from: string;
  to: string;
}

/** Reads `_redirects`. */
export function readRedirects(text: string): Redirect[] {
  return text.split('\n').flatMap((line) => {
    const [from, to] = line.split(' ');
    return from && to ? [{ from, to }] : [];
  });
}

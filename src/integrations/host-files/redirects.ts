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

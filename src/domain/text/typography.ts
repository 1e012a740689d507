/**
 * Straight quotation marks and apostrophes as a typesetter would set them.
 * Bodies get the same from the Markdown renderer; this is for headlines and other single lines.
 */
export function typeset(text: string): string {
  return (
    text
      .replace(/(^|[\s([{–—/])"/gu, '$1“')
      .replace(/"/gu, '”')
      // Left-out figures: the ’90s.
      .replace(/'(?=\d)/gu, '’')
      .replace(/(^|[\s([{–—/“])'(?=\S)/gu, '$1‘')
      .replace(/'/gu, '’')
  );
}

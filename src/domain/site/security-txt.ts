/** Midnight UTC of the first day of a quarter, counted from the quarter of a moment. */
function quarterStart(moment: Date, ahead: number): Date {
  const quarter = Math.floor(moment.getUTCMonth() / 3) + ahead;
  return new Date(Date.UTC(moment.getUTCFullYear(), quarter * 3, 1));
}

/**
 * When `security.txt` expires: the first day of a quarter, more than six and at most nine months ahead. RFC 9116 asks for
 * less than a year; a whole quarter gives the same text.
 */
export const securityExpiry = (now: Date): Date => quarterStart(now, 3);

/** The next moment at which the text of `security.txt` changes. */
export const nextSecurityChange = (now: Date): Date => quarterStart(now, 1);

/** What `security.txt` says. */
export interface SecurityContact {
  email: string;
  /** Path of the page on how to report a hole. */
  policy: string;
  /** Tag of the language in which reports are read. */
  language: string;
}

/**
 * The text of `/.well-known/security.txt`.
 * @param site the site's own address, without a slash at its end
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
export function securityTxt({ email, policy, language }: SecurityContact, site: string, now: Date): string {
  const fields = [
    `Contact: mailto:${email}`,
    `Expires: ${securityExpiry(now).toISOString()}`,
    `Preferred-Languages: ${language.split('-')[0] ?? language}`,
    `Canonical: ${site}/.well-known/security.txt`,
    `Policy: ${site}${policy}`,
  ];
  return fields.map((field) => `${field}\n`).join('');
}

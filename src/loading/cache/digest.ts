import { createHash } from 'node:crypto';

/** SHA-256 in letters that file names and JSON take. */
export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64url');

/** SHA-256 as content files and data packages write it: `sha256:` and hexadecimal digits. */
export const checksumOf = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

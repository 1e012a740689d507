import { createHash } from 'node:crypto';

/** SHA-256 in letters that file names and JSON take. */
export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64url');

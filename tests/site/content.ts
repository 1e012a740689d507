import { readContent } from '#loading/read-content';

/** All content, read as the build reads it; a fixed moment after the last story. */
export const { collections: content, problems } = readContent('.', new Date('2026-11-29T12:00:00Z'));

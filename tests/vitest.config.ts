/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // Browsers wait more than they work: more files at a time than cores.
    maxWorkers: 3,
    // Modules hold no state of a test: files of one worker may share them.
    isolate: false,
    // Far above need: a machine under load is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // Browsers wait more than they work: more files at a time than cores.
    maxWorkers: 4,
    // Far above need: a machine under load is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

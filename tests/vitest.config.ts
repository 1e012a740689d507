/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.ts'],
    // Far above need: a machine under load is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

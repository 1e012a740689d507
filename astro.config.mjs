import mdx from '@astrojs/mdx';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { devSearch } from './src/integrations/search/dev-search.ts';
import { styleguide } from './src/integrations/styleguide.ts';

const { url } = parse(readFileSync(new URL('content/site.yaml', import.meta.url), 'utf8'));

export default defineConfig({
  site: url,
  trailingSlash: 'always',
  // The default ('jsx') eats the space between inline elements on two lines.
  compressHTML: true,
  cacheDir: './.cache',
  build: { inlineStylesheets: 'never', concurrency: 8 },
  devToolbar: { enabled: false },
  experimental: {
    // Editors complete the fields of stories by the schemas.
    contentIntellisense: true,
    incrementalBuild: true,
  },
  integrations: [mdx(), devSearch(), styleguide()],
  vite: {
    build: {
      // So that hosts can set a strict Content-Security-Policy: no small files as data: addresses.
      assetsInlineLimit: 0,
      // Pages that did not change stay where they are.
      emptyOutDir: false,
    },
  },
});

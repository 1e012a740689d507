import mdx from '@astrojs/mdx';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { devSearch } from './scripts/dev-search.ts';

const { url } = parse(readFileSync(new URL('content/site.yaml', import.meta.url), 'utf8'));

export default defineConfig({
  site: url,
  trailingSlash: 'always',
  // The default ('jsx') eats the space between inline elements on two lines.
  compressHTML: true,
  // A style element would need a hash of its own in the Content-Security-Policy of every page.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx(), devSearch()],
  vite: {
    // Small pictures and scripts as data: addresses would need a wider Content-Security-Policy.
    build: { assetsInlineLimit: 0 },
  },
});

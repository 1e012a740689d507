import mdx from '@astrojs/mdx';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { hostFiles } from './src/integrations/host-files/host-files.ts';
import { devContent } from './src/integrations/dev-content.ts';
import { editor } from './src/integrations/editor/editor.ts';
import { incremental } from './src/integrations/incremental.ts';
import { devSearch } from './src/integrations/search/dev-search.ts';
import { schemaHint } from './src/integrations/schema-hint.ts';
import { search } from './src/integrations/search/search.ts';
import { styleguide } from './src/integrations/styleguide.ts';
import { verify } from './src/integrations/verify/verify.ts';

const { url } = parse(readFileSync(new URL('content/site.yaml', import.meta.url), 'utf8'));

export default defineConfig({
  site: url,
  trailingSlash: 'always',
  // The default ('jsx') eats the space between inline elements on two lines.
  compressHTML: true,
  cacheDir: './.cache',
  // A stylesheet of its own costs a first visitor on a slow network as much time again as the page.
  build: { inlineStylesheets: 'always', concurrency: 8 },
  devToolbar: { enabled: false },
  experimental: {
    // Editors complete the fields of stories by the schemas.
    contentIntellisense: true,
    incrementalBuild: true,
  },
  // In the order in which the steps of a build run.
  integrations: [
    mdx(),
    styleguide(),
    schemaHint(),
    incremental(),
    search(),
    devSearch(),
    devContent(),
    editor(),
    hostFiles(),
    verify(),
  ],
  vite: {
    build: {
      // So that hosts can set a strict Content-Security-Policy: no small files as data: addresses.
      assetsInlineLimit: 0,
      // Pages that did not change stay where they are.
      emptyOutDir: false,
    },
  },
});

import mdx from '@astrojs/mdx';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { devContent } from './scripts/dev-content.ts';
import { devSearch } from './scripts/dev-search.ts';
import { styleguide } from './scripts/styleguide.ts';

const { url } = parse(readFileSync(new URL('content/site.yaml', import.meta.url), 'utf8'));

export default defineConfig({
  site: url,
  trailingSlash: 'always',
  // The default ('jsx') eats the space between inline elements on two lines.
  compressHTML: true,
  // So that hosts can set a strict Content-Security-Policy: each style element needs a hash of its own. Stories get one of theirs.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Editors complete the fields of stories by the schemas.
  experimental: { contentIntellisense: true },
  integrations: [mdx(), devContent(), devSearch(), styleguide()],
  vite: {
    // Built sites and what the build keeps beside them: many files that the preview has no use for.
    server: { watch: { ignored: ['**/.dist/**'] } },
    // For the same reason: no small files as data: addresses.
    build: { assetsInlineLimit: 0 },
  },
});

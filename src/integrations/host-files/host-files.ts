import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { headersFile, readHeaders } from './headers.ts';
import { stylesOfRoutes } from './inline-styles.ts';
import { readRedirects } from './redirects.ts';

/**
 * Limits of Cloudflare Pages, the lowest of the hosts that HOSTING names; what is past them is ignored there without a word.
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
const limits = { rules: 100, lineLength: 2000, redirects: 2000 };

/** Writes what hosts read, `_headers` and `_redirects`, and fails where a host would ignore a part of it. */
export function hostFiles(): AstroIntegration {
  let site = new URL('file:///');
  return {
    name: 'megaton-host-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'build')
          injectRoute({ pattern: '/_redirects', entrypoint: './src/pages/_redirects.ts', prerender: true });
      },
      'astro:config:done': ({ config }) => {
        site = new URL('content/site.yaml', config.root);
      },
      'astro:build:done': async ({ dir, pages, assets, logger }) => {
        const { newsletter, admin = false } = parse(readFileSync(site, 'utf8')) as {
          newsletter: { action: string };
          admin?: boolean;
        };
        const headers = headersFile({
          newsletter: newsletter.action,
          pages: pages.map(({ pathname }) => pathname),
          styled: stylesOfRoutes(dir, assets),
          admin,
        });
        const redirects = readFileSync(new URL('_redirects', dir), 'utf8');
        const problems = exceededLimits(headers, redirects);
        if (problems.length > 0) throw new Error(problems.join('\n'));
        await writeFile(new URL('_headers', dir), headers);
        logger.info(`${readHeaders(headers).length} header rules and ${readRedirects(redirects).length} redirects`);
      },
    },
  };
}

/** What a host would ignore, in words for who runs the build. */
export function exceededLimits(headers: string, redirects: string): string[] {
  const [rules, lines, moved] = [readHeaders(headers).length, headers.split('\n'), readRedirects(redirects).length];
  return [
    ...(rules > limits.rules
      ? [
          `_headers has ${rules} rules, and Cloudflare Pages reads ${limits.rules}: join sections in src/integrations/host-files/headers.ts.`,
        ]
      : []),
    ...(lines.some(({ length }) => length > limits.lineLength)
      ? [`A line of _headers is longer than ${limits.lineLength} characters, which Cloudflare Pages does not read.`]
      : []),
    ...(moved > limits.redirects
      ? [
          `_redirects has ${moved} lines, and Cloudflare Pages reads ${limits.redirects}: remove old addresses from \`aliases\` of stories that nobody opens any more.`,
        ]
      : []),
  ];
}

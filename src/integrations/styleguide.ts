import type { AstroIntegration } from 'astro';

/** Adds the page of all components while one writes and in previews; a published site does not have it. */
export function styleguide(): AstroIntegration {
  return {
    name: 'megaton-styleguide',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'dev' || process.env['MEGATON_PREVIEW'] === '1')
          injectRoute({ pattern: '/styleguide', entrypoint: './src/pages/_styleguide.astro', prerender: true });
      },
    },
  };
}

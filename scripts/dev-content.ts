import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { onShelved } from '#loading/shelf';
import { FolderWatch } from './folder-watch.ts';

/**
 * Content for `npm run dev`, where a saved edit is shown at once however many articles there are.
 * The watcher of the development server opens every file, which takes seconds at 10,000 articles: folders are watched in
 * its place, and what it would have said is said in its name. Pages and browsers are told when there is new content.
 */
export function devContent(): AstroIntegration {
  let content = '';
  return {
    name: 'megaton-dev-content',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        content = fileURLToPath(new URL('content', config.root));
        updateConfig({ vite: { server: { watch: { ignored: [`${content}/**`] } } } });
      },
      'astro:server:setup': ({ server, logger }) => {
        // Tests make such servers too, without listening.
        if (!server.httpServer) return;
        const forget = onShelved(() => {
          for (const { hot } of Object.values(server.environments)) {
            // What Astro sends when its own store has changed: it keeps the lists of pages until then.
            hot.send('astro:content-changed', {});
          }
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        });
        server.httpServer.once('close', forget);
        try {
          const watched = new FolderWatch(content, (event, path) => {
            server.watcher.emit(event, path);
            server.watcher.emit('all', event, path);
          });
          server.httpServer.once('close', () => watched.close());
        } catch (error) {
          logger.warn(`Saved files of content/ are not noticed: ${(error as Error).message}`);
        }
      },
    },
  };
}

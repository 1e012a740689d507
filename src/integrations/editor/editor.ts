import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { buildTime } from '#loading/build-time';
import { cacheFolder } from '#loading/cache/cache-folder';
import { codeVersion } from '#loading/cache/code-version';
import { digestOf } from '#loading/cache/digest';
import { readContent } from '#loading/read-content';
import { editorConfig } from './config.ts';

/** Writes the editor for writers at /admin/, or nothing when `admin` of `content/site.yaml` is off. */
export function editor(): AstroIntegration {
  let root = '';
  return {
    name: 'megaton-editor',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = join(fileURLToPath(dir), 'admin');
        rmSync(folder, { recursive: true, force: true });
        const { collections: content } = readContent(root, buildTime());
        const { admin = false, name = '', language = '' } = content.site[0]?.data ?? {};
        if (!admin) return;
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'index.html'), doorway(name, language));
        cpSync(await bundle(root), join(folder, 'editor'), { recursive: true });
        await writeFile(join(folder, 'editor/index.html'), page(name));
        await writeFile(join(folder, 'editor/config.json'), JSON.stringify(editorConfig(content)));
        logger.info('the editor is at /admin/');
      },
    },
  };
}

/**
 * Scripts, fonts and icons of the editor, so that it loads nothing from elsewhere; made again only when it changes.
 * @returns the folder that holds them
 */
async function bundle(root: string): Promise<string> {
  const packages = readFileSync(join(root, 'package.json'), 'utf8');
  const version = digestOf(`${codeVersion(['integrations/editor', 'markdown', 'domain'])} ${packages}`);
  const folder = join(root, cacheFolder, 'editor');
  const made = join(folder, version);
  if (existsSync(made)) return made;
  rmSync(folder, { recursive: true, force: true });
  const unfinished = join(folder, 'unfinished');
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // The editor is one large script, which only writers load.
      chunkSizeWarningLimit: 4000,
      target: 'es2022',
      rolldownOptions: {
        input: join(import.meta.dirname, 'start.ts'),
        // Colours for 240 programming languages in blocks of code, which the editor does not offer.
        external: /^@shikijs\/langs\//u,
        output: {
          entryFileNames: 'editor.js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  });
  renameSync(unfinished, made);
  return made;
}

const head = (title: string): string => `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>`;

/**
 * `/admin/` has the policy of all pages with an address of one part, since no path may match two rules of a host. The editor needs
 * another one, so it is one folder below.
 */
const doorway = (name: string, language: string): string => `<!doctype html>
<html lang="${escape(language)}">
<head>
${head(`Write for ${name}`)}
<meta http-equiv="refresh" content="0; url=editor/">
</head>
<body><p><a href="editor/">Open the editor</a></p></body>
</html>
`;

const page = (name: string): string => `<!doctype html>
<html lang="en">
<head>
${head(`Write for ${name}`)}
<script type="module" src="editor.js"></script>
</head>
<body></body>
</html>
`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

import { createHash } from 'node:crypto';
import { earlyScript } from '#domain/site/early-script';
import { playerOrigins } from '#domain/stories/video';

/**
 * The Content-Security-Policy of every page; only who may frame a page differs.
 * @param newsletter address that takes the form of the newsletter; empty when there is none
 * @param styles what allows the styles within a page: their hashes
 */
export function contentPolicy(newsletter: string, styles: readonly string[] = []): string {
  return Object.entries({
    'default-src': "'none'",
    // Pagefind compiles WebAssembly.
    'script-src': `'self' 'wasm-unsafe-eval' 'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'`,
    'style-src': ["'self'", ...styles].join(' '),
    'img-src': "'self'",
    'font-src': "'self'",
    'connect-src': "'self'",
    // The page with the code of a board shows that board; players come after a reader's click.
    'frame-src': `'self' ${playerOrigins.join(' ')}`,
    // Files of video, after a reader's click: wherever a story found them.
    'media-src': "'self' https:",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'form-action': `'self'${newsletter === '' ? '' : ` ${new URL(newsletter).origin}`}`,
    'base-uri': "'none'",
  })
    .map((directive) => directive.join(' '))
    .join('; ');
}

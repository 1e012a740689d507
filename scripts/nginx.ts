import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '#loading/read-content';
import { buildTime } from '#loading/build-time';
import { nginxConfig } from './nginx-config.ts';
import { readRedirects } from './redirects.ts';

/** Prints the configuration of nginx for the built site. */
const { values } = parseArgs({ options: { root: { type: 'string', default: resolve('dist') }, listen: { type: 'string', default: '80' }, brotli: { type: 'boolean', default: false } } });
const { collections } = readContent(process.cwd(), buildTime());
const redirects = readRedirects(readFileSync('dist/_redirects', 'utf8'));
process.stdout.write(nginxConfig({ ...values, newsletter: collections.site[0]?.data.newsletter.action ?? '', redirects }));

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHeaders } from './headers.ts';
import { nginxConfig } from './nginx-config.ts';
import { readRedirects } from './redirects.ts';

/** Prints the configuration of nginx for the built site. */
const { values } = parseArgs({ options: { root: { type: 'string', default: resolve('dist') }, listen: { type: 'string', default: '80' }, brotli: { type: 'boolean', default: false } } });
const redirects = readRedirects(readFileSync('dist/_redirects', 'utf8'));
process.stdout.write(nginxConfig({ ...values, headers: readHeaders(readFileSync('dist/_headers', 'utf8')), redirects }));

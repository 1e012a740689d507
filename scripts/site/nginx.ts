import { readFileSync } from 'node:fs';
import { builtSite, readOptions } from '../command-line.ts';
import { readHeaders } from '../../src/integrations/host-files/headers.ts';
import { nginxConfig } from './nginx-config.ts';
import { readRedirects } from '../../src/integrations/host-files/redirects.ts';

/** Prints the configuration of nginx for the built site. */
const folder = builtSite();
const values = readOptions({ root: { type: 'string', default: folder }, listen: { type: 'string', default: '80' }, brotli: { type: 'boolean', default: false } }, 'Usage: npm run --silent nginx -- [--root=<folder>] [--listen=<port>] [--brotli]');
const redirects = readRedirects(readFileSync('dist/_redirects', 'utf8'));
process.stdout.write(nginxConfig({ ...values, headers: readHeaders(readFileSync('dist/_headers', 'utf8')), redirects }));

import { readFileSync } from 'node:fs';
import { readHeaders } from '#integrations/host-files/headers';
import { readRedirects } from '#integrations/host-files/redirects';
import { builtSite, readCommand } from '../command-line.ts';
import { nginxConfig } from './nginx-config.ts';

/** Prints the configuration of nginx for a published folder. */
const { values } = readCommand(
  `Usage: npm run --silent nginx -- [options] > megaton.conf

Prints a server block for the headers and redirects of the built site.

  --root=<folder>  the folder to serve: the link \`current\` of a published folder
  --listen=80      port, or address and port
  --brotli         serve .br files too; nginx needs the module brotli_static`,
  {
    root: { type: 'string', default: '/srv/megaton/current' },
    listen: { type: 'string', default: '80' },
    brotli: { type: 'boolean', default: false },
  },
);
const folder = builtSite();
const redirects = readRedirects(readFileSync(`${folder}/_redirects`, 'utf8'));
process.stdout.write(
  nginxConfig({ ...values, headers: readHeaders(readFileSync(`${folder}/_headers`, 'utf8')), redirects }),
);

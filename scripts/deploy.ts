import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { publishedDeploy, restoreDeploy, uploadSite, type Account } from './netlify.ts';
import { count } from './progress.ts';
import { wronglyServed } from './verify/served.ts';

/** Publishes `dist/` on Netlify, looks whether it is served as it should be, and goes back by itself when it is not. */
const { values } = parseArgs({ options: { restore: { type: 'string' } } });
const account: Account = { token: variable('NETLIFY_TOKEN'), site: variable('NETLIFY_SITE'), api: process.env['NETLIFY_API'] ?? 'https://api.netlify.com/api/v1' };

if (values.restore !== undefined) {
  await restoreDeploy(values.restore, account);
  console.log(`Readers get the deploy ${values.restore} again.`);
} else {
  const folder = resolve('dist');
  const before = await publishedDeploy(account);
  const id = await uploadSite(folder, account);
  console.log(`Published as the deploy ${id}; before it was ${before ?? 'nothing'}.`);
  const faults = await wronglyServed({ origin: variable('SITE_URL'), folder, compressed: [], exact: false });
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) {
    if (before !== undefined) await restoreDeploy(before, account);
    console.error(`${count(faults.length, 'fault')} in what is served: ${before === undefined ? 'there is nothing to go back to.' : `readers get the deploy ${before} again.`}`);
    process.exitCode = 1;
  }
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`Set ${name}: see .github/HOSTING.md.`);
  return value;
}

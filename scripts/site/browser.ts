import { access } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Quiet on machines without network: Chromium else calls home at every start. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a Chromium: the one in `CHROMIUM_PATH`, else one of the system, else the one in a package of this project.
 * @throws Error when none can be started
 */
export async function launchBrowser(): Promise<Browser> {
  const path = process.env['CHROMIUM_PATH'] ?? (await firstThatExists(systemPaths));
  if (path !== undefined && path !== '') return chromium.launch({ executablePath: path, args: flags });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...flags, '--headless=shell', '--no-zygote'],
  });
}

async function firstThatExists(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  return undefined;
}

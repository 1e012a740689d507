import { resolve } from 'node:path';
import { buildTime } from '#loading/build-time';
import { readBuildState } from '#integrations/build-state';
import { builtSite, readCommand, refuse, wholeNumber } from '../command-line.ts';
import { publishSite, Refusal } from './releases.ts';

/** Publishes `dist/` in a folder of this machine or of a mounted one. */
const { values, positionals } = readCommand(
  `Usage: npm run publish -- <folder> [options]

Copies the built and verified site to <folder>/releases/<time> and switches the link <folder>/current to it.
Files that did not change are hard links to the release before. Needs rsync. The way back: npm run rollback -- <folder>

  --compress      also write .gz and .br next to each text file, for nginx; needs gzip and brotli
  --keep=5        number of releases to keep
  --accept-loss   publish even if many published addresses are gone without a redirect`,
  {
    compress: { type: 'boolean', default: false },
    keep: { type: 'string', default: '5' },
    'accept-loss': { type: 'boolean', default: false },
  },
  true,
);
const [folder, ...more] = positionals;
if (folder === undefined || folder === '' || more.length > 0)
  refuse('Name one folder to publish in: npm run publish -- /srv/megaton');
const site = builtSite();
const state = readBuildState(process.cwd())?.state;
if (state !== 'verified')
  refuse(
    `The last build did not finish (${state ?? 'its state is not known'}), so dist/ is not published. Run \`npm run build\` and try again.`,
  );
const target = resolve(folder);
if (`${site}/`.startsWith(`${target}/`) || `${target}/`.startsWith(`${site}/`))
  refuse(`${target} and ${site} contain each other. Choose a folder outside of the project.`);

try {
  const name = await publishSite({
    site,
    folder: target,
    now: buildTime(),
    compress: values.compress,
    keep: wholeNumber('keep', values.keep),
    acceptLoss: values['accept-loss'],
  });
  console.log(`Published ${name}. Readers get ${target}/current.`);
} catch (error) {
  const { code, stderr = '', message } = error as NodeJS.ErrnoException & { stderr?: string };
  if (code === 'ENOENT' && message.startsWith('spawn '))
    refuse(`The program \`${message.split(' ')[1]}\` is not installed. On Debian: apt-get install rsync brotli`);
  console.error(
    error instanceof Refusal
      ? message
      : `Nothing was published; readers get what they got before. ${stderr.trim() || message}`,
  );
  process.exitCode = 1;
}

import { readCommand, refuse } from '../command-line.ts';

/** Makes committed files again from what they are made of. */
const { positionals } = readCommand(
  `Usage: npm run assets -- <fonts | icons | illustrations | schemas>

  fonts                    src/styles/fonts/, from the packages of the two families
  icons                    icons and pictures in public/, from public/favicon.svg and the tagline of the site
  illustrations [slug…]    hero.webp of the stories that have a drawing in scripts/assets/illustrations/
  schemas                  .vscode/, from src/schemas/`,
  {},
  true,
);
// Loaded one at a time: icons need the fonts to be there.
const writers: Record<string, (words: readonly string[]) => Promise<void>> = {
  fonts: async () => (await import('./fonts.ts')).writeFonts(),
  icons: async () => (await import('./icons.ts')).writeIcons(),
  illustrations: async (slugs) => (await import('./illustrations.ts')).writeIllustrations(slugs),
  schemas: async () => (await import('./schemas.ts')).writeSchemas(),
};
const [name = '', ...words] = positionals;
const write = writers[name];
if (write === undefined || (words.length > 0 && name !== 'illustrations'))
  refuse(`Name one of: ${Object.keys(writers).join(', ')}.`);
try {
  await write(words);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

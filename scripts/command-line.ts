import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Ends a command that was called wrongly, with words for who called it. */
export function refuse(what: string): never {
  console.error(what);
  process.exit(2);
}

/** What was written after a command; `positionals` are the words that belong to no option. */
interface Read<Options extends ParseOptions> {
  values: ReturnType<typeof parseArgs<{ options: Options }>>['values'];
  positionals: string[];
}
type ParseOptions = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads how a command was called. `--help` prints how it is called and ends it with 0; an unknown option ends it with 2.
 * @param usage first line: `Usage: npm run …`; more lines explain it
 * @param options as `parseArgs` of Node takes them
 * @param positionals true when words besides options are allowed
 */
export function readCommand<const Options extends ParseOptions>(
  usage: string,
  options: Options,
  positionals = false,
): Read<Options> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options, allowPositionals: positionals });
  } catch (error) {
    if (error instanceof TypeError) refuse(`${error.message.split('. ')[0]?.replace(/\.$/u, '')}.\n\n${usage}`);
    throw error;
  }
}

/** A whole number from 1 on; anything else ends the command. */
export function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) refuse(`\`--${option}\` is \`${text}\`: write a whole number from 1 on.`);
  return Number(text);
}

/** The folder of the built site; without one, the command ends. */
export function builtSite(): string {
  if (!existsSync('dist/index.html')) refuse('There is no site in dist/ yet. Run `npm run build` first.');
  return resolve('dist');
}

/** `1 page`, `2 pages`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

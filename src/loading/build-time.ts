/**
 * The moment of the build: `SOURCE_DATE_EPOCH` (seconds since 1970) where it is set, else the clock.
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 * @throws Error when the variable is set and is not a whole number of seconds
 */
export function buildTime(environment: Record<string, string | undefined> = process.env): Date {
  const seconds = environment['SOURCE_DATE_EPOCH'];
  if (seconds === undefined || seconds === '') return new Date();
  if (!/^\d{1,11}$/u.test(seconds))
    throw new Error(`SOURCE_DATE_EPOCH is \`${seconds}\`: write whole seconds since 1970, for example 1769126400.`);
  return new Date(Number(seconds) * 1000);
}

import { createInterface } from 'node:readline/promises';
import type { Ask } from './new-fields.ts';
import { CannotMake } from './new-file.ts';

/**
 * Lets somebody at a terminal answer; a script gets no questions.
 * @param use gets undefined when nobody can answer
 * @throws CannotMake when somebody stops instead of answering
 */
export async function ask<T>(use: (ask: Ask | undefined) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) return use(undefined);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await use((question) => terminal.question(question));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ABORT_ERR') throw new CannotMake('\nStopped.', { cause: error });
    throw error;
  } finally {
    terminal.close();
  }
}

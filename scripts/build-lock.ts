import { DatabaseSync } from 'node:sqlite';

/** Another build holds the lock. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Takes a lock that the system itself gives back when this process ends, however it ends: a killed build leaves none
 * behind, and no clock and no number of a process is trusted.
 * @param file made when it is missing; nothing is ever written into it
 * @returns gives the lock back
 * @throws LockedError when another process, or this one, holds it
 */
export function takeLock(file: string): () => void {
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    throw new LockedError('Another build of this folder is running. Wait until it ends, then start again.');
  }
  return () => database.close();
}

/** SQLITE_BUSY: see https://sqlite.org/rescode.html#busy */
const busy = 5;

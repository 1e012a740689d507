import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** A file below a folder, or what is in the place of one. */
export interface FoundFile {
  path: string;
  /** Why it is not even opened. */
  fault?: { what: string; write: string } | undefined;
}

/** All files below a folder, sorted, so that the order never depends on the disk. */
export function listFiles(folder: string, prefix = ''): FoundFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return [
      {
        path: prefix.replace(/\/$/u, ''),
        fault: {
          what: `The folder cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
          write: 'Check that it exists and may be read.',
        },
      },
    ];
  }
  return entries.flatMap((entry): FoundFile[] => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory()
      ? listFiles(join(folder, entry.name), `${path}/`)
      : [{ path, fault: entry.isFile() ? undefined : notAFile(entry) }];
  });
}

const notAFile = (entry: Dirent): FoundFile['fault'] => ({
  what: entry.isSymbolicLink()
    ? 'This is a symbolic link, not a file.'
    : 'This is a device, a pipe or a socket, not a file.',
  write: 'Put the file itself here.',
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { editorFiles } from './editor-files.ts';

/** Writes the schemas and settings that editors use to help writers. */
export function writeSchemas(): void {
  for (const [path, text] of editorFiles()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path);
  }
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cacheFile } from '#loading/cache/cache-folder';

/** How far the last build came. */
export interface BuildState {
  /** `started` until every page is rendered, `rendered` until the built files are verified. */
  state: 'started' | 'rendered' | 'verified';
  /** Number of the first of all builds whose pages may still be reused. */
  generation: number;
}

/** The state of `dist/`; undefined when no build is known. */
export function readBuildState(root: string): BuildState | undefined {
  try {
    return JSON.parse(readFileSync(cacheFile(root, 'build-state'), 'utf8')) as BuildState;
  } catch {
    return undefined;
  }
}

/** @throws Error when the file cannot be written */
export function writeBuildState(root: string, state: BuildState): void {
  const file = cacheFile(root, 'build-state');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(state));
}

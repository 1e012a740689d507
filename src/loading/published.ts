import { spawnSync } from 'node:child_process';
import type { PublishedFile } from '#loading/rules/published-rules';

/** A commit that cannot be compared with. */
export class UnknownCommit extends Error {
  override readonly name = 'UnknownCommit';
}

/**
 * Published states of the stories that the working tree changes or takes away.
 * @param root the project's folder
 * @param base the commit that readers have; without it, where this branch left `origin/main`, else the last commit
 * @returns nothing outside of a git repository
 * @throws UnknownCommit when git does not know `base`
 */
export function publishedStories(root: string, base?: string): PublishedFile[] {
  const git = (...args: string[]): string | undefined => {
    const { status, stdout } = spawnSync('git', ['-C', root, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
    return status === 0 ? stdout : undefined;
  };
  if (
    base !== undefined &&
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`) === undefined
  ) {
    throw new UnknownCommit(
      `There is no commit \`${base}\` here. Write a branch, a tag or a hash that git knows; after a shallow checkout, fetch it first.`,
    );
  }
  const from =
    base === undefined
      ? (git('merge-base', 'HEAD', 'origin/main')?.trim() ?? 'HEAD')
      : (git('merge-base', 'HEAD', base)?.trim() ?? base);
  const changed =
    git(
      'diff',
      '--name-only',
      '--no-renames',
      '--diff-filter=MDT',
      '--relative',
      '-z',
      from,
      '--',
      'content/articles',
      'content/reviews',
    ) ?? '';
  return changed
    .split('\0')
    .filter((file) => file.endsWith('/index.md'))
    .flatMap((file) => {
      const text = git('show', `${from}:./${file}`);
      return text === undefined ? [] : [{ file, text }];
    });
}

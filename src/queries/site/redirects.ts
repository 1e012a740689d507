import { articlePath, reviewPath } from '#domain/site/addresses';
import type { Catalogue } from '../catalogue.ts';
import { publicStories } from '../stories/stories.ts';

/** The lines of `_redirects`, which hosts read: every old address of a story leads to its present one. */
export function redirectLines(catalogue: Catalogue): string[] {
  return publicStories(catalogue)
    .flatMap(({ id, data }) => {
      const pathOf = 'model' in data ? reviewPath : articlePath;
      return data.aliases.map((alias) => `${pathOf(alias)} ${pathOf(id)} 301`);
    })
    .sort();
}

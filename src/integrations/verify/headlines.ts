import { boardPath, modelPath } from '#domain/site/addresses';
import { newestFirst } from '#domain/stories/story-dates';
import { isHidden } from '#domain/stories/embargo';
import { headlineLimit } from '#domain/site/headline-index';
import type { Checked } from './checks.ts';
import { fileOf } from './addresses.ts';
import type { BuiltSite } from './site.ts';
import { storiesOf } from './stories.ts';

const file = '/headlines.json';

/** An index of headlines that cannot be read, that leads nowhere, or that names other pages than it should. */
export function wrongHeadlines(checked: Checked): string[] {
  const { site } = checked;
  const found = pathsIn(site);
  if (!found) return [`${file}: is no index of headlines.`];
  const [wanted, there] = [wantedPaths(checked), new Set(found)];
  return [
    ...found.filter((path) => !site.has(fileOf(path))).map((path) => `${file}: the path ${path} leads nowhere.`),
    ...found.filter((path) => !wanted.has(path)).map((path) => `${file}: names ${path}, and should not.`),
    ...[...wanted].filter((path) => !there.has(path)).map((path) => `${file}: does not name ${path}.`),
    ...(there.size === found.length ? [] : [`${file}: names a page twice.`]),
  ];
}

function pathsIn(site: BuiltSite): string[] | undefined {
  try {
    const { pages } = JSON.parse(site.text(file)) as { pages: [title: string, path: string][] };
    return pages.map(([, path]) => path);
  } catch {
    return undefined;
  }
}

/** All models and boards, then the newest stories that everybody may see, as many as there is room for. */
function wantedPaths({ content, now }: Checked): Set<string> {
  const models = content.models.map(({ id }) => modelPath(id));
  const boards = content.boards
    .filter(({ id }) => content.editions.some((edition) => edition.id.startsWith(`${id}/`)))
    .map(({ id }) => boardPath(id));
  const stories = storiesOf(content).filter(({ data }) => !isHidden(data, now));
  return new Set(
    [...models, ...boards, ...stories.sort((a, b) => newestFirst(a.data, b.data)).map(({ path }) => path)].slice(
      0,
      headlineLimit,
    ),
  );
}

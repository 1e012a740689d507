import { storyLimit } from '#domain/search/destination';
import { boardPath, modelPath, providerPath } from '#domain/site/addresses';
import { isHidden } from '#domain/stories/embargo';
import { newestFirst } from '#domain/stories/story-dates';
import { fileOf } from './addresses.ts';
import type { Checked } from './checks.ts';
import type { BuiltSite } from './site.ts';
import { storiesOf } from './stories.ts';

const file = '/search-index.json';

/** An index of the search that cannot be read, that leads nowhere, that lacks a page, or that names a story that is not public. */
export function wrongSearchIndex(checked: Checked): string[] {
  const { site } = checked;
  const found = pathsIn(site);
  if (!found) return [`${file}: is no index of the search.`];
  const { needed, stories } = wantedPaths(checked);
  const there = new Set(found.map(({ path }) => path));
  return [
    ...found
      .filter(({ path }) => !site.has(fileOf(path)))
      .map(({ path }) => `${file}: the path ${path} leads nowhere.`),
    ...found
      .filter(({ kind, path }) => kind === 'story' && !stories.has(path))
      .map(({ path }) => `${file}: names ${path}, and should not.`),
    ...[...needed].filter((path) => !there.has(path)).map((path) => `${file}: does not name ${path}.`),
    ...(there.size === found.length ? [] : [`${file}: names a page twice.`]),
  ];
}

function pathsIn(site: BuiltSite): { kind: string; path: string }[] | undefined {
  try {
    const { pages } = JSON.parse(site.text(file)) as { pages: Record<string, [title: string, path: string][]> };
    return Object.entries(pages).flatMap(([kind, lines]) => lines.map(([, path]) => ({ kind, path })));
  } catch {
    return undefined;
  }
}

/** All models, providers and boards, and the newest stories that everybody may see, as many as there is room for. */
function wantedPaths({ content, now }: Checked): { needed: Set<string>; stories: Set<string> } {
  const models = content.models.map(({ id }) => modelPath(id));
  const providers = content.providers.map(({ id }) => providerPath(id));
  const boards = content.boards
    .filter(({ id }) => content.editions.some((edition) => edition.id.startsWith(`${id}/`)))
    .map(({ id }) => boardPath(id));
  const stories = storiesOf(content)
    .filter(({ data }) => !isHidden(data, now))
    .sort((a, b) => newestFirst(a.data, b.data))
    .slice(0, storyLimit)
    .map(({ path }) => path);
  return { needed: new Set([...models, ...providers, ...boards, ...stories]), stories: new Set(stories) };
}

import { headlineLimit, type IndexedPage } from '#domain/site/headline-index';
import type { ModelCard } from '#domain/models/model';
import { typeset } from '#domain/text/typography';
import { need, type Catalogue } from '../catalogue.ts';
import { latestBoards } from '../leaderboards/leaderboards.ts';
import { allModels } from '../models/models.ts';
import { modelIds, publicStories, storyPath, type StoryEntry } from '../stories/stories.ts';

/** Every model and every board with an edition. */
export function standingPages(catalogue: Catalogue): IndexedPage[] {
  const models = allModels(catalogue).map((model) => ({
    title: model.name,
    path: model.path,
    day: model.released?.iso ?? '',
    section: 'Model',
    names: providerOf(model),
  }));
  const boards = latestBoards(catalogue).map(({ name, path, date }) => ({
    title: name,
    path,
    day: date.iso,
    section: 'Leaderboard',
    names: [],
  }));
  return [...models, ...boards];
}

/** The stories that everybody may see, newest first, as many as an index can hold, with the models that they are about. */
export function storyPages(catalogue: Catalogue): IndexedPage[] {
  const models = new Map(allModels(catalogue).map((model) => [model.id, model]));
  return publicStories(catalogue)
    .slice(0, headlineLimit)
    .map((entry) => {
      const about = modelIds(entry).map((id) => need(models, id, entry.filePath));
      return {
        title: typeset(entry.data.title),
        path: storyPath(entry),
        day: entry.data.date.slice(0, 10),
        section: sectionOf(entry, catalogue),
        names: [...new Set(about.flatMap((model) => [model.name, ...providerOf(model)]))],
      };
    });
}

const providerOf = ({ provider }: ModelCard): string[] => (provider ? [provider.label] : []);

const sectionOf = ({ data, filePath }: StoryEntry, { categories }: Catalogue): string =>
  'category' in data ? need(categories, data.category, filePath).data.name : 'Review';

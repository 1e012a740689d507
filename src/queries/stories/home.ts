import { arrangeFrontPage, storyName, type FrontPage } from '#domain/stories/front-page';
import { chartsIn } from '#domain/stories/body';
import { leadFigure, type LeadFigure } from '#domain/stories/lead-figure';
import type { StoryCard } from '#domain/stories/story';
import { typeset } from '#domain/text/typography';
import type { Catalogue } from '../catalogue.ts';
import { latestBoard } from '../leaderboards/leaderboards.ts';
import { bodyOf } from './body.ts';
import { allStories, modelIds, storyCard, storyPath, type FindRaster, type StoryEntry } from './stories.ts';

/** The front page: what the editor chose, and the newest stories in the places that are left. */
export async function homeStories(catalogue: Catalogue, findRaster: FindRaster): Promise<FrontPage<StoryCard>> {
  const { articles, reviews, frontPage, now } = catalogue;
  const find = (name: string): StoryEntry | undefined => {
    const { kind, slug } = storyName(name);
    return [...(kind === 'review' ? [] : articles), ...(kind === 'article' ? [] : reviews)].find(
      ({ id }) => id === slug,
    );
  };
  const arranged = arrangeFrontPage<StoryEntry>(frontPage, { articles, reviews, find }, now);
  const cards = (entries: readonly StoryEntry[]): Promise<StoryCard[]> =>
    Promise.all(entries.map((entry) => storyCard(entry, catalogue, findRaster)));
  const [lead] = await cards(arranged.lead ? [arranged.lead] : []);
  return {
    lead,
    second: await cards(arranged.second),
    banner: arranged.banner && { ...arranged.banner, text: typeset(arranged.banner.text) },
    package: arranged.package && {
      label: typeset(arranged.package.label),
      stories: await cards(arranged.package.stories),
    },
    latest: await cards(arranged.latest),
    reviews: await cards(arranged.reviews),
  };
}

/** What is next to the headline of the lead story: see `leadFigure`. */
export async function leadFigureOf(
  lead: StoryCard,
  catalogue: Catalogue,
  findRaster: FindRaster,
): Promise<LeadFigure | undefined> {
  const entry = allStories(catalogue).find((story) => storyPath(story) === lead.path);
  if (!entry) return undefined;
  // Only a story with a table can have a chart; of the others no text is rendered.
  const hasTables = (entry.references?.table.length ?? 0) > 0;
  const charts = hasTables ? chartsIn((await bodyOf(entry, catalogue, findRaster)).parts) : [];
  return leadFigure({ charts, models: modelIds(entry) }, latestBoard(catalogue.site.panel.board, catalogue));
}

/** Paths of all stories on the front page. */
export const pathsOf = ({ lead, second, package: subject, latest, reviews }: FrontPage<StoryCard>): Set<string> =>
  new Set([lead, ...second, ...(subject?.stories ?? []), ...latest, ...reviews].flatMap((story) => story?.path ?? []));

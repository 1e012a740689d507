import type { APIRoute, GetStaticPaths } from 'astro';
import { cardFile } from '#feeds/card-file';
import { storyCardView } from '#queries/cards';
import { startPage } from '#queries/page';
import type { StoryEntry } from '#queries/stories';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return catalogue.articles.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: StoryEntry }> = async ({ props }) => {
  const { catalogue } = await startPage();
  const { card, picture } = await storyCardView(props.entry, catalogue);
  return new Response(await cardFile(card, picture), { headers: { 'Content-Type': 'image/png' } });
};

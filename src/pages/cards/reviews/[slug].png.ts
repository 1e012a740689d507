import type { APIRoute, GetStaticPaths } from 'astro';
import { cardFile } from '#cards/card-file';
import { storyCardPaths, type CardView } from '#queries/site/cards';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return storyCardPaths(catalogue.reviews, catalogue);
}) satisfies GetStaticPaths;

export const GET: APIRoute<CardView> = async ({ props }) => new Response(await cardFile(props.card, props.picture), { headers: { 'Content-Type': 'image/png' } });

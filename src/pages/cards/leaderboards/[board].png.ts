import type { APIRoute, GetStaticPaths } from 'astro';
import { cardFile } from '#cards/card-file';
import { boardCardView, type CardView } from '#queries/site/cards';
import { pathOf } from '#queries/keys';
import { latestBoards } from '#queries/leaderboards/leaderboards';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return latestBoards(catalogue).map((board) => pathOf({ board: board.id }, { ...boardCardView(board) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<CardView> = async ({ props }) => new Response(await cardFile(props.card, props.picture), { headers: { 'Content-Type': 'image/png' } });

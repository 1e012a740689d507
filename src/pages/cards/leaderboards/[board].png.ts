import type { APIRoute, GetStaticPaths } from 'astro';
import { cardFile } from '#feeds/card-file';
import { boardCardView } from '#queries/cards';
import type { Board } from '#domain/leaderboard';
import { latestBoards } from '#queries/leaderboards';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return latestBoards(catalogue).map((board) => ({ params: { board: board.id }, props: { board } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ board: Board }> = async ({ props }) => {
  const { card, picture } = boardCardView(props.board);
  return new Response(await cardFile(card, picture), { headers: { 'Content-Type': 'image/png' } });
};

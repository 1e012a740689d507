import type { APIRoute, GetStaticPaths } from 'astro';
import { badgesOf, type Badge } from '#domain/ranking/board/badge';
import { badgeSvg } from '#feeds/data/badge-svg';
import { pathOf } from '#queries/keys';
import { latestBoards } from '#queries/leaderboards/leaderboards';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return latestBoards(catalogue).flatMap((board) =>
    badgesOf(board).map((badge) => pathOf({ board: board.id, model: badge.modelId }, { badge })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ badge: Badge }> = ({ props }) =>
  new Response(badgeSvg(props.badge), { headers: { 'Content-Type': 'image/svg+xml' } });

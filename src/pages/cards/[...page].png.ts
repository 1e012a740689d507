import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '#domain/site/card';
import { drawCard } from '#cards/draw-card';
import { startPage } from '#queries/page';
import { cardPaths } from '#queries/site/cards';

export const getStaticPaths = (async () => cardPaths((await startPage()).catalogue)) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card; source: string }> = async ({ props }) =>
  new Response(await drawCard(props.card, props.source), { headers: { 'Content-Type': 'image/png' } });

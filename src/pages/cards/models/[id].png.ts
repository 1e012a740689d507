import type { APIRoute, GetStaticPaths } from 'astro';
import { cardFile } from '#cards/card-file';
import { modelCardView, type CardView } from '#queries/site/cards';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return [...catalogue.models.keys()].map((id) => pathOf({ id }, { ...modelCardView(id, catalogue) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<CardView> = async ({ props }) => new Response(await cardFile(props.card, props.picture), { headers: { 'Content-Type': 'image/png' } });

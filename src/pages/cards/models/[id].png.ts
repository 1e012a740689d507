import type { APIRoute, GetStaticPaths } from 'astro';
import { cardFile } from '#feeds/card-file';
import { modelCardView } from '#queries/cards';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return [...catalogue.models.keys()].map((id) => ({ params: { id }, props: { id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props }) => {
  const { catalogue } = await startPage();
  const { card, picture } = modelCardView(props.id, catalogue);
  return new Response(await cardFile(card, picture), { headers: { 'Content-Type': 'image/png' } });
};

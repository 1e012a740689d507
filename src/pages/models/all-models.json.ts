import type { APIRoute } from 'astro';
import { absolute, modelDataPath, modelsPath } from '#domain/site/addresses';
import { tableJson } from '#feeds/data/table-files';
import { modelTable } from '#queries/models/model-table';
import { startPage } from '#queries/page';

/** The facts on all models for programs. */
export const GET: APIRoute = async () => {
  const { catalogue, frame } = await startPage();
  const { url } = frame.site;
  const file = tableJson(modelTable(catalogue), {
    name: 'Models',
    description: 'Facts on video models; null is what nobody published.',
    page: absolute(modelsPath, url),
    csv: absolute(modelDataPath('csv'), url),
    licence: frame.dataLicence,
  });
  return new Response(file, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};

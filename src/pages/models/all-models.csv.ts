import type { APIRoute } from 'astro';
import { tableCsv } from '#feeds/data/table-files';
import { modelTable } from '#queries/models/model-table';
import { startPage } from '#queries/page';

/** The facts on all models for spreadsheets. */
export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return new Response(tableCsv(modelTable(catalogue)), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};

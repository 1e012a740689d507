import type { APIRoute } from 'astro';
import { absolute, boardDataSchemaPath } from '#domain/addresses';
import { boardDataSchema, boardDataVersion } from '#schemas/board-data';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { frame } = await startPage();
  const schema = boardDataSchema(absolute(boardDataSchemaPath(boardDataVersion), frame.site.url));
  return new Response(`${JSON.stringify(schema, undefined, 2)}\n`, { headers: { 'Content-Type': 'application/schema+json' } });
};

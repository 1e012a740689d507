import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemapFiles, sitemapText, type SitemapFile } from '#feeds/sitemap-files';
import { feedPictures } from '#queries/images';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return sitemapFiles(catalogue).map((file) => ({ params: { name: file.name }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: SitemapFile }> = async ({ props }) => {
  const { catalogue } = await startPage();
  return new Response(await sitemapText(props.file, catalogue, feedPictures), {
    headers: { 'Content-Type': 'application/xml' },
  });
};

import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFile, archiveFiles, type FeedFile } from '#feeds/feed-files';
import { feedPictures } from '#queries/made-pictures';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return archiveFiles(catalogue, 'json').map((file) => ({ params: { base: file.folder, feed: file.name, page: String(file.archive) }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: FeedFile }> = async ({ props }) => {
  const { catalogue } = await startPage();
  return new Response(await feedFile(props.file, catalogue, feedPictures), { headers: { 'Content-Type': 'application/feed+json' } });
};

import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFile, feedKey, newestFiles, type FeedFile } from '#feeds/feed-files';
import { feedPictures } from '#queries/images';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return Promise.all(
    newestFiles(catalogue, 'rss').map(async (file) => ({
      params: { base: file.folder, feed: file.name },
      props: { file },
      cacheKey: await feedKey(file, catalogue, feedPictures),
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: FeedFile }> = async ({ props }) => {
  const { catalogue } = await startPage();
  return new Response(await feedFile(props.file, catalogue, feedPictures), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};

import type { APIRoute, GetStaticPaths } from 'astro';
import type { TopicPage } from '#domain/subjects/topic';
import { topicMarkdown } from '#feeds/markdown/subject-markdown';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';
import { storyRaster } from '#queries/rasters';
import { summaryMarkdown, topicPage } from '#queries/subjects/topics';

export const getStaticPaths = (async () => {
  const { catalogue, frame } = await startPage();
  return Promise.all(
    [...catalogue.topics.values()].map(async (entry) =>
      pathOf(
        { id: entry.id, file: 'index' },
        {
          topic: await topicPage(entry, catalogue, storyRaster),
          summary: summaryMarkdown(entry, catalogue),
          site: frame.site.url,
        },
      ),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: TopicPage; summary: string; site: string }> = ({ props }) =>
  new Response(topicMarkdown(props.topic, props.summary, props.site), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });

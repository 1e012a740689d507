import { describe, expect, test } from 'vitest';
import { readIndex } from '#client/search/index-file.ts';
import { Finder } from '#domain/search/finder';
import { searchIndex } from '#feeds/data/search-index';
import { destinations } from '#queries/site/destinations';
import { realCatalogue } from './real-catalogue.ts';

const finder = new Finder(readIndex(searchIndex(destinations(realCatalogue()))));

/** What readers type, and the page that must come first. */
const table: Record<string, readonly [query: string, kind: string, path: string][]> = {
  'a model, however it is written': [
    ['veo3', 'model', '/models/veo-3/'],
    ['veo 3', 'model', '/models/veo-3/'],
    ['Veo 3.1', 'model', '/models/veo-3-1/'],
    ['veo', 'model', '/models/veo-3-1/'],
    ['kling26', 'model', '/models/kling-2-6/'],
    ['Kling-2.6', 'model', '/models/kling-2-6/'],
    ['KLING 2.6', 'model', '/models/kling-2-6/'],
    ['kling 3', 'model', '/models/kling-3-0/'],
    ['seedance', 'model', '/models/seedance-2-5/'],
    ['seedance 1.5', 'model', '/models/seedance-1-5-pro/'],
    ['gen 4.5', 'model', '/models/runway-gen-4-5/'],
    ['gen4', 'model', '/models/runway-gen-4/'],
    ['ray 3', 'model', '/models/luma-ray3/'],
    ['ltx2', 'model', '/models/ltx-2/'],
    ['wan 2.2', 'model', '/models/wan-2-2/'],
    ['pixverse v5.5', 'model', '/models/pixverse-v5-5/'],
    ['opensora', 'model', '/models/open-sora/'],
    ['hunyuan video 1.5', 'model', '/models/hunyuanvideo-1-5/'],
    ['veo 3.1 fast', 'model', '/models/veo-3-1/'],
    ['grok imagine', 'model', '/models/grok-imagine-video/'],
    ['h3', 'model', '/models/minimax-h3/'],
    ['sora', 'model', '/models/sora/'],
    ['sora 2 pro', 'model', '/models/sora-2/'],
    ['when did veo 3 come out', 'model', '/models/veo-3/'],
    ['how much does veo 3.1 cost', 'model', '/models/veo-3-1/'],
    ['google veo', 'model', '/models/veo-3-1/'],
    ['kling price', 'model', '/models/kling-3-0/'],
    ['veo 9', 'model', '/models/veo-3-1/'],
  ],
  'a model with typing errors': [
    ['klign 2.6', 'model', '/models/kling-2-6/'],
    ['seedence', 'model', '/models/seedance-2-5/'],
    ['sedence 2.0', 'model', '/models/seedance-2-0/'],
    ['hailou 02', 'model', '/models/hailuo-02/'],
    ['stable video difusion', 'model', '/models/stable-video-diffusion/'],
    ['pixvrese v6', 'model', '/models/pixverse-v6/'],
  ],
  'a model or a maker in another script': [
    ['可灵', 'model', '/models/kling-3-0/'],
    ['可灵2.6', 'model', '/models/kling-2-6/'],
    ['海螺', 'model', '/models/hailuo-2-3/'],
    ['即梦', 'model', '/models/seedance-2-5/'],
    ['万相 2.6', 'model', '/models/wan-2-6/'],
    ['通义万相', 'model', '/models/wan-3-0/'],
    ['混元', 'model', '/models/hunyuanvideo-1-5/'],
    ['清影', 'model', '/models/cogvideox/'],
    ['快乐马', 'model', '/models/happyhorse-1-0/'],
    ['字节跳动', 'provider', '/providers/bytedance/'],
    ['快手', 'provider', '/providers/kuaishou/'],
    ['智谱', 'provider', '/providers/zhipu/'],
    ['生数科技', 'provider', '/providers/shengshu/'],
  ],
  'a maker': [
    ['kling', 'provider', '/providers/kuaishou/'],
    ['klign', 'provider', '/providers/kuaishou/'],
    ['google deepmind', 'provider', '/providers/google/'],
    ['open ai', 'provider', '/providers/openai/'],
    ['bytedance', 'provider', '/providers/bytedance/'],
    ['who owns kling', 'provider', '/providers/kuaishou/'],
    ['who makes seedance', 'provider', '/providers/bytedance/'],
  ],
  'a comparison': [
    ['veo 3.1 vs kling 2.6', 'comparison', '/compare/kling-2-6-vs-veo-3-1/'],
    ['kling 2.6 versus veo 3.1', 'comparison', '/compare/kling-2-6-vs-veo-3-1/'],
    ['compare wan 3 and gemini omni', 'comparison', '/compare/gemini-omni-flash-vs-wan-3-0/'],
    ['veo or kling', 'comparison', '/compare/kling-2-6-vs-veo-3-1/'],
    ['sora vs vidu q3', 'comparison', '/compare/?models=sora,vidu-q3'],
    ['kling 3.0 vs seedance 2.0', 'comparison', '/compare/?models=kling-3-0,seedance-2-0'],
    ['difference between veo 3 and veo 3.1', 'comparison', '/compare/veo-3-vs-veo-3-1/'],
    ['compare models', 'page', '/compare/'],
  ],
  'a board or a ranking': [
    ['best model', 'board', '/leaderboards/top-models/'],
    ['what is the best ai video generator', 'board', '/leaderboards/top-models/'],
    ['top models', 'board', '/leaderboards/top-models/'],
    ['arena', 'board', '/leaderboards/arena-text-to-video/'],
    ['vbnech', 'board', '/leaderboards/vbench/'],
    ['cheapest', 'ranking', '/leaderboards/top-models/by/price/'],
    ['price per second', 'ranking', '/leaderboards/top-models/by/price/'],
    ['lowest price', 'ranking', '/leaderboards/top-models/by/price/'],
    ['api price', 'ranking', '/leaderboards/top-models/by/price/'],
    ['best with sound', 'ranking', '/leaderboards/top-models/only/sound/'],
    ['cheapest with sound', 'ranking', '/leaderboards/your-ranking/cheap-with-sound/'],
    ['open-source video model', 'ranking', '/leaderboards/your-ranking/open-weights/'],
    ['free', 'ranking', '/leaderboards/top-models/only/open-weights/'],
    ['image to video', 'ranking', '/leaderboards/top-models/only/image-to-video/'],
    ['longest clip', 'ranking', '/leaderboards/top-models/by/clip/'],
    ['newest model', 'ranking', '/leaderboards/top-models/by/released/'],
    ['which model should i use', 'ranking', '/leaderboards/your-ranking/'],
  ],
  'a model by its facts': [
    ['chinese video model', 'model', '/models/wan-3-0/'],
    ['apache 2.0', 'model', '/models/wan-2-2/'],
  ],
  'a standing page': [
    ['rss', 'page', '/feeds/'],
    ['feed', 'page', '/feeds/'],
    ['how can i follow', 'page', '/feeds/'],
    ['correction', 'page', '/corrections/'],
    ['report an error', 'page', '/corrections-policy/'],
    ['newsletter', 'page', '/newsletter/'],
    ['who owns megaton', 'page', '/ownership/'],
    ['about us', 'page', '/about/'],
    ['ethics', 'page', '/ethics/'],
    ['method', 'page', '/method/'],
    ['confidence interval', 'page', '/how-to-read/'],
    ['privacy policy', 'page', '/privacy/'],
    ['terms of service', 'page', '/terms/'],
    ['how are rankings calculated', 'page', '/method/'],
    ['embed', 'page', '/leaderboards/top-models/embed/'],
    ['csv', 'page', '/leaderboards/'],
    ['gdpr', 'page', '/privacy/'],
    ['press', 'page', '/media/'],
    ['models', 'page', '/models/'],
    ['ai video', 'page', '/models/'],
    ['latest news', 'page', '/news/'],
    ['policy', 'category', '/categories/policy/'],
  ],
  'a topic or a tracker': [
    ['everything about sora', 'topic', '/topics/sora/'],
    ['sora topic', 'topic', '/topics/sora/'],
    ['article 50', 'topic', '/topics/eu-ai-act/'],
    ['next court date', 'tracker', '/trackers/lawsuits/'],
    ['disney lawsuit', 'tracker', '/trackers/lawsuits/'],
    ['midjourney', 'topic', '/topics/ai-copyright-in-court/'],
    ['lawsuit tracker', 'tracker', '/trackers/lawsuits/'],
    ['price history', 'tracker', '/trackers/prices/'],
    ['release calendar', 'tracker', '/trackers/launches/'],
    ['topics', 'page', '/topics/'],
    ['trackers', 'page', '/trackers/'],
  ],
  'a story': [
    ['hollywood lawsuit', 'topic', '/topics/ai-copyright-in-court/'],
    ['getty court', 'topic', '/topics/ai-copyright-in-court/'],
    ['ai act', 'topic', '/topics/eu-ai-act/'],
    ['ai regulation europe', 'topic', '/topics/eu-ai-act/'],
    ['no fakes act', 'story', '/news/no-fakes-act-2026/'],
    ['sora shutdown', 'topic', '/topics/sora/'],
    ['is sora dead', 'topic', '/topics/sora/'],
    ['kling 2.6 review', 'story', '/reviews/kling-2-6-review/'],
    ['lawsuits', 'tracker', '/trackers/lawsuits/'],
    ['memory prices', 'story', '/news/memory-prices-ai-datacentres/'],
    ['moltbok', 'story', '/news/moltbook-openclaw-agents/'],
    ['copyrigth getty', 'topic', '/topics/ai-copyright-in-court/'],
    ['johansson', 'story', '/news/artists-stealing-isnt-innovation/'],
  ],
};

describe.each(Object.entries(table))('%s', (_what, queries) => {
  test.each(queries)('%s', (query, kind, path) => {
    const { destinations: found } = finder.find(query);
    expect(found.slice(0, 3).map((each) => `${each.kind} ${each.path}`)[0]).toBe(`${kind} ${path}`);
  });
});

test('versions are exact', () => {
  const paths = finder.find('veo3').destinations.map(({ path }) => path);
  expect(paths).not.toContain('/models/veo-2/');
  expect(finder.find('kling26').destinations.map(({ path }) => path)).not.toContain('/models/kling-2-1/');
});

test.each(['xyzzyqq', 'asdfgh', 'qwertz uiop', 'zzzzqqqq', 'lorem ipsum dolor', '……', '%%%', '🎬'])(
  'nothing for %s',
  (query) => {
    expect(finder.find(query)).toMatchObject({ destinations: [], matched: 'none' });
  },
);

test('the table has at least sixty queries, each once', () => {
  const queries = Object.values(table).flatMap((rows) => rows.map(([query]) => query));
  expect(new Set(queries).size).toBe(queries.length);
  expect(queries.length).toBeGreaterThanOrEqual(60);
});

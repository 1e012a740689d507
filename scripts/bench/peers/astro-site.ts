import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { lines, peerArticle, relatedCode, slugIn, type PeerSite } from './peer-site.ts';

/**
 * What the site is made with, in the versions of the project.
 * @param project the project's folder
 */
export function astroPackages(project: string): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return {
    astro: dependencies['astro'] ?? '',
    '@astrojs/rss': dependencies['@astrojs/rss'] ?? '',
    '@astrojs/sitemap': '3.7.4',
  };
}

const settings = lines(
  "import sitemap from '@astrojs/sitemap';",
  "import { defineConfig } from 'astro/config';",
  '',
  "export default defineConfig({ site: 'https://peer.example', integrations: [sitemap()] });",
);

const collections = lines(
  "import { defineCollection } from 'astro:content';",
  "import { glob } from 'astro/loaders';",
  "import { z } from 'astro/zod';",
  '',
  'const news = defineCollection({',
  "  loader: glob({ pattern: '**/*.md', base: './src/content/news' }),",
  '  schema: z.object({',
  '    id: z.string(),',
  '    title: z.string(),',
  '    dek: z.string(),',
  '    date: z.coerce.date(),',
  '    categories: z.array(z.string()),',
  '    authors: z.array(z.string()),',
  '    models: z.array(z.string()).default([]),',
  '    tags: z.array(z.string()).default([]),',
  '    sources: z.array(z.object({ title: z.string(), publisher: z.string(), url: z.string() })),',
  '    corrections: z.array(z.object({ date: z.coerce.date(), text: z.string() })).default([]),',
  '  }),',
  '});',
  '',
  'export const collections = { news };',
);

const news = lines(
  "import { getCollection, type CollectionEntry } from 'astro:content';",
  "import { RelatedStories } from './related.ts';",
  '',
  "export type Article = CollectionEntry<'news'>;",
  '',
  "export const articles = (await getCollection('news')).sort((a, b) => b.data.date.valueOf() - a.data.date.valueOf());",
  '',
  "const kinds = ['categories', 'authors', 'models', 'tags'] as const;",
  'export const topics = kinds.flatMap((kind) => {',
  '  const byKey = new Map<string, Article[]>();',
  '  for (const article of articles) {',
  '    for (const key of article.data[kind]) {',
  '      const list = byKey.get(key);',
  '      if (list) list.push(article);',
  '      else byKey.set(key, [article]);',
  '    }',
  '  }',
  '  return [...byKey].map(([key, articles]) => ({ kind, key, articles }));',
  '});',
  '',
  'const topicsOf = ({ id, data }: Article) => ({',
  '  id,',
  '  date: data.date.toISOString(),',
  '  topics: [...data.models.map((model) => `model:${model}`), ...data.tags.map((tag) => `tag:${tag}`)],',
  '});',
  'const related = new RelatedStories(articles.map(topicsOf));',
  'const byId = new Map(articles.map((article) => [article.id, article]));',
  'export const relatedTo = (article: Article) => related.of(topicsOf(article), 3).flatMap((id) => byId.get(id) ?? []);',
);

const feed = lines(
  "import rss from '@astrojs/rss';",
  "import type { Article } from './news.ts';",
  '',
  'export const feedOf = (title: string, site: URL | undefined, articles: readonly Article[]) =>',
  '  rss({',
  '    title,',
  '    description: title,',
  "    site: site ?? '',",
  '    items: articles.slice(0, 50).map(({ id, data, rendered }) => ({ title: data.title, link: `/news/${id}/`, pubDate: data.date, content: rendered?.html })),',
  '  });',
);

const base = lines(
  '---',
  'interface Props { title: string; description?: string; feed?: string }',
  'const { title, description, feed } = Astro.props;',
  '---',
  '<!doctype html>',
  '<html lang="en">',
  '<head><meta charset="utf-8"><title>{title}</title><meta name="description" content={description}>{feed && <link rel="alternate" type="application/rss+xml" href={feed}>}</head>',
  '<body><main><slot /></main></body>',
  '</html>',
);

const article = lines(
  '---',
  "import { render } from 'astro:content';",
  "import Base from '../../layouts/Base.astro';",
  "import { articles, relatedTo, type Article } from '../../news.ts';",
  '',
  'export const getStaticPaths = () => articles.map((article) => ({ params: { id: article.id }, props: { article } }));',
  'interface Props { article: Article }',
  'const { article } = Astro.props;',
  'const { title, dek, date, authors, sources, corrections } = article.data;',
  'const { Content } = await render(article);',
  "const minutes = Math.ceil((article.body ?? '').split(/\\s+/).length / 213);",
  "const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });",
  '---',
  '<Base title={title} description={dek}>',
  '<article><h1>{title}</h1><p>{dek}</p>',
  '<p>{format.format(date)}, {authors.map((author) => <a href={`/authors/${author}/`}>{author}</a>)}, {minutes} min</p>',
  '{corrections.map(({ date, text }) => <p>Correction, {format.format(date)}: {text}</p>)}<Content />',
  '<ul>{sources.map((source) => <li><a href={source.url}>{source.title}</a>, {source.publisher}</li>)}</ul></article>',
  '<aside>{relatedTo(article).map(({ id, data }) => <a href={`/news/${id}/`}>{data.title}</a>)}</aside>',
  '</Base>',
);

const list = lines(
  '---',
  "import type { Page } from 'astro';",
  "import type { Article } from '../news.ts';",
  "import Base from '../layouts/Base.astro';",
  'interface Props { title: string; feed: string; page: Page<Article> }',
  'const { title, feed, page } = Astro.props;',
  '---',
  '<Base title={title} feed={feed}>',
  '<h1>{title}</h1>',
  '{page.data.map(({ id, data }) => <article><h2><a href={`/news/${id}/`}>{data.title}</a></h2><p>{data.dek}</p></article>)}',
  '<nav>{page.url.prev && <a href={page.url.prev}>newer</a>} {page.url.next && <a href={page.url.next}>older</a>}</nav>',
  '</Base>',
);

const allPages = lines(
  '---',
  "import type { GetStaticPaths, Page } from 'astro';",
  "import List from '../components/List.astro';",
  "import { articles, type Article } from '../news.ts';",
  'export const getStaticPaths = (({ paginate }) => paginate(articles, { pageSize: 20 })) satisfies GetStaticPaths;',
  'interface Props { page: Page<Article> }',
  '---',
  '<List title="Peer" feed="/rss.xml" page={Astro.props.page} />',
);

const topicPages = lines(
  '---',
  "import type { GetStaticPaths, Page } from 'astro';",
  "import List from '../../../components/List.astro';",
  "import { topics, type Article } from '../../../news.ts';",
  'export const getStaticPaths = (({ paginate }) => topics.flatMap(({ kind, key, articles }) => paginate(articles, { params: { kind, key }, pageSize: 20 }))) satisfies GetStaticPaths;',
  'interface Props { page: Page<Article> }',
  'const { kind, key } = Astro.params;',
  '---',
  '<List title={key} feed={`/${kind}/${key}/rss.xml`} page={Astro.props.page} />',
);

const allFeed = lines(
  "import type { APIContext } from 'astro';",
  "import { feedOf } from '../feed.ts';",
  "import { articles } from '../news.ts';",
  '',
  "export const GET = ({ site }: APIContext) => feedOf('Peer', site, articles);",
);

const topicFeed = lines(
  "import type { APIContext } from 'astro';",
  "import { feedOf } from '../../../feed.ts';",
  "import { topics, type Article } from '../../../news.ts';",
  '',
  'export const getStaticPaths = () => topics.map(({ kind, key, articles }) => ({ params: { kind, key }, props: { articles } }));',
  "export const GET = ({ params, props, site }: APIContext<{ articles: Article[] }>) => feedOf(params.key ?? '', site, props.articles);",
);

/**
 * The site as Astro's documentation shows how to write one, with its defaults. Related stories come from the index that
 * Megaton has.
 * @param project the project's folder
 */
export function astroSite(project: string): PeerSite {
  return {
    files: {
      'astro.config.mjs': settings,
      'src/content.config.ts': collections,
      'src/news.ts': news,
      ...relatedCode(project, 'src/'),
      'src/feed.ts': feed,
      'src/layouts/Base.astro': base,
      'src/components/List.astro': list,
      'src/pages/news/[id].astro': article,
      'src/pages/[...page].astro': allPages,
      'src/pages/[kind]/[key]/[...page].astro': topicPages,
      'src/pages/rss.xml.ts': allFeed,
      'src/pages/[kind]/[key]/rss.xml.ts': topicFeed,
    },
    pathOf: (path) => `src/content/news/${slugIn(path)}.md`,
    textOf: (text) => {
      const { fields, body } = peerArticle(text);
      return `---\n${stringify(fields, { lineWidth: 0 })}---\n${body}`;
    },
  };
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { splitFrontMatter } from '#loading/front-matter';
import { parse } from 'yaml';

/** Titles of stories, their lists by topic with a feed each, and related stories: what Megaton's pages have, in Hugo's own way. */
const files: Record<string, string> = {
  'hugo.toml': `baseURL = 'https://peer.example/'
title = 'Peer'
paginate = 20
enableRobotsTXT = true
[taxonomies]
category = 'categories'
author = 'authors'
model = 'models'
tag = 'tags'
[related]
threshold = 10
includeNewer = true
[[related.indices]]
name = 'models'
weight = 100
[[related.indices]]
name = 'tags'
weight = 60
[services.rss]
limit = 50
[markup.goldmark.renderer]
unsafe = false
`,
  'layouts/_default/baseof.html': '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}">{{ with .OutputFormats.Get "rss" }}<link rel="alternate" type="application/rss+xml" href="{{ .Permalink }}">{{ end }}</head><body><main>{{ block "main" . }}{{ end }}</main></body></html>',
  'layouts/_default/single.html': '{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.dek }}</p><p>{{ .Date.Format "2 January 2006" }}, {{ range .Params.authors }}<a href="/authors/{{ . }}/">{{ . }}</a>{{ end }}, {{ .ReadingTime }} min</p>{{ .Content }}<ul>{{ range .Params.sources }}<li><a href="{{ .url }}">{{ .title }}</a>, {{ .publisher }}</li>{{ end }}</ul></article><aside>{{ range first 3 (.Site.RegularPages.Related .) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</aside>{{ end }}',
  'layouts/_default/list.html': '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.dek }}</p></article>{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}',
  'layouts/_default/rss.xml': '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>{{ range first 50 .RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid isPermaLink="false">{{ .Params.id }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><content:encoded>{{ .Content | html }}</content:encoded></item>{{ end }}</channel></rss>',
};

/**
 * Writes the same articles as a site for Hugo. Boxes are left out, since Hugo has none of ours.
 * @param articles paths of articles from `megaton`
 */
export function writeHugoSite(megaton: string, folder: string, articles: readonly string[]): void {
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
  for (const path of articles) write(join(folder, hugoPath(path)), hugoText(readFileSync(join(megaton, path), 'utf8')));
}

/** Where Hugo has an article. */
export const hugoPath = (article: string): string => article.replace(/^content\/articles\/\d{4}\/([^/]+)\/index\.md$/u, 'content/news/$1.md');

/** An article as Hugo reads it. */
export function hugoText(text: string): string {
  const parts = splitFrontMatter(text);
  if (!parts) throw new Error('An article has no front matter.');
  const { category, ...fields } = parse(parts.yaml) as Record<string, unknown>;
  const body = parts.body.replace(/^::+.*$/gmu, '').replace(/\]\(model:([^)]+)\)/gu, '](/models/$1/)');
  return `${JSON.stringify({ ...fields, categories: [category] })}\n\n${body}`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

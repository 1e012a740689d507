import { lines, peerArticle, slugIn, type PeerSite } from './peer-site.ts';

const settings = lines(
  "baseURL = 'https://peer.example/'",
  "title = 'Peer'",
  'paginate = 20',
  'enableRobotsTXT = true',
  // A second list of all articles, which no other peer has.
  "disableKinds = ['section']",
  '[taxonomies]',
  "category = 'categories'",
  "author = 'authors'",
  "model = 'models'",
  "tag = 'tags'",
  '[related]',
  'threshold = 10',
  'includeNewer = true',
  '[[related.indices]]',
  "name = 'models'",
  'weight = 100',
  '[[related.indices]]',
  "name = 'tags'",
  'weight = 60',
  '[markup.goldmark.renderer]',
  'unsafe = false',
);

const base = lines(
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.dek }}">',
  '{{ with .OutputFormats.Get "rss" }}<link rel="alternate" type="application/rss+xml" href="{{ .Permalink }}">{{ end }}</head>',
  '<body><main>{{ block "main" . }}{{ end }}</main></body></html>',
);

const relatedStories =
  '<aside>{{ range first 3 (.Site.RegularPages.Related .) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</aside>';

const article = (related: boolean): string =>
  lines(
    '{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.dek }}</p>',
    '<p>{{ .Date.Format "2 January 2006" }}, {{ range .Params.authors }}<a href="/authors/{{ . }}/">{{ . }}</a>{{ end }}, {{ .ReadingTime }} min</p>',
    '{{ range .Params.corrections }}<p>Correction, {{ .date }}: {{ .text }}</p>{{ end }}{{ .Content }}',
    '<ul>{{ range .Params.sources }}<li><a href="{{ .url }}">{{ .title }}</a>, {{ .publisher }}</li>{{ end }}</ul></article>',
    `${related ? relatedStories : ''}{{ end }}`,
  );

const list = lines(
  '{{ define "main" }}<h1>{{ .Title }}</h1>',
  '{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.dek }}</p></article>{{ end }}',
  '{{ template "_internal/pagination.html" . }}{{ end }}',
);

const feed = lines(
  '{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>',
  '<title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>',
  '{{ $pages := .RegularPages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}{{ range first 50 $pages }}',
  '<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid isPermaLink="false">{{ .Params.id }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><content:encoded>{{ .Content | html }}</content:encoded></item>',
  '{{ end }}</channel></rss>',
);

/**
 * The site in Hugo's own way.
 * @param related stories have related ones; that costs Hugo most of its time, since it compares every story with every other
 */
export function hugoSite(related: boolean): PeerSite {
  return {
    files: {
      'hugo.toml': settings,
      'layouts/_default/baseof.html': base,
      'layouts/_default/single.html': article(related),
      'layouts/_default/list.html': list,
      'layouts/_default/rss.xml': feed,
    },
    pathOf: (path) => `content/news/${slugIn(path)}.md`,
    textOf: (text) => {
      const { fields, body } = peerArticle(text);
      return `${JSON.stringify(fields)}\n\n${body}`;
    },
  };
}

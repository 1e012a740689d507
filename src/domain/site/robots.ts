import { absolute, newsSitemapName, sitemapIndexPath, sitemapPath } from './addresses.ts';

/**
 * Crawlers of AI companies by what they do, as their makers name them:
 * https://platform.openai.com/docs/bots, https://support.claude.com/en/articles/8896518,
 * https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers, https://support.apple.com/119829,
 * https://developers.facebook.com/docs/sharing/webmasters/web-crawlers, https://docs.perplexity.ai/guides/bots,
 * https://commoncrawl.org/ccbot and https://developer.amazon.com/amazonbot.
 */
const crawlers = {
  /** They collect texts to train models with. */
  training: [
    'GPTBot',
    'ClaudeBot',
    'Google-Extended',
    'Applebot-Extended',
    'Meta-ExternalAgent',
    'CCBot',
    'Amazonbot',
    'Bytespider',
    'cohere-training-data-crawler',
  ],
  /** They look pages up to answer a question, and name them. */
  answers: [
    'OAI-SearchBot',
    'ChatGPT-User',
    'Claude-SearchBot',
    'Claude-User',
    'PerplexityBot',
    'Perplexity-User',
    'DuckAssistBot',
    'MistralAI-User',
  ],
} as const;

/** What crawlers of each kind may do. */
export type CrawlerPolicy = Record<keyof typeof crawlers, 'allow' | 'refuse'>;

/**
 * The text of `robots.txt`.
 * @param site the site's own address, without a slash at its end
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function robotsTxt(policy: CrawlerPolicy, site: string): string {
  const group = (comment: string, agents: readonly string[], rule: 'allow' | 'refuse'): string =>
    [
      `# ${comment}`,
      ...agents.map((agent) => `User-agent: ${agent}`),
      rule === 'allow' ? 'Allow: /' : 'Disallow: /',
      '',
    ].join('\n');
  return [
    group('Everybody else', ['*'], 'allow'),
    group('Crawlers that collect texts to train AI models with', crawlers.training, policy.training),
    group('Crawlers that look a page up to answer a question and name it', crawlers.answers, policy.answers),
    `Sitemap: ${absolute(sitemapIndexPath, site)}`,
    `Sitemap: ${absolute(sitemapPath(newsSitemapName), site)}`,
    '',
  ].join('\n');
}

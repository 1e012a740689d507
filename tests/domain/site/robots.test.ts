import { expect, test } from 'vitest';
import { robotsTxt } from '#domain/site/robots';

test.each([
  ['allow', 'refuse'],
  ['refuse', 'allow'],
] as const)('the policy %s for training, %s for answers, is in robots.txt', (training, answers) => {
  const text = robotsTxt({ training, answers }, 'https://paper.example');
  const rule = { allow: 'Allow: /', refuse: 'Disallow: /' };
  const lastLine = (agent: string): string | undefined =>
    text
      .split('\n\n')
      .find((group) => group.includes(`User-agent: ${agent}\n`))
      ?.split('\n')
      .at(-1);
  for (const agent of ['GPTBot', 'ClaudeBot', 'Google-Extended', 'CCBot']) expect(lastLine(agent)).toBe(rule[training]);
  for (const agent of ['ChatGPT-User', 'Claude-User', 'PerplexityBot']) expect(lastLine(agent)).toBe(rule[answers]);
  expect(lastLine('*')).toBe('Allow: /');
  expect(
    text.endsWith('Sitemap: https://paper.example/sitemap.xml\nSitemap: https://paper.example/sitemaps/news.xml\n'),
  ).toBe(true);
});

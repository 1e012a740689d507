import { createHash } from 'node:crypto';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect, test } from 'vitest';
import { earlyScript } from '#domain/site/early-script';
import { contentPolicy } from '#queries/site/content-policy';
import {
  headerRules,
  headersAt,
  headersFile,
  matches,
  readHeaders,
} from '../../src/integrations/host-files/headers.ts';
import { exceededLimits } from '../../src/integrations/host-files/host-files.ts';
import { nginxConfig } from '../../scripts/site/nginx-config.ts';
import { observatoryScore, policyFindings } from '../../src/integrations/verify/policy.ts';

const pages = [
  '',
  'news/',
  'news/a-story/',
  'news/page/2/',
  'leaderboards/arena/2026-01-10/changes/',
  'about/',
  'embed/arena/',
];
const file = headersFile({ newsletter: '', pages, admin: true });
const rules = readHeaders(file);
const pagePaths = [
  '/',
  '/news/',
  '/news/a-story/',
  '/news/page/2/',
  '/leaderboards/arena/2026-01-10/changes/',
  '/about/',
  '/embed/arena/',
];
const paths = [
  ...pagePaths,
  '/rss.xml',
  '/404.html',
  '/_astro/a.css',
  '/badges/a/b.svg',
  '/cards/models/a.png',
  '/pagefind/2026/pagefind.js',
  '/pagefind/2026/index/a.pf_index',
  '/pagefind/2025/fragment/a.pf_fragment',
  '/pagefind/2026/pagefind-entry.json',
  '/no-such-place/',
  '/admin/',
  '/admin/editor/',
  '/admin/editor/editor.js',
];

describe('the policy', () => {
  const directives: Record<string, string[]> = Object.fromEntries(
    contentPolicy('')
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );

  test('allows nothing by default, and nothing unsafe', () => {
    expect(directives['default-src']).toEqual(["'none'"]);
    expect(contentPolicy('https://letter.example/form')).not.toMatch(
      /(?<!wasm-)unsafe-(?:inline|eval|hashes)|\*|http:|data:|blob:/u,
    );
    // Only what a reader starts, or sends, leads to other sites.
    expect(
      Object.entries(directives)
        .filter(([, sources]) => sources.some((source) => source.startsWith('https:')))
        .map(([name]) => name),
    ).toEqual(['frame-src', 'media-src']);
    expect(
      Object.values(directives)
        .flat()
        .filter((source) => source.includes('unsafe')),
    ).toEqual(["'wasm-unsafe-eval'"]);
  });

  test('allows the one inline script by its hash', () => {
    expect(directives['script-src']).toContain(`'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'`);
  });

  test('allows the styles within pages by their hashes, and no other', () => {
    expect(directives['style-src']).toEqual(["'self'"]);
    expect(contentPolicy('', ["'sha256-a'", "'sha256-b'"])).toContain("; style-src 'self' 'sha256-a' 'sha256-b'; ");
  });

  test('lets forms go to the newsletter alone, where there is one', () => {
    expect(contentPolicy('')).toContain("form-action 'self';");
    expect(contentPolicy('https://letter.example/form?list=1')).toContain("form-action 'self' https://letter.example;");
  });

  test('has no finding of an evaluator, which does find faults in a worse one', () => {
    expect(policyFindings(file, '/')).toEqual([]);
    expect(new CspEvaluator(new CspParser("script-src 'unsafe-inline' https:").csp).evaluate().length).toBeGreaterThan(
      1,
    );
  });
});

describe('headers', () => {
  test('are set once for each path, since hosts differ in what they do otherwise', () => {
    const twice = paths.flatMap((path) => {
      const names = rules.filter((rule) => matches(path, rule.path)).flatMap(({ headers }) => Object.keys(headers));
      return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${path} ${name}`);
    });
    expect(twice).toEqual([]);
  });

  test('are few enough for every host, and use only patterns that all know', () => {
    expect(rules.length).toBeLessThanOrEqual(40);
    // A hundred more pages of the content need no more rules.
    const grown = headerRules({
      newsletter: '',
      pages: [
        ...pages,
        ...Array.from({ length: 100 }, (_, index) => `page-${index}/`),
        ...Array.from({ length: 100 }, (_, index) => `news/story-${index}/`),
      ],
      admin: true,
    });
    expect(grown.length).toBe(rules.length);
    for (const { path } of rules) expect(path).toMatch(/^\/(?:[\w.-]+\/|:\w+\/)*(?:[\w.-]+|\*)?$/u);
    for (const line of file.split('\n')) expect(line.length).toBeLessThan(2000);
  });

  test('protect every path', () => {
    for (const path of paths) {
      expect(headersAt(path, rules), path).toMatchObject({
        'Strict-Transport-Security': expect.stringMatching(/^max-age=\d{8}/u) as unknown,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': expect.stringContaining('camera=()') as unknown,
      });
    }
  });

  test('give every page the policy, and let other sites frame boards to embed, and nothing else', () => {
    for (const path of pagePaths) {
      const { 'Content-Security-Policy': policy, 'X-Frame-Options': frames } = headersAt(path, rules);
      const open = path.startsWith('/embed/');
      expect(policy, path).toBe(`${contentPolicy('')}; frame-ancestors ${open ? '*' : "'none'"}`);
      expect(frames).toBe(open ? undefined : 'DENY');
    }
  });

  test('allow the styles of the pages that a rule is for, and that of the page for what is missing', () => {
    const styled = headerRules({
      newsletter: '',
      pages,
      styled: [
        { address: '/404.html', hashes: ["'sha256-missing'"] },
        { address: '/', hashes: ["'sha256-home'"] },
        { address: '/news/', hashes: ["'sha256-list'"] },
        { address: '/about/', hashes: ["'sha256-list'", "'sha256-about'"] },
        { address: '/news/a-story/', hashes: ["'sha256-story'"] },
        { address: '/embed/arena/', hashes: ["'sha256-embed'"] },
      ],
    });
    const allowed = (path: string): string | undefined =>
      / style-src 'self' (.*?);/u.exec(headersAt(path, styled)['Content-Security-Policy'] ?? '')?.[1];
    expect(Object.fromEntries(pagePaths.map((path) => [path, allowed(path)]))).toEqual({
      '/': "'sha256-home' 'sha256-missing'",
      '/news/': "'sha256-about' 'sha256-list' 'sha256-missing'",
      '/news/a-story/': "'sha256-missing' 'sha256-story'",
      '/news/page/2/': "'sha256-missing' 'sha256-story'",
      '/leaderboards/arena/2026-01-10/changes/': "'sha256-missing'",
      '/about/': "'sha256-about' 'sha256-list' 'sha256-missing'",
      '/embed/arena/': "'sha256-embed' 'sha256-missing'",
    });
  });

  test('let the editor speak to GitHub alone, and its popup answer; without an editor there is no such rule', () => {
    const { 'Content-Security-Policy': policy = '', ...others } = headersAt('/admin/editor/', rules);
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/u);
    expect(policy).toContain("frame-ancestors 'none'");
    expect([...policy.matchAll(/https:[^ ;]*/gu)].map(([host]) => host)).toEqual([
      'https://avatars.githubusercontent.com',
      'https://api.github.com',
      'https://github.com',
    ]);
    expect(others).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
      'X-Robots-Tag': 'noindex',
    });
    for (const path of pagePaths)
      expect(headersAt(path, rules), path).toMatchObject({ 'Cross-Origin-Opener-Policy': 'same-origin' });
    expect(headerRules({ newsletter: '', pages }).filter(({ path }) => path.startsWith('/admin/'))).toEqual([]);
  });

  test('past the limits of a host fail the build', () => {
    expect(exceededLimits(file, '/a/ /b/ 301\n'.repeat(2000))).toEqual([]);
    expect(exceededLimits(file, '/a/ /b/ 301\n'.repeat(2001))).toEqual([
      expect.stringContaining('_redirects has 2001 lines'),
    ]);
    const many = headersFile({
      newsletter: '',
      pages: Array.from({ length: 100 }, (_, index) => `section-${index}/page/`),
    });
    expect(exceededLimits(many, '')).toEqual([expect.stringMatching(/^_headers has \d{3} rules/u)]);
    expect(exceededLimits(`/*\n  X: ${'x'.repeat(2000)}\n`, '')).toEqual([expect.stringContaining('longer than 2000')]);
  });

  test('let feed readers and other sites show pictures and badges, and keep the rest', () => {
    const resources = Object.fromEntries(
      paths.map((path) => [path, headersAt(path, rules)['Cross-Origin-Resource-Policy']]),
    );
    expect(resources).toMatchObject({
      '/': 'same-origin',
      '/news/': 'same-origin',
      '/_astro/a.css': 'cross-origin',
      '/badges/a/b.svg': 'cross-origin',
      '/cards/models/a.png': 'cross-origin',
      '/embed/arena/': 'cross-origin',
    });
  });

  test('keep hashed files for a year, and nothing else', () => {
    for (const path of paths) {
      const cache = headersAt(path, rules)['Cache-Control'];
      expect(cache, path).toBe(
        /^\/(?:_astro|pagefind\/\d{4}\/(?:index|fragment))\//u.test(path)
          ? 'public, max-age=31536000, immutable'
          : undefined,
      );
    }
  });

  test('score at least 125 by the rules of Mozilla Observatory; without one of them, less', () => {
    expect(observatoryScore(file, '/')).toMatchObject({ score: 130, grade: 'A+' });
    expect(
      observatoryScore(file.replaceAll("'none'; script-src", "'none'; script-src 'unsafe-inline'"), '/').score,
    ).toBeLessThan(100);
    expect(observatoryScore(file.replaceAll('Strict-Transport-Security', 'X-Other'), '/').score).toBeLessThan(100);
    expect(
      observatoryScore(file.replaceAll('frame-ancestors', 'x-frames').replaceAll('X-Frame-Options', 'X-Other'), '/')
        .score,
    ).toBeLessThan(100);
  });

  test('come back from the file as they were written', () => {
    expect(rules).toEqual(headerRules({ newsletter: '', pages, admin: true }));
  });
});

describe('the configuration of nginx', () => {
  const config = nginxConfig({
    root: '/srv/site',
    listen: '80',
    headers: rules,
    redirects: [{ from: '/news/old/', to: '/news/new/' }],
    brotli: true,
  });

  test('holds the same headers', () => {
    const { 'Content-Security-Policy': policy, ...others } = headersAt('/', rules);
    expect(config).toContain(`default "${policy}";`);
    const embedded = headersAt('/embed/arena/', rules)['Content-Security-Policy'];
    expect(config).toContain(`"~^\\/embed\\/[^/]+\\/.*$" "${embedded}";`);
    for (const [name, value] of Object.entries(others)) expect(config, name).toContain(`"${value}"`);
  });

  test('lists no folders, names no host in redirects, and knows old addresses with and without a slash at the end', () => {
    expect(config).toContain('autoindex off;');
    expect(config).toContain('absolute_redirect off;');
    expect(config).toContain('"/news/old/" "/news/new/";');
    expect(config).toContain('"/news/old" "/news/new/";');
  });
});

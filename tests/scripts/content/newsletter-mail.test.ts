import { describe, expect, test } from 'vitest';
import type { NewsletterIssue } from '#domain/stories/newsletter-issue';
import { issueHtml, issueText, mostBytes, type Sender } from '../../../scripts/content/newsletter-mail.ts';
import { elements, parseHtml, tagged, textOf } from '../../html.ts';

const sender: Sender = {
  name: 'The & Paper',
  url: 'https://paper.example',
  language: 'en-GB',
  address: ['The Paper Ltd', '1 Test Street'],
  email: 'general@paper.example',
};
const day = (iso: string, text: string): NewsletterIssue['date'] => ({ iso, text });
const picture = 'https://paper.example/_astro/hero.abc_123.jpg';
const hostile = `</td><script>alert(1)</script><mj-raw>"&'`;

const story = (index: number, words = 'A story'): NewsletterIssue['stories'][number] => ({
  path: `/news/s${index}/`,
  title: `${words} ${index}`,
  dek: `What ${words} ${index} adds, in a line of a fair length that has to be broken somewhere.`,
  section: 'Policy',
  date: day('2026-11-01', '1 November 2026'),
});
const board = (index: number, words = 'Board'): NewsletterIssue['boards'][number] => ({
  name: `${words} ${index}`,
  path: `/leaderboards/b${index}/2026-11-01/changes/`,
  date: day('2026-11-01', '1 November 2026'),
  headline: 'one up',
  summary: 'Of the two entries, one moved up.',
  moved: Array.from({ length: 6 }, (_, row) => ({
    name: `${words} entry ${row}`,
    path: `/models/m${row}/`,
    before: row === 0 ? '' : '2–4',
    after: '1',
    happened: row === 0 ? 'new' : 'up 1',
  })),
});
const issue: NewsletterIssue = {
  path: '/newsletter/2026-11-20/',
  date: day('2026-11-20', '20 November 2026'),
  since: day('2026-11-01', '1 November 2026'),
  subject: 'Boards & more',
  intro: 'Hello.',
  stories: [story(1), story(2)],
  more: { stories: 3, boards: 1, corrections: 0 },
  boards: [board(1)],
  corrections: [
    {
      date: day('2026-11-03', '3 November 2026'),
      text: 'Five, not four.',
      story: { label: 'A story 2', path: '/news/s2/' },
    },
  ],
};
const fullest: NewsletterIssue = {
  ...issue,
  stories: Array.from({ length: 10 }, (_, index) => ({
    ...story(
      index,
      'A headline of a hundred and forty characters, which is as long as the schema lets it become, and then some more words',
    ),
    dek: 'A dek. '.repeat(42),
  })),
  boards: Array.from({ length: 5 }, (_, index) => ({
    ...board(index),
    summary: 'A summary of a fair length. '.repeat(20),
  })),
  corrections: Array.from({ length: 8 }, () => ({
    date: day('2026-11-03', '3 November 2026'),
    text: 'It was wrong. '.repeat(30),
    story: { label: 'A story', path: '/news/s2/' },
  })),
};

describe('the mail as HTML', () => {
  test('has stories, movements and corrections with full addresses, and leads to its page', async () => {
    const root = parseHtml(await issueHtml(issue, sender, picture));
    const links = tagged(root, 'a').map(({ properties }) => String(properties.href));
    expect(links).toEqual(
      expect.arrayContaining([
        'https://paper.example/newsletter/2026-11-20/',
        'https://paper.example/news/s1/',
        'https://paper.example/news/s2/',
        'https://paper.example/leaderboards/b1/2026-11-01/changes/',
        'https://paper.example/models/m1/',
        'https://paper.example/archive/',
        'mailto:general@paper.example',
      ]),
    );
    expect(links.every((href) => /^(?:https:\/\/paper\.example\/|mailto:)/u.test(href))).toBe(true);
    expect(textOf(root).replace(/\s+/gu, ' ')).toMatch(
      /Boards & more.*A story 1.*And three more stories.*Board 1, 1 November 2026: one up.*Board entry 1 ?2–4 ?1 ?up 1.*Five, not four\..*1 Test Street/u,
    );
    expect(tagged(root, 'img').map(({ properties }) => [properties.src, properties.alt])).toEqual([
      [picture, 'A story 1'],
    ]);
  });

  test('has no picture when that of the lead story is not known', async () => {
    expect(tagged(parseHtml(await issueHtml(issue, sender, undefined)), 'img')).toEqual([]);
  });

  test('is safe for mail programs: tables, inlined styles, no script, form, frame, font or style from elsewhere', async () => {
    const html = await issueHtml(issue, sender, picture);
    const root = parseHtml(html);
    expect(elements(root, ({ tagName }) => /^(?:script|form|iframe|object|video|link|svg)$/u.test(tagName))).toEqual(
      [],
    );
    expect(html).not.toMatch(/@import|@font-face|url\(/u);
    expect(tagged(root, 'table').length).toBeGreaterThan(5);
    expect(tagged(root, 'h2').every(({ properties }) => String(properties.style).includes('font-size'))).toBe(true);
    expect(html).toMatch(/@media \(prefers-color-scheme: ?dark\)/u);
    expect(html).toContain('<meta name="color-scheme" content="light dark"');
    expect(html).toMatch(/<html[^>]* lang="en-GB"/u);
  });

  test('has less than 100 kB when it is as full as it can be', async () => {
    const bytes = Buffer.byteLength(await issueHtml(fullest, sender, picture));
    expect(bytes).toBeLessThan(100_000);
    expect(bytes).toBeGreaterThan(50_000);
    expect(mostBytes).toBe(100_000);
  });

  test('is refused when it would be cut off', async () => {
    await expect(issueHtml({ ...issue, intro: 'x'.repeat(100_000) }, sender, picture)).rejects.toThrow(
      'mail programs cut off what is longer than 100000. Choose a later day for --since.',
    );
  });

  test('shows foreign markup as text, in every field', async () => {
    const strange: NewsletterIssue = {
      ...issue,
      subject: hostile,
      intro: hostile,
      stories: [{ ...story(1), title: hostile, dek: hostile, section: hostile }],
      boards: [{ ...board(1, hostile), headline: hostile, summary: hostile }],
      corrections: [{ date: issue.date, text: hostile, story: { label: hostile, path: '/news/s2/' } }],
    };
    const root = parseHtml(await issueHtml(strange, { ...sender, name: hostile, address: [hostile] }, hostile));
    expect(elements(root, ({ tagName }) => /^(?:script|mj-raw)$/u.test(tagName))).toEqual([]);
    expect(textOf(root).split(hostile).length).toBeGreaterThan(10);
  });

  test('of a time without anything says so', async () => {
    expect(
      await issueHtml(
        {
          ...issue,
          intro: undefined,
          stories: [],
          more: { stories: 0, boards: 0, corrections: 0 },
          boards: [],
          corrections: [],
        },
        sender,
        undefined,
      ),
    ).toContain('No story came out in this time.');
  });

  test('has the placeholder of the service where readers leave', async () => {
    expect(await issueHtml(issue, { ...sender, unsubscribe: '{{ unsubscribe_url }}' }, picture)).toContain(
      'href="{{ unsubscribe_url }}"',
    );
  });
});

describe('the mail as text', () => {
  const text = issueText(issue, sender);

  test('has the same, in lines of at most 72 characters but for addresses', () => {
    expect(text).toMatch(
      /On the web: https:\/\/paper\.example\/newsletter\/2026-11-20\/[\s\S]*A story 1[\s\S]*https:\/\/paper\.example\/news\/s1\/[\s\S]*- Board entry 0: 1, new\n- Board entry 1: 2–4 -> 1, up 1[\s\S]*Five, not four\.[\s\S]*1 Test Street/u,
    );
    expect(text.split('\n').filter((line) => line.length > 72 && !line.includes('https://'))).toEqual([]);
    expect(text).not.toMatch(/<[a-z]/u);
  });
});

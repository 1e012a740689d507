import Corrections from '#components/article/Corrections.astro';
import BodyBox from '#components/article/BodyBlock.astro';
import StoryMeta from '#components/article/StoryMeta.astro';
import { describe, expect, it } from 'vitest';
import { render } from './container.ts';

const day = { iso: '2026-01-23', text: '23 January 2026' };

const words = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

describe('byline', () => {
  it('shows date, authors, the updated date if any, and the reading time', async () => {
    const props = {
      date: day,
      authors: [
        { label: 'Ann', path: '/authors/ann/' },
        { label: 'Desk', path: '/authors/desk/' },
      ],
      updated: { iso: '2026-01-25', text: '25 January 2026' },
      minutes: 4,
    };
    expect(words(await render(StoryMeta, props))).toBe(
      '23 January 2026, by Ann, Desk · Updated 25 January 2026 · 4 min',
    );
    expect(words(await render(StoryMeta, { ...props, updated: undefined }))).toBe(
      '23 January 2026, by Ann, Desk · 4 min',
    );
  });
});

describe('byline of a live story', () => {
  const latestUpdate = {
    iso: '2026-01-25',
    text: '25 January 2026',
    moment: '2026-01-25T16:05:00Z',
    clock: '16:05 UTC',
  };
  const bylineOf = (updated: object): Promise<string> =>
    render(StoryMeta, { date: day, authors: [], latestUpdate, updated });

  it('leads to the newest update, once', async () => {
    const html = await bylineOf(latestUpdate);
    expect(html).toMatch(
      /<a href="#update-20260125-1605"[^>]*>Latest update <time datetime="2026-01-25T16:05:00Z"[^>]*>25 January 2026, 16:05 UTC<\/time><\/a>/u,
    );
    expect(words(html)).not.toContain('Updated');
  });

  it('says a later change too', async () => {
    expect(words(await bylineOf({ iso: '2026-01-26', text: '26 January 2026' }))).toContain(
      'Latest update 25 January 2026, 16:05 UTC · Updated 26 January 2026',
    );
  });
});

describe('corrections', () => {
  it('are in a section, since reader views drop an aside, each with its day', async () => {
    const html = await render(Corrections, { corrections: [{ date: day, text: 'It was 18 per cent.' }] });
    expect(html).toMatch(/^<section[^>]*>/u);
    expect(words(html)).toBe('Correction 23 January 2026. It was 18 per cent.');
  });
});

describe('video', () => {
  it('is a link, so that nobody is contacted before the click', async () => {
    const html = await render(BodyBox, {
      part: { kind: 'video', url: 'https://www.youtube.com/watch?v=abc', title: 'A clip' },
    });
    expect(html).toContain('<a href="https://www.youtube.com/watch?v=abc"');
    expect(html).not.toMatch(/<iframe|<img|<script/u);
    expect(words(html)).toBe('Play the video: A clip It comes from YouTube, which learns of your visit.');
  });
});

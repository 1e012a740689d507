import { expect, it } from 'vitest';
import AnnouncedDate from '#components/subjects/AnnouncedDate.astro';
import { toDay } from '#domain/text/dates';
import { parseHtml, tagged, textOf } from '../html.ts';
import { render } from './container.ts';

const words = async (next: unknown): Promise<string> =>
  textOf(parseHtml(await render(AnnouncedDate, { next })))
    .replace(/\s+/gu, ' ')
    .trim();

const hearing = {
  date: toDay('2026-12-10'),
  what: 'Hearing in Los Angeles.',
  subject: { label: 'A v B', path: '/trackers/lawsuits/#a-v-b' },
  kind: 'lawsuit',
  sources: [],
};

it('an announced date is shown with what happens on it', async () => {
  const html = parseHtml(await render(AnnouncedDate, { next: hearing }));
  expect(tagged(html, 'time').map(({ properties }) => properties.dateTime)).toEqual(['2026-12-10']);
  expect(await words(hearing)).toBe('10 December 2026Hearing in Los Angeles.');
});

it('a table says where no date is announced', async () => {
  expect(await words(undefined)).toBe('none announced');
});

import { describe, expect, test } from 'vitest';
import { citationOf } from '#domain/ranking/board/citation';
import type { Board } from '#domain/ranking/board/leaderboard';

const site = { name: 'Megaton', url: 'https://megaton.ai' };
const checksum = 'ab'.repeat(32);

/** The one edition of a board, of which a citation reads only this. */
const edition = (changes: Partial<Board> = {}): Board =>
  ({
    id: 'arena',
    name: 'Arena text-to-video',
    date: { iso: '2026-09-22', text: '22 September 2026' },
    by: { name: 'Arena', url: 'https://arena.ai/' },
    licence: { name: 'CC BY 4.0', credit: 'Arena', redistribute: true },
    ...changes,
  }) as Board;

describe('a citation', () => {
  test('in plain text names who measured, year, title, publisher, dated address, licence and checksum', () => {
    expect(citationOf(edition(), site, checksum).text).toBe(
      `Arena (2026). Arena text-to-video, edition of 22 September 2026 [Data set]. Megaton. https://megaton.ai/leaderboards/arena/2026-09-22/ CC BY 4.0. SHA-256 of the CSV file: ${checksum}.`,
    );
  });

  test('of an edition without a file has neither licence nor checksum', () => {
    const licence = { name: 'None stated', credit: 'x', redistribute: false };
    expect(citationOf(edition({ licence }), site).text).toBe(
      'Arena (2026). Arena text-to-video, edition of 22 September 2026 [Leaderboard]. Megaton. https://megaton.ai/leaderboards/arena/2026-09-22/',
    );
  });

  test('of a board of the site itself names the publisher once', () => {
    expect(citationOf(edition({ by: { name: 'Megaton', url: 'https://megaton.ai' } }), site).text).toMatch(
      /^Megaton \(2026\)\. Arena text-to-video, edition of 22 September 2026 \[Data set\]\. https:/u,
    );
  });

  // The ten special characters of TeX: https://texfaq.org/FAQ-texcodesinput and The TeXbook, chapter 7.
  test('in BibTeX has fields that every style knows, and no sign that means something to TeX', () => {
    const { bibtex } = citationOf(edition({ name: 'A&B_100% {x} #1 $2 ~^\\' }), site, checksum);
    expect(bibtex).toBe(
      [
        '@misc{arena-2026-09-22,',
        '  author = {{Arena}},',
        String.raw`  title = {{A\&B\_100\% \{x\} \#1 \$2 \textasciitilde{}\textasciicircum{}\textbackslash{}, edition of 22 September 2026}},`,
        '  year = {2026},',
        '  month = sep,',
        '  howpublished = {Data set, Megaton},',
        '  url = {https://megaton.ai/leaderboards/arena/2026-09-22/},',
        `  note = {CC BY 4.0. SHA-256 of the CSV file: ${checksum}},`,
        '}',
      ].join('\n'),
    );
  });

  // Names and types of https://docs.citationstyles.org/en/stable/specification.html; dates as in its CSL-JSON.
  test('in CSL-JSON is a list of one item with standard variables', () => {
    expect(JSON.parse(citationOf(edition(), site, checksum).cslJson)).toEqual([
      {
        id: 'arena-2026-09-22',
        type: 'dataset',
        title: 'Arena text-to-video, edition of 22 September 2026',
        author: [{ literal: 'Arena' }],
        publisher: 'Megaton',
        issued: { 'date-parts': [[2026, 9, 22]] },
        version: '2026-09-22',
        URL: 'https://megaton.ai/leaderboards/arena/2026-09-22/',
        note: `CC BY 4.0. SHA-256 of the CSV file: ${checksum}`,
      },
    ]);
  });
});

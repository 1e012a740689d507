import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editAddress, mistakeAddress } from '#domain/site/repository';

const repository = { url: 'https://github.com/owner/name', branch: 'release/next' };
const site = { url: 'https://site.example' } as Parameters<typeof mistakeAddress>[2];

describe('the address at which a file is edited', () => {
  it('names branch and file, and survives signs in their names', () => {
    expect(editAddress(repository, 'content/articles/2026/a/index.md')).toBe(
      'https://github.com/owner/name/edit/release/next/content/articles/2026/a/index.md',
    );
    expect(new URL(editAddress(repository, 'content/a?b#c.md')).pathname).toMatch(/a%3Fb%23c\.md$/u);
  });
});

describe('the address of the form for a mistake', () => {
  const fields = new URL(mistakeAddress(repository, '/news/a/', site)).searchParams;

  it('fills in the address of the page', () => {
    expect(fields.get('page')).toBe('https://site.example/news/a/');
  });

  it('names a form that exists, and a field of it', () => {
    const template = fields.get('template') ?? '';
    const file = join(import.meta.dirname, '../../../.github/ISSUE_TEMPLATE', template);
    const { body } = parse(readFileSync(file, 'utf8')) as { body: { id: string }[] };
    expect(body.map(({ id }) => id)).toContain('page');
  });
});

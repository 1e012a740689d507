import { describe, expect, it } from 'vitest';
import { readContent } from '#loading/read-content';
import { redirectsOf } from '../../src/integrations/host-files/redirects.ts';
import { addField, makeProject, now, paths } from '../loading/fixture.ts';

const redirects = (field: string): string => redirectsOf(readContent(makeProject({ [paths.article]: addField(field) }), now).collections, now);

describe('redirects', () => {
  it('lead from every old address of a story to its present one, for good', () => {
    expect(redirects('aliases: [older-slug, old-slug]')).toBe('/news/old-slug/ /news/first-story/ 301\n/news/older-slug/ /news/first-story/ 301\n');
  });

  it('do not lead to a story that is hidden', () => {
    expect(redirects('aliases: [old-slug]\ndraft: true')).toBe('');
  });
});

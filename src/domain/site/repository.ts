import { absolute } from './addresses.ts';
import type { Frame, Repository } from './frame.ts';

/** Where anybody with an account at GitHub can change a file; GitHub makes a fork and a pull request of it. */
export function editAddress({ url, branch }: Repository, file: string): string {
  const path = [...branch.split('/'), ...file.split('/')].map(encodeURIComponent).join('/');
  return `${url}/edit/${path}`;
}

/**
 * The form that reports a mistake, with the address of the page filled in.
 * @param page path of the page
 * @see https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query
 */
export function mistakeAddress({ url }: Repository, page: string, site: Frame['site']): string {
  const fields = new URLSearchParams({ template: 'mistake.yml', page: absolute(page, site.url) });
  return `${url}/issues/new?${fields.toString()}`;
}

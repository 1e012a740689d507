import Newsletter from '#components/article/Newsletter.astro';
import { describe, expect, it } from 'vitest';
import { render } from './container.ts';

const frameWith = (action: string): unknown => ({
  newsletter: { action, title: 'The rankings', text: 'Once a week.' },
  contacts: { general: 'general@example.org', media: '', sponsorships: '' },
});

describe('newsletter', () => {
  it('is a plain form that posts `email` to the configured address', async () => {
    const html = await render(Newsletter, { frame: frameWith('https://letters.example.org/subscribe') });
    expect(html).toMatch(/<form method="post" action="https:\/\/letters\.example\.org\/subscribe"/u);
    expect(html).toMatch(/<input type="email" name="email" required/u);
    expect(html).toContain('Subscribe by e-mail');
    expect(html).not.toContain('<script');
  });

  it('offers RSS and the e-mail address when none is configured', async () => {
    const html = await render(Newsletter, { frame: frameWith('') });
    expect(html).not.toContain('<form');
    expect(html).toContain('href="/rss.xml"');
    expect(html).toContain('mailto:general@example.org');
  });
});

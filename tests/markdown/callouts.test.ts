import { describe, expect, test } from 'vitest';
import { storyHtml } from '#feeds/story-html';
import type { Story } from '#domain/stories/story';
import { textOf } from '../html.ts';
import { htmlOf, render, treeOf } from './rendering.ts';

/** The text of a story as a feed reader gets it. */
async function inFeed(source: string): Promise<string> {
  const story = { path: '/news/a/', corrections: [], sources: [] } as unknown as Story;
  const parts = [{ kind: 'html' as const, html: htmlOf(render(source)) }];
  return (await storyHtml(story, parts, 'https://paper.example', () => Promise.reject(new Error('no pictures')))).html;
}

describe('a callout', () => {
  test('is a note with its name, on the page', () => {
    expect(htmlOf(render('> [!NOTE]\n> One *two*.\n>\n> Three.'))).toBe(
      '<div class="callout" role="note" aria-label="Note"><p class="callout-title"><strong>Note</strong></p><p>One <em>two</em>.</p>\n<p>Three.</p>\n</div>',
    );
  });

  test('says what it is in feeds', async () => {
    expect(await inFeed('> [!WARNING]\n> Hot.')).toBe('<div><p><strong>Warning</strong></p><p>Hot.</p>\n</div>');
  });

  test.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'note', 'Tip'])('may be named %s', (name) => {
    expect(htmlOf(render(`> [!${name}]\n> Text.`))).toContain('role="note"');
  });

  test.each([
    ['an unknown name', '> [!INFO]\n> Text.'],
    ['text behind the name', '> [!NOTE] Title\n> Text.'],
    ['a mark that is not at the beginning', '> Text.\n> [!NOTE]'],
    ['a name of every object', '> [!constructor]\n> Text.'],
  ])('is not made of %s', (_, source) => {
    expect(htmlOf(render(source))).toMatch(/^<blockquote>/u);
  });

  test('may hold lists, links and tasks', () => {
    const html = htmlOf(render('> [!TIP]\n> - [x] [a](/a/)'));
    expect(html).toContain('<li><span class="task" role="img" aria-label="Done:">☑</span> <a href="/a/">a</a></li>');
  });

  test('gives its words without its mark to the search', () => {
    expect(render('> [!NOTE]\n> Text.').text.trim().replace(/\s+/gu, ' ')).toBe('Note Text.');
  });
});

describe('a task', () => {
  test('shows and says whether it is done', () => {
    expect(htmlOf(render('- [x] done\n- [ ] open'))).toBe(
      '<ul>\n<li><span class="task" role="img" aria-label="Done:">☑</span> done</li>\n<li><span class="task" role="img" aria-label="Open:">☐</span> open</li>\n</ul>',
    );
  });

  test('shows it in feeds', async () => {
    expect(await inFeed('1. [x] done\n2. [ ] open')).toBe(
      '<ol>\n<li><span>☑</span> done</li>\n<li><span>☐</span> open</li>\n</ol>',
    );
  });
});

test('one tilde is a subscript, two strike out', () => {
  expect(htmlOf(render('H~2~O and ~~gone~~, 5 ~ 6'))).toBe('<p>H<sub>2</sub>O and <del>gone</del>, 5 ~ 6</p>');
});

test('a reader can open details', () => {
  const tree = treeOf('<details>\n<summary>More</summary>\n\nText with [a link](/a/).\n\n</details>');
  expect(textOf(tree).replace(/\s+/gu, ' ').trim()).toBe('More Text with a link.');
  expect(htmlOf(render('<details open>\n<summary>More</summary>\n\nText.\n\n</details>'))).toBe(
    '<details open>\n<summary>More</summary>\n<p>Text.</p>\n</details>',
  );
});

import { contentsOf } from '#domain/stories/body';
import { openInPlace } from '#domain/text/footnotes';
import { describe, expect, it } from 'vitest';
import { htmlOf, render } from '../../markdown/rendering.ts';

describe('the list of parts', () => {
  const headings = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase(), level: 2 }));

  it('names the parts of a long text, and not what is within them', () => {
    expect(contentsOf([...headings.slice(0, 1), { id: 'x', text: 'X', level: 3 }, ...headings.slice(1)], 3)).toEqual([
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
      { id: 'c', text: 'C' },
    ]);
  });

  it('is empty for a short text and for one of few parts', () => {
    expect(contentsOf(headings, 2)).toEqual([]);
    expect(contentsOf(headings.slice(1), 9)).toEqual([]);
  });
});

describe('notes on a page', () => {
  const source =
    'One[^a], two[^b], and one again[^a].\n\n[^a]: First *note*, to its [source](https://example.com/).\n[^b]: Second.';
  const plain = htmlOf(render(source));
  const opened = openInPlace(plain);

  it('open by a button that names its note', () => {
    const buttons = [
      ...opened.matchAll(
        /<button type="button" popovertarget="([^"]+)" id="([^"]+)" data-footnote-ref aria-label="Note ([^"]+)">([^<]+)<\/button>/gu,
      ),
    ].map(([, ...parts]) => parts);
    expect(buttons).toEqual([
      ['fn-a', 'fnref-a', '1', '1'],
      ['fn-b', 'fnref-b', '2', '2'],
      ['fn-a', 'fnref-a-2', '1', '1'],
    ]);
    for (const [target] of buttons) expect(opened).toContain(`<li id="${target}" class="pop" popover>`);
  });

  it('keep the list and its ways back, and everything else as it was', () => {
    expect(opened).toContain('href="#fnref-a"');
    const undone = opened
      .replace(
        /<button type="button" popovertarget="([^"]+)" id="([^"]+)" data-footnote-ref aria-label="[^"]+">([^<]+)<\/button>/gu,
        '<a href="#$1" id="$2" data-footnote-ref="" aria-describedby="footnote-label">$3</a>',
      )
      .replaceAll(' class="pop" popover>', '>');
    expect(undone).toBe(plain);
  });
});

/**
 * Footnotes in their form for a page: the number is a button that opens the note in place, and the notes
 * still are as a list below the text. Needs no script: https://html.spec.whatwg.org/#the-popovertarget-attribute
 * @param html safe HTML of the Markdown renderer, in which a number links to its note
 */
export function openInPlace(html: string): string {
  return html
    .replace(
      /<a href="#(fn-[\w-]+)" id="(fnref-[\w-]+)" data-footnote-ref="" aria-describedby="footnote-label">([^<]*)<\/a>/gu,
      '<button type="button" popovertarget="$1" id="$2" data-footnote-ref aria-label="Note $3">$3</button>',
    )
    .replace(/<li id="(fn-[\w-]+)">/gu, '<li id="$1" class="pop" popover>');
}

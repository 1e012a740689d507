import { element } from '../dom.ts';
import { subjectOf } from './words.ts';

/** The line below the field that says the state of the search; screen readers hear it. */
export class StatusLine {
  readonly root = element('p', { class: 'status', role: 'status' });

  /**
   * Says the state of things, once.
   * @param briefly true for words that others follow soon, which are read and not spoken
   */
  say(words: (Node | string)[], briefly = false): void {
    this.root.setAttribute('aria-busy', String(briefly));
    const next = element('p', {}, ...words);
    if (next.textContent !== this.root.textContent) this.root.replaceChildren(...next.childNodes);
  }

  /** Before a search. */
  sayStart(): void {
    this.say(['Write a word, or choose a filter. ', link('The archive', '/archive/'), ' lists every story by month.']);
  }

  /** After a search that found nothing. */
  sayNothing(term: string, isFiltered: boolean): void {
    this.say([
      `Nothing found${subjectOf(term)}. Check the spelling, use fewer words${isFiltered ? ', take a filter away' : ''}, or look into `,
      link('the list of models', '/models/'),
      ', ',
      link('the leaderboards', '/leaderboards/'),
      ' or ',
      link('the archive', '/archive/'),
      '.',
    ]);
  }

  /** What is wrong with the search, and what works without it. */
  sayFault(words: string): void {
    this.say([
      `${words} `,
      link('The archive', '/archive/'),
      ' and ',
      link('the list of models', '/models/'),
      ' work without it.',
    ]);
  }
}

const link = (text: string, href: string): HTMLAnchorElement => element('a', { href }, text);

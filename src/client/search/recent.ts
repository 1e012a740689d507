import { element } from '../dom.ts';
import { forgetSearches, recentSearches } from './recent-searches.ts';

/** Earlier searches of this browser, shown while there is no query. */
export class RecentList {
  readonly root = element('div', { class: 'recent' });
  readonly #again: (term: string) => void;
  readonly #onForget: () => void;

  /**
   * @param again called with a term that is chosen
   * @param onForget called when the list that had the focus is gone
   */
  constructor(again: (term: string) => void, onForget: () => void) {
    this.#again = again;
    this.#onForget = onForget;
  }

  show(visible: boolean): void {
    const terms = visible ? recentSearches() : [];
    if (terms.length === 0) {
      this.root.replaceChildren();
      return;
    }
    const chips = terms.map((term) => {
      const button = element('button', { type: 'button', class: 'chip' }, term);
      button.addEventListener('click', () => this.#again(term));
      return button;
    });
    const forget = element('button', { type: 'button', class: 'button-plain small' }, 'Forget these');
    forget.addEventListener('click', () => {
      forgetSearches();
      this.#onForget();
      this.show(true);
    });
    this.root.replaceChildren(
      element('p', { class: 'small' }, 'Your last searches, kept in this browser only'),
      ...chips,
      forget,
    );
  }
}

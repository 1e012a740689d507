import { element } from '../dom.ts';
import type { FilterCounts } from './pagefind.ts';
import { filterNames, withFilter, type Query } from './query.ts';
import { numberText } from './words.ts';

/** Filters with few values are chips; the others are lists, which become chips when chosen. */
const chipped = new Set(['kind', 'category', 'year']);

/** The filters and the order, below a line that opens them. */
export class SearchFilters {
  readonly #summary = element('summary', {}, 'Filters and order');
  readonly #filters = element('div', { class: 'filters' });
  readonly root = element('details', { class: 'narrowing' }, this.#summary, this.#filters);
  readonly #onChange: (changed: Partial<Query>) => void;

  /** @param open true shows the filters at once; false leaves the room to the results */
  constructor(open: boolean, onChange: (changed: Partial<Query>) => void) {
    this.root.open = open;
    this.#onChange = onChange;
  }

  /** Takes filters that never came out of the page. */
  hideWhenEmpty(): void {
    this.root.hidden = this.#filters.childElementCount === 0;
  }

  /** Shows what results can be narrowed to; the focus stays on the same filter. */
  show(counts: FilterCounts, query: Query): void {
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && this.#filters.contains(active) ? active.dataset['key'] : undefined;
    const sort = this.#select(
      'sort',
      'Order',
      [
        ['relevance', 'Best first'],
        ['date', 'Newest first'],
      ],
      query,
    );
    this.#filters.replaceChildren(
      ...Object.keys(filterNames).flatMap((name) => this.#control(name, counts[name] ?? {}, query)),
      sort,
    );
    this.root.hidden = false;
    const chosen = Object.keys(query.filters).length;
    this.#summary.replaceChildren(`Filters and order${chosen > 0 ? ` (${chosen} chosen)` : ''}`);
    if (focused !== undefined)
      [...this.#filters.querySelectorAll<HTMLElement>('[data-key]')]
        .find(({ dataset }) => dataset['key'] === focused)
        ?.focus();
  }

  /** The control of one filter; none when it has no values. */
  #control(name: string, counts: Record<string, number>, query: Query): HTMLElement[] {
    const [label = '', chosen] = [filterNames[name], query.filters[name]];
    const values = Object.entries(counts).filter(([value, count]) => count > 0 || value === chosen);
    if (values.length === 0) return [];
    const newestFirst = name === 'year' ? -1 : 1;
    values.sort(([a], [b]) => (a < b ? -newestFirst : newestFirst));
    if (chipped.has(name)) {
      const chips = values.map(([value, count]) =>
        this.#chip(name, value, `${value} (${numberText(count)})`, query, value === chosen),
      );
      return [element('div', { class: 'chips', role: 'group', 'aria-label': label }, ...chips)];
    }
    if (chosen !== undefined) return [this.#chip(name, chosen, `${label}: ${chosen}`, query, true)];
    const options = values.map(([value, count]): [string, string] => [value, `${value} (${numberText(count)})`]);
    return [this.#select(name, label, [['', `${label}: all`], ...options], query)];
  }

  /** A value that is chosen by one press and given up by another. */
  #chip(name: string, value: string, text: string, { filters }: Query, chosen: boolean): HTMLButtonElement {
    const chip = element(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(chosen),
        'data-key': chipped.has(name) ? `${name} ${value}` : name,
      },
      text,
    );
    chip.addEventListener('click', () => this.#onChange({ filters: withFilter(filters, name, chosen ? '' : value) }));
    return chip;
  }

  #select(name: string, label: string, options: [string, string][], query: Query): HTMLSelectElement {
    const chosen = name === 'sort' ? query.sort : '';
    const select = element(
      'select',
      { name, 'aria-label': label, 'data-key': name },
      ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, text)),
    );
    select.addEventListener('change', () =>
      this.#onChange(
        name === 'sort' ? { sort: select.value } : { filters: withFilter(query.filters, name, select.value) },
      ),
    );
    return select;
  }
}

import {
  isListed,
  listingChoiceOf,
  listingParamsOf,
  sortedListing,
  type ListedModel,
} from '../../domain/models/listing.ts';

/** A row with what it is filtered by. */
type Row = ListedModel & { row: HTMLElement };

/**
 * Filters and sorts the list of models in the page; the address holds the choice. Without script the page shows all models,
 * and links lead to pages of some of them.
 */
export function filterModels(form: HTMLFormElement): void {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-model-list] > section')].map((section) => ({
    section,
    list: section.querySelector('ul'),
    heading: section.querySelector('[data-heading]'),
    title: section.querySelector('[data-heading]')?.textContent ?? '',
    rows: rowsOf(section),
  }));
  const all = sections.flatMap(({ rows }) => rows);
  const status = form.querySelector('[data-model-status]');
  const empty = document.querySelector<HTMLElement>('[data-model-empty]');

  const show = (params: URLSearchParams): void => {
    const choice = listingChoiceOf(params);
    const { sort } = choice;
    const shown = new Set(all.filter((model) => isListed(model, choice)));
    for (const model of all) model.row.hidden = !shown.has(model);
    sections.forEach(({ section, list, heading, title, rows }, index) => {
      // In another order than that of ranks, all models are one list.
      const own = sort ? (index === 0 ? sortedListing(all, choice) : []) : rows;
      list?.append(...own.map(({ row }) => row));
      if (heading) heading.textContent = sort ? `By ${sort.label.toLowerCase()}` : title;
      section.hidden = !own.some((model) => shown.has(model));
    });
    if (empty) empty.hidden = shown.size > 0;
    if (status)
      status.textContent = shown.size === all.length ? `${all.length} models` : `${shown.size} of ${all.length} models`;
  };

  /** Puts a choice into the fields. */
  const fill = (params: URLSearchParams): void => {
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement && field.type === 'checkbox')
        field.checked = params.get(field.name) === 'yes';
      else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = params.get(field.name) ?? '';
    }
  };

  const update = (params: URLSearchParams): void => {
    show(params);
    const query = params.toString();
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  };

  form.addEventListener('input', () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.set(name, value);
    update(listingParamsOf(listingChoiceOf(fields)));
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    fill(new URLSearchParams());
    update(new URLSearchParams());
  });
  const more = form.querySelector<HTMLButtonElement>('[data-model-more]');
  const openMore = (isOpen: boolean): void => {
    form.toggleAttribute('data-open', isOpen);
    more?.setAttribute('aria-expanded', String(isOpen));
  };
  more?.addEventListener('click', () => openMore(!form.hasAttribute('data-open')));
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const control of form.querySelectorAll<HTMLFieldSetElement | HTMLButtonElement>('fieldset, button'))
    control.disabled = false;
  // What makes no sense in an address does not get into the fields.
  const linked = listingParamsOf(listingChoiceOf(new URLSearchParams(location.search)));
  fill(linked);
  if (linked.size === 0) return;
  show(linked);
  openMore(['ranks', 'sort', 'price', 'seconds'].some((name) => linked.has(name)));
}

const rowsOf = (section: HTMLElement): Row[] =>
  [...section.querySelectorAll<HTMLElement>('[data-model]')].map((row) => ({
    ...(JSON.parse(row.dataset['model'] ?? '') as ListedModel),
    row,
  }));

import { comparisonSize, type ComparedModel } from '../../domain/models/compare.ts';
import { findModels } from '../../domain/models/lookup.ts';
import { element } from '../dom.ts';

/** Names that are offered at once. */
const offered = 8;

/**
 * A combobox with a list that opens as a reader types, and a button for each chosen model that takes it away again.
 * @param models in the order in which they are offered
 * @param onChange is called with the ids of all chosen models
 * @returns sets the chosen models without a call of `onChange`
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function pickModels(
  form: HTMLFormElement,
  models: readonly ComparedModel[],
  onChange: (ids: string[], said: string) => void,
): (ids: readonly string[]) => void {
  const input = form.querySelector<HTMLInputElement>('[role="combobox"]');
  const list = form.querySelector<HTMLElement>('[role="listbox"]');
  const chips = form.querySelector<HTMLElement>('[data-chosen]');
  if (!input || !list || !chips) return () => undefined;
  let chosen: ComparedModel[] = [];
  let options: ComparedModel[] = [];
  let active = 0;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const highlight = (index: number): void => {
    active = index;
    [...list.children].forEach((option, number) => {
      option.setAttribute('aria-selected', String(number === index));
      if (number === index) option.scrollIntoView({ block: 'nearest' });
    });
    input.setAttribute('aria-activedescendant', `_pick-${index}`);
  };

  const open = (): void => {
    options = findModels(
      models.filter((model) => !chosen.includes(model)),
      input.value,
      offered,
    );
    if (options.length === 0) {
      close();
      return;
    }
    list.replaceChildren(
      ...options.map(({ name, maker = '' }, index) => {
        const option = element(
          'li',
          { role: 'option', id: `_pick-${index}` },
          element('span', {}, name),
          element('span', { class: 'small' }, maker),
        );
        // Before the input loses the focus, which closes the list.
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => add(index));
        return option;
      }),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    highlight(0);
  };

  const draw = (): void => {
    chips.replaceChildren(
      ...chosen.map((model) => {
        const button = element(
          'button',
          { type: 'button', 'aria-label': `Remove ${model.name}` },
          model.name,
          element('span', {}, '×'),
        );
        button.addEventListener('click', () => remove(model));
        return element('li', {}, button);
      }),
    );
    input.disabled = chosen.length >= comparisonSize.most;
  };

  const change = (next: ComparedModel[], said: string): void => {
    chosen = next;
    draw();
    onChange(
      chosen.map(({ id }) => id),
      said,
    );
  };

  const add = (index: number): void => {
    const model = options[index];
    if (!model) return;
    input.value = '';
    close();
    change([...chosen, model], `${model.name} added.`);
    if (input.disabled) chips.querySelector<HTMLElement>('li:last-child button')?.focus();
    else input.focus();
  };

  const remove = (model: ComparedModel): void => {
    change(
      chosen.filter((other) => other !== model),
      `${model.name} removed.`,
    );
    input.focus();
  };

  input.addEventListener('input', open);
  input.addEventListener('click', open);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen) highlight((active + step + options.length) % options.length);
      else open();
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isOpen) add(active);
    }
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  draw();
  return (ids) => {
    chosen = ids.flatMap((id) => models.find((model) => model.id === id) ?? []).slice(0, comparisonSize.most);
    draw();
  };
}

import { choiceOf, isChosen, paramsOf, type ChoosableModel } from '../domain/ranking/consensus/choice.ts';
import { decodeVerdicts, placeCompared } from '../domain/ranking/consensus/consensus.ts';

/** What the page knows of all placed models. */
interface RankingData {
  publishers: string[];
  /** Of each publisher, as text. */
  verdicts: string[][];
  models: (ChoosableModel & { id: string })[];
}

/**
 * Ranks the models again for the choice of a reader, by the rules of the build; the address holds the choice.
 * Without script the page shows its preset, and the others are links.
 */
export function rankForReader(form: HTMLFormElement): void {
  const { publishers, verdicts, models } = JSON.parse(form.dataset['yourRanking'] ?? '') as RankingData;
  const voices = publishers.map((publisher, index) => ({ publisher, verdicts: decodeVerdicts(verdicts[index] ?? []) }));
  const rows = new Map(
    [...document.querySelectorAll<HTMLTableRowElement>('[data-ranking-table] tr[data-model]')].map((row) => [
      row.dataset['model'] ?? '',
      row,
    ]),
  );
  const status = document.querySelector('[data-ranking-status]');

  const show = (params: URLSearchParams): void => {
    const choice = choiceOf(params, publishers);
    const placed = placeCompared(
      models.map(({ id }) => id),
      voices,
      publishers.map((publisher) => choice.weights[publisher] ?? 1),
    );
    const chosen = new Set(models.filter((model) => isChosen(model, choice)).map(({ id }) => id));
    const ranks = new Map(placed.map(({ model, rank }) => [model, String(rank)]));
    // What the publishers with a weight hardly compare has no place, and comes last.
    for (const id of new Set([...ranks.keys(), ...models.map((model) => model.id)])) {
      const row = rows.get(id);
      if (!row) continue;
      row.hidden = !chosen.has(id);
      if (row.cells[0]) row.cells[0].textContent = ranks.get(id) ?? '–';
      row.parentElement?.append(row);
    }
    if (status) status.textContent = `${chosen.size} of ${models.length} models.`;
  };

  /** Puts a choice into the fields. */
  const fill = (params: URLSearchParams): void => {
    for (const field of form.elements) {
      if (!(field instanceof HTMLInputElement)) continue;
      if (field.type === 'checkbox') field.checked = params.get(field.name) === 'yes';
      else field.value = params.get(field.name) ?? (field.type === 'range' ? '1' : '');
      const output = form.querySelector<HTMLOutputElement>(`output[for="${field.id}"]`);
      if (output) output.value = field.value;
    }
  };

  const readFields = (): URLSearchParams => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.set(name, value);
    return paramsOf(choiceOf(fields, publishers), publishers);
  };

  /** What makes no sense in an address does not get into the fields. */
  const update = (params: URLSearchParams): void => {
    fill(paramsOf(choiceOf(params, publishers), publishers));
    show(params);
  };

  form.addEventListener('input', () => {
    const params = readFields();
    for (const output of form.querySelectorAll('output'))
      output.value = output.parentElement?.querySelector('input')?.value ?? '';
    show(params);
    const query = params.toString();
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    update(new URLSearchParams());
    history.replaceState(null, '', location.pathname);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const control of form.querySelectorAll<HTMLFieldSetElement | HTMLButtonElement>('fieldset, button'))
    control.disabled = false;
  const linked = new URLSearchParams(location.search);
  if (linked.size > 0) update(linked);
  else fill(new URLSearchParams(form.dataset['choice']));
}

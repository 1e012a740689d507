import { compareModels, comparisonSize, type CompareData } from '../../domain/models/compare.ts';
import { pickPath } from '../../domain/site/addresses.ts';
import { comparisonElement } from './comparison.ts';
import { pickModels } from './model-picker.ts';

/** Milliseconds after which the page says that the models are late. */
const late = 2000;

/** Compares any two to four models; the address holds them: `/compare/?models=kling-2-6,veo-3-1`. */
export async function compareInPage(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector('[data-compare-status]');
  const result = document.querySelector('[data-compare-result]');
  if (!status || !result) return;
  const seen = (): void => document.querySelector('[data-often]')?.setAttribute('data-ready', '');
  const timer = setTimeout(() => {
    status.textContent = 'The models are late. The comparisons below are there already.';
    seen();
  }, late);
  let data: CompareData;
  try {
    const answer = await fetch(form.dataset['compare'] ?? '');
    if (!answer.ok) throw new Error(String(answer.status));
    data = (await answer.json()) as CompareData;
  } catch {
    status.textContent = 'The models could not be loaded. Load the page again, or choose one of the comparisons below.';
    seen();
    return;
  } finally {
    clearTimeout(timer);
  }

  const show = (ids: readonly string[], said = ''): void => {
    const comparison = compareModels(data, ids);
    const { length } = comparison.models;
    result.replaceChildren(...(length < comparisonSize.least ? [] : [comparisonElement(comparison)]));
    const next = [
      `Choose ${comparisonSize.least} to ${comparisonSize.most} models.`,
      'Choose at least one more.',
      'Add up to two more.',
      'Add one more, or remove one.',
      'Four are all that fit: remove one to add another.',
    ][length];
    status.textContent = `${said} ${next ?? ''}`.trim();
  };
  const set = pickModels(form, data.models, (ids, said) => {
    show(ids, said);
    history.replaceState(null, '', ids.length === 0 ? location.pathname : pickPath(ids));
  });
  // What is no model in the address is left out.
  const named = compareModels(data, (new URLSearchParams(location.search).get('models') ?? '').split(','));
  const ids = named.models.map(({ id }) => id);
  set(ids);
  show(ids);
  seen();
}

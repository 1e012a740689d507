import { pairChance } from '../domain/ranking/inference/pair-chance.ts';
import { percentText } from '../domain/text/numbers.ts';

/** Answers whether one model of a board is ahead of another, for any two; without script there is a table of the first ones. */
export function answerPairs(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-pair]');
  const [one, other] = [form?.elements.namedItem('one'), form?.elements.namedItem('other')];
  const output = form?.querySelector('output');
  if (!form || !output || !(one instanceof HTMLSelectElement) || !(other instanceof HTMLSelectElement)) return;
  const better = Number(form.dataset['pair']);
  const answer = (): void => {
    const [first, second] = [one, other].map((select) => one.options[select.selectedIndex]);
    if (!first || !second) return;
    const lead = better * (Number(first.dataset['score']) - Number(second.dataset['score']));
    const halves = [first, second].map(({ dataset }) => Number(dataset['half']));
    const chance = pairChance(lead, Math.hypot(...halves) / 1.96);
    const [ahead, behind] = chance < 0.5 ? [second, first] : [first, second];
    output.value =
      first === second
        ? 'Choose two different models.'
        : `${ahead.text} is ahead of ${behind.text}: ${percentText(Math.max(chance, 1 - chance))}.`;
  };
  form.addEventListener('change', answer);
  form.addEventListener('submit', (event) => event.preventDefault());
  one.disabled = false;
  other.disabled = false;
  answer();
}

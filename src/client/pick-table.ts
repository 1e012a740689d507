/** Ticks the models that the address names, as the search leads to them: `/compare/?models=kling-2-6,veo-3-1`. */
export function pickFromAddress(table: HTMLElement): void {
  const models = (new URLSearchParams(location.search).get('models') ?? '').split(',');
  const boxes = [...table.querySelectorAll<HTMLInputElement>('tbody input')].filter(({ name }) =>
    models.includes(name),
  );
  const only = table.querySelector<HTMLInputElement>('input[name="only"]');
  if (!only || boxes.length === 0) return;
  for (const box of [only, ...boxes]) box.checked = true;
}

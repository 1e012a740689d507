/**
 * Sorts and filters a board's table without reload. Each link leads to a page that shows the same,
 * so that everything works without script; the address names the last choice.
 */
export function enhanceBoardTable(): void {
  const table = document.querySelector<HTMLTableElement>('[data-board-table]');
  if (!table) return;
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-place]')];
  const homes = new Map(rows.map((row) => [row, row.parentElement]));
  // A page that shows some of the rows cannot show the others without asking for them.
  const isWhole = document.querySelector('[data-filter=""]')?.hasAttribute('aria-current') ?? true;
  for (const link of table.querySelectorAll<HTMLAnchorElement>('a[data-sort]')) {
    link.addEventListener('click', (event) => {
      if (!isPlain(event)) return;
      sortRows(event, table, homes, link);
      // Of some of the rows in another order there is no page: the address stays with the choice.
      if (isWhole) history.replaceState(null, '', link.href);
    });
  }
  if (!isWhole) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-filter]')) {
    link.addEventListener('click', (event) => {
      if (isPlain(event)) filterRows(event, table, rows, link);
    });
  }
}

/** False for clicks that open a new tab. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;

function sortRows(
  event: Event,
  table: HTMLTableElement,
  homes: ReadonlyMap<HTMLTableRowElement, HTMLElement | null>,
  link: HTMLAnchorElement,
): void {
  event.preventDefault();
  const id = link.dataset['sort'] ?? 'rank';
  const direction = link.dataset['direction'] ?? 'ascending';
  const sign = direction === 'ascending' ? 1 : -1;
  const valueOf = (row: HTMLTableRowElement): number | string | undefined =>
    (JSON.parse(row.dataset['sorts'] ?? '{}') as Record<string, number | string>)[id];
  const byRank = [...homes.keys()].sort((a, b) => Number(a.dataset['place']) - Number(b.dataset['place']));
  const sorted = byRank.sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
    return left === right ? 0 : (left < right ? -1 : 1) * sign;
  });
  // By rank, each row goes back among the neighbours whose scale it shares.
  for (const row of sorted) (id === 'rank' ? homes.get(row) : table.tBodies[0])?.append(row);
  table.toggleAttribute('data-reordered', id !== 'rank');
  for (const head of table.querySelectorAll('th[aria-sort]')) head.removeAttribute('aria-sort');
  link.closest('th')?.setAttribute('aria-sort', direction);
  announce(`Sorted by ${link.textContent.trim()}, ${direction}.`);
}

function filterRows(
  event: Event,
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  link: HTMLAnchorElement,
): void {
  event.preventDefault();
  const filter = link.dataset['filter'] ?? '';
  let shown = 0;
  for (const row of rows) {
    row.hidden = filter !== '' && !(row.dataset['filters'] ?? '').split(' ').includes(filter);
    if (!row.hidden) shown += 1;
  }
  for (const body of table.tBodies) body.hidden = !rows.some((row) => row.parentElement === body && !row.hidden);
  for (const other of document.querySelectorAll('a[data-filter]')) other.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'true');
  history.replaceState(null, '', link.href);
  announce(`${link.textContent.trim()}: ${shown} entries.`);
}

function announce(words: string): void {
  const status = document.querySelector('[data-board-status]');
  if (status) status.textContent = words;
}

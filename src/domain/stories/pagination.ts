/** One page of a longer list. */
export interface ListPage<Item> {
  items: Item[];
  /** From 1. */
  number: number;
  /** How many pages there are. */
  last: number;
}

/**
 * Cuts a list into pages; an empty list is one empty page.
 * @param size items on a page
 */
export function paginate<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
  }));
}

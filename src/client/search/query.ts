/** A query with its filters and order. */
export interface Query {
  term: string;
  /** `relevance` or `date`. */
  sort: string;
  /** Chosen value of each filter. */
  filters: Record<string, string>;
}

/** Filters by their names in addresses, with what readers see. */
export const filterNames: Readonly<Record<string, string>> = {
  kind: 'Kind',
  category: 'Category',
  year: 'Year',
  model: 'Model',
  provider: 'Provider',
};

/** The query in the address of the search page. */
export function fromAddress(parameters: URLSearchParams): Query {
  const filters = Object.fromEntries(
    Object.keys(filterNames).flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name) ?? '']] : [])),
  );
  return { term: parameters.get('q') ?? '', sort: parameters.get('sort') ?? 'relevance', filters };
}

/** The address of the search page with a query in it. */
export function addressOf({ term, sort, filters }: Query): string {
  const parameters = new URLSearchParams({ ...(term && { q: term }), ...(sort === 'date' && { sort }), ...filters });
  return `/search/${parameters.size > 0 ? `?${parameters.toString()}` : ''}`;
}

/** Filters with another value of one; an empty value gives the filter up. */
export function withFilter(filters: Record<string, string>, name: string, value: string): Record<string, string> {
  const { [name]: _dropped, ...others } = filters;
  return value === '' ? others : { ...others, [name]: value };
}

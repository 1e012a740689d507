const key = 'searches';
const most = 5;

/** What was searched for last, newest first; kept in this browser and sent nowhere. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((term) => typeof term === 'string').slice(0, most) : [];
  } catch {
    // Storage is refused in some private windows, and what is there may be anything.
    return [];
  }
}

/** Puts a search in front of the others. */
export function rememberSearch(term: string): void {
  const words = term.trim();
  if (words === '') return;
  store([words, ...recentSearches().filter((other) => other.toLowerCase() !== words.toLowerCase())].slice(0, most));
}

export function forgetSearches(): void {
  store([]);
}

function store(terms: readonly string[]): void {
  try {
    if (terms.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(terms));
  } catch {
    // Refused: the search works without a memory.
  }
}

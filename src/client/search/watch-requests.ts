/** Requests for files of the search that failed since the page was opened; undefined until somebody watches. */
let failed: number | undefined;

/**
 * Counts requests for files of the search that fail. Pagefind drops a part of its index that cannot be loaded and finds less,
 * without an error for the page: https://github.com/Pagefind/pagefind/pull/1329
 * @returns gives the number of failures so far: no answer, an error status, or a page in place of a file
 */
export function watchSearchRequests(): () => number {
  if (failed === undefined) watch();
  return () => failed ?? 0;
}

function watch(): void {
  failed = 0;
  const request = globalThis.fetch;
  globalThis.fetch = async (...parameters) => {
    const [input] = parameters;
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    const answer = await request(...parameters).catch((error: unknown) => error as Error);
    const isFailure =
      answer instanceof Error || !answer.ok || answer.headers.get('content-type')?.startsWith('text/html');
    if (isFailure && pathname.startsWith('/pagefind/')) failed = (failed ?? 0) + 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

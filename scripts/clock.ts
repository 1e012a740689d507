/** Days that may pass between two builds before a clock is doubted. */
const longest = 400;

/**
 * Why the time of a build cannot be right; undefined when it may be. A clock that was set back would take published
 * stories away, one that was set ahead would publish embargoed ones.
 * @param now the moment of the build
 * @param last the moment of the last build, as ISO 8601
 */
export function clockFault(now: Date, last: string): string | undefined {
  const days = (now.getTime() - Date.parse(last)) / 86_400_000;
  if (days < 0) return `The clock says ${now.toISOString()}, and the last site was built at ${last}: the clock went back.`;
  return days > longest && !isUnknown(last) ? `The clock says ${now.toISOString()}, ${Math.floor(days)} days after the last build.` : undefined;
}

/** A site without a record. */
const isUnknown = (last: string): boolean => Date.parse(last) === 0;

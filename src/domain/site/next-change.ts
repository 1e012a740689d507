/** A moment at which the site changes by itself, and why. */
export interface DueMoment {
  /** Undefined when there is none of the kind. */
  at: Date | undefined;
  why: string;
}

/** What `/next-change.json` says: the next moment at which the site must be built again without a commit. */
export interface NextChange {
  /** In UTC; null when nothing is due. */
  at: string | null;
  why: string;
}

/** The earliest of the moments that are ahead. */
export function nextChange(moments: readonly DueMoment[], now: Date): NextChange {
  let next: { at: Date; why: string } | undefined;
  for (const { at, why } of moments) {
    if (at !== undefined && at > now && (next === undefined || at < next.at)) next = { at, why };
  }
  return next ? { at: next.at.toISOString(), why: next.why } : { at: null, why: 'Nothing is due.' };
}

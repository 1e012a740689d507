/** What decides whether readers may see a story yet. */
export interface Embargoed {
  draft: boolean;
  /** Moment with its time zone. */
  publishAt?: string | undefined;
}

/** True for a draft, and for a story whose embargo has not ended. */
export function isHidden({ draft, publishAt }: Embargoed, now: Date): boolean {
  return draft || (publishAt !== undefined && Date.parse(publishAt) > now.getTime());
}

/** What decides whether readers may see a story yet. */
export interface Embargoed {
  draft: boolean;
  /** Moment with its time zone. */
  publishAt?: string | undefined;
}

/** The moment ahead at which a story appears by itself; undefined for a draft, and where no embargo is ahead. */
export function embargoEnd({ draft, publishAt }: Embargoed, now: Date): Date | undefined {
  if (draft || publishAt === undefined) return undefined;
  const end = new Date(publishAt);
  return end > now ? end : undefined;
}

/** True for a draft, and for a story whose embargo has not ended. */
export const isHidden = (story: Embargoed, now: Date): boolean => story.draft || embargoEnd(story, now) !== undefined;

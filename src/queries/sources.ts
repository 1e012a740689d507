import { toDay } from '#domain/text/dates';
import type { Source } from '#domain/stories/story';

/** A source as content files write it. */
interface WrittenSource {
  title: string;
  publisher: string;
  url?: string | undefined;
  published?: string | undefined;
  note?: string | undefined;
  read: 'direct' | 'quoted';
  via?: string | undefined;
}

/** A source in words. */
export function toSource({ title, publisher, url, published, note, read, via }: WrittenSource): Source {
  return { title, publisher, url, published: published === undefined ? undefined : toDay(published), note, read, via };
}

import type { Collections, DataOf } from '#loading/content';
import { articlePath, reviewPath } from '#domain/site/addresses';

/** A story of the content, with the address that its page has. */
export interface StoryAt {
  path: string;
  data: DataOf<'articles' | 'reviews'>;
}

/** Articles and reviews. */
export const storiesOf = ({ articles, reviews }: Collections): StoryAt[] => [
  ...articles.map(({ id, data }) => ({ path: articlePath(id), data })),
  ...reviews.map(({ id, data }) => ({ path: reviewPath(id), data })),
];

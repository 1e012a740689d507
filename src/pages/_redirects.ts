import type { APIRoute } from 'astro';
import { startPage } from '#queries/page';
import { redirectLines } from '#queries/site/redirects';

/** `/_redirects`; the build adds this route, since Astro ignores files that start with an underscore. */
export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return new Response(
    redirectLines(catalogue)
      .map((line) => `${line}\n`)
      .join(''),
  );
};

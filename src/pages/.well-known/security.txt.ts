import type { APIRoute } from 'astro';
import { securityTxt } from '#domain/site/security-txt';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { catalogue, frame } = await startPage();
  const { contacts, policies, site } = frame;
  return new Response(
    securityTxt(
      { email: contacts.general, policy: policies.security, language: site.language },
      site.url,
      catalogue.now,
    ),
  );
};

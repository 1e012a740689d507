import { z } from 'zod';
import { email, line, paragraph, path, webAddress } from './text.ts';

/** A page of this site, or a part of one. */
const policy = z
  .string()
  .regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/u, 'is not a page of this site')
  .describe('Write the path of a page of this site, for example /ethics/ or /ownership/#masthead.');

/** Whether crawlers of one kind may read the site. */
const crawling = z.enum(['allow', 'refuse']).describe('Write allow or refuse.');

/** The first rows of a board. */
const boardExcerpt = z
  .strictObject({
    board: line.describe('Write the name of a folder in content/leaderboards.'),
    limit: z.int().min(1).max(12).describe('Write how many rows are shown, 1 to 12.'),
  })
  .describe('Write {board, limit}.');

const link = z.strictObject({ label: line.describe('Write the words of the link.'), path });

/** Everything that is said of the site as a whole: `content/site.yaml`. */
export const site = z
  .strictObject({
    name: line.describe('Write the name of the site.'),
    /** Where the site lives, without a slash at its end. */
    url: webAddress
      .refine((url) => !url.endsWith('/'), 'ends with a slash: leave it out')
      .describe('Write the address of the site, for example https://megaton.ai.'),
    language: z
      .string()
      .regex(/^[a-z]{2}(?:-[A-Z]{2})?$/u, 'is not a language tag')
      .describe('Write a language tag, for example en-GB.'),
    tagline: line.describe('Write what the site is, in a few words.'),
    /** The line in the footer. */
    mission: line.describe('Write the mission line.'),
    /** The description of the home page. */
    description: paragraph.describe('Write one or two sentences.'),
    /** Board shown in the strip under the masthead. */
    strip: boardExcerpt,
    /** Board shown in the panel on the home page. */
    panel: boardExcerpt,
    contacts: z.strictObject({ general: email, media: email, sponsorships: email }),
    /** Postal address, a line each. */
    address: z.array(line).min(1),
    menus: z.strictObject({
      /** Menus of the masthead; a menu with `links` opens. */
      main: z.array(
        z.strictObject({
          ...link.shape,
          links: z
            .union([z.array(link), z.literal('boards')])
            .describe('Write a list of {label, path}, or boards for all leaderboards.')
            .optional(),
        }),
      ),
      /** Columns of the footer. */
      footer: z.array(
        z.strictObject({ label: line.describe('Write the heading of the column.'), links: z.array(link) }),
      ),
    }),
    newsletter: z.strictObject({
      /** Address that takes a form post with the field `email`; empty means none. */
      action: z.union([z.literal(''), webAddress]).describe('Write the address that takes the form, or "" for none.'),
      title: line.describe('Write the heading of the box.'),
      text: line.describe('Write in one line what the newsletter holds.'),
      /** What the service that mails the newsletter replaces with the address for unsubscribing, as `{{ unsubscribe_url }}`. */
      unsubscribe: line
        .describe('Write the placeholder of the service for the address for leaving, or leave it out.')
        .optional(),
    }),
    copyright: z.strictObject({
      holder: line.describe('Write who holds the rights.'),
      since: z.int().describe('Write the first year, for example 2026.'),
    }),
    /** Licence of the texts and pictures. */
    contentLicence: line.describe('Write in one line what others may do with texts and pictures.'),
    /** Licence of the data of trackers, which anybody can download. */
    dataLicence: z
      .strictObject({
        name: line.describe('Write the name of the licence, for example CC BY 4.0.'),
        url: webAddress,
        credit: line.describe('Write how to name the source.'),
      })
      .optional(),
    /** Pages on how the newsroom works; search engines and security researchers are pointed to them. */
    policies: z
      .strictObject({ corrections: policy, ethics: policy, ownership: policy, masthead: policy, security: policy })
      .describe('Write {corrections, ethics, ownership, masthead, security}.'),
    /** What robots.txt says to the crawlers of AI companies. */
    aiCrawlers: z
      .strictObject({
        /** Crawlers that collect texts to train models with. */
        training: crawling,
        /** Crawlers that look a page up to answer a question and name it. */
        answers: crawling,
      })
      .describe('Write {training, answers}.'),
    /** Where the files of the site are at GitHub: pages then have links to edit them and to report a mistake. */
    repository: z
      .strictObject({
        url: z
          .string()
          .regex(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+$/u, 'is not the address of a repository at GitHub')
          .describe('Write the address of the repository, for example https://github.com/owner/name.'),
        branch: z
          .string()
          .regex(/^[\w.-]+(?:\/[\w.-]+)*$/u, 'is not the name of a branch')
          .describe('Write the branch from which the site is published, for example main.'),
      })
      .describe('Write {url, branch}, or leave it out.')
      .optional(),
    /** Whether writers find an editor at /admin/, which opens pull requests in `repository`. */
    admin: z.boolean().describe('Write true or false; true needs `repository`.').default(false),
    /** The service that signs writers in with their account at GitHub; left out for that of Netlify. */
    signIn: webAddress.describe('Write the address of a service that signs writers in, or leave it out.').optional(),
    /** Whether browsers keep the pages that a reader has opened; false also removes what they kept. */
    offline: z.boolean().describe('Write true or false.'),
    /** The hub that notifies subscribers of feeds at once; left out when there is none. */
    webSubHub: webAddress.describe('Write the address of a WebSub hub, or leave it out.').optional(),
  })
  .refine(({ admin, repository }) => !admin || repository !== undefined, {
    path: ['admin'],
    error: 'needs `repository`, where pull requests go',
  });

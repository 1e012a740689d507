import { absolute } from '#domain/site/addresses';
import { counted } from '#domain/text/numbers';
import type { NewsletterIssue, IssueBoard, IssueStory } from '#domain/stories/newsletter-issue';
import mjml2html from 'mjml';

/** What a mail says of its sender. */
export interface Sender {
  name: string;
  /** The site's own address, without a slash at its end. */
  url: string;
  language: string;
  address: readonly string[];
  /** Where readers write to. */
  email: string;
  /** Placeholder of the service for the address for leaving. */
  unsubscribe?: string | undefined;
}

/** Bytes above which mail programs cut a mail off. */
export const mostBytes = 100_000;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const link = (label: string, address: string): string =>
  `<a class="plain" href="${escape(address)}">${escape(label)}</a>`;

/**
 * A newsletter issue as HTML for mail programs: tables, inlined styles, dark where the reader's program is dark.
 * @param picture full address of the lead story's picture
 * @throws Error when the layout is not valid, or the mail is too long to arrive whole
 */
export async function issueHtml(issue: NewsletterIssue, sender: Sender, picture: string | undefined): Promise<string> {
  const { html, errors } = await mjml2html(layout(issue, sender, picture), { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const bytes = Buffer.byteLength(html);
  if (bytes > mostBytes)
    throw new Error(
      `The mail has ${bytes} bytes; mail programs cut off what is longer than ${mostBytes}. Choose a later day for --since.`,
    );
  return html;
}

function layout(issue: NewsletterIssue, sender: Sender, picture: string | undefined): string {
  const { subject, intro, date, since, stories, more, boards, corrections, path } = issue;
  const [lead, ...others] = stories;
  const web = absolute(path, sender.url);
  return `<mjml lang="${sender.language}" dir="ltr">
  <mj-head>
    <mj-title>${escape(subject)}</mj-title>
    <mj-preview>${escape(lead?.dek ?? intro ?? subject)}</mj-preview>
    <mj-attributes>
      <mj-all font-family="Georgia, 'Times New Roman', serif" color="#15120f" />
      <mj-text font-size="17px" line-height="1.5" padding="8px 24px" />
      <mj-section padding="8px 0" background-color="#fbfaf6" />
      <mj-class name="small" font-size="14px" font-family="Arial, Helvetica, sans-serif" color="#5c554c" css-class="soft" />
      <mj-class name="title" font-size="15px" font-family="Arial, Helvetica, sans-serif" font-weight="700" css-class="plain" />
    </mj-attributes>
    <mj-raw>
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
    </mj-raw>
    <mj-style inline="inline">a { color: #15120f; } h1, h2 { margin: 0; font-family: 'Arial Narrow', Arial, Helvetica, sans-serif; line-height: 1.1; } h1 a, h2 a { text-decoration: none; } h1 { font-size: 34px; } h2 { font-size: 22px; } table.ranks td, table.ranks th { padding: 6px 8px 6px 0; border-top: 1px solid #d8d2c8; text-align: left; font-size: 14px; } table.ranks .place { white-space: nowrap; }</mj-style>
    <mj-style>:root { color-scheme: light dark; } @media (prefers-color-scheme: dark) { body, .paper, .paper > table, .paper td { border-top-color: #efe7d8 !important; background-color: #14110e !important; } .plain, .plain *, .plain a, a.plain, .paper h1, .paper h2, .paper td, .paper th { color: #efe7d8 !important; } .soft, .soft *, .soft a { color: #b3a99a !important; } table.ranks td, table.ranks th { border-top-color: #3a342d !important; } }</mj-style>
  </mj-head>
  <mj-body background-color="#fbfaf6" width="600px" css-class="paper">
    <mj-section css-class="paper" border-bottom="3px solid #e8431f">
      <mj-column>
        <mj-text mj-class="title" font-size="26px" font-weight="900" letter-spacing="-1px" text-transform="uppercase">${link(sender.name, absolute('/', sender.url))}</mj-text>
        <mj-text mj-class="small">The newsletter of ${date.text}: what was published since ${since.text}. ${link('Read it on the web', web)}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section css-class="paper">
      <mj-column>
        ${intro === undefined ? '' : `<mj-text css-class="plain">${escape(intro)}</mj-text>`}
        ${lead ? leadOf(lead, sender.url, picture) : '<mj-text css-class="plain">No story came out in this time.</mj-text>'}
        ${others.map((story) => storyOf(story, sender.url)).join('\n')}
        ${more.stories > 0 ? paragraph(`And ${counted(more.stories, 'more story', 'more stories')} in ${link('the archive', absolute('/archive/', sender.url))}.`) : ''}
      </mj-column>
    </mj-section>
    ${boards.map((board) => boardOf(board, sender.url)).join('\n')}
    ${more.boards > 0 ? section('Leaderboards', paragraph(`And ${counted(more.boards, 'more edition')} on ${link('the leaderboards', absolute('/leaderboards/', sender.url))}.`)) : ''}
    ${corrections.length === 0 ? '' : section('Corrections', [...corrections.map(({ date: day, text, story }) => paragraph(`${day.text}, ${link(story.label, absolute(story.path, sender.url))}: ${escape(text)}`)), ...(more.corrections > 0 ? [paragraph(`And ${counted(more.corrections, 'more correction')}, each with its story.`)] : [])].join('\n'))}
    <mj-section css-class="paper" border-top="3px solid #15120f">
      <mj-column>
        <mj-text mj-class="small">${[...sender.address, ''].map(escape).join('<br />')}${leaving(sender)}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}

const paragraph = (html: string): string => `<mj-text css-class="plain">${html}</mj-text>`;

function leadOf(story: IssueStory, site: string, picture: string | undefined): string {
  const address = escape(absolute(story.path, site));
  const image =
    picture === undefined
      ? ''
      : `<mj-image padding="8px 24px" alt="${escape(story.title)}" href="${address}" src="${escape(picture)}" width="552px" />`;
  return `${image}
        <mj-text css-class="plain"><h1>${link(story.title, absolute(story.path, site))}</h1></mj-text>
        ${dekOf(story)}`;
}

const storyOf = (
  story: IssueStory,
  site: string,
): string => `<mj-text css-class="plain" padding-top="20px"><h2>${link(story.title, absolute(story.path, site))}</h2></mj-text>
        ${dekOf(story)}`;

const dekOf = ({
  dek,
  section: label,
  date,
}: IssueStory): string => `${dek === undefined ? '' : `<mj-text css-class="plain">${escape(dek)}</mj-text>`}
        <mj-text mj-class="small">${escape(label)}, ${date.text}</mj-text>`;

const section = (title: string, inner: string): string => `<mj-section css-class="paper" border-top="3px solid #15120f">
      <mj-column>
        <mj-text mj-class="title">${escape(title)}</mj-text>
        ${inner}
      </mj-column>
    </mj-section>`;

function boardOf({ name, path, date, headline, summary, moved }: IssueBoard, site: string): string {
  const rows = moved.map(
    (row) =>
      `<tr><td>${link(row.name, absolute(row.path, site))}</td><td class="place">${escape(row.before === '' ? '–' : row.before)}</td><td class="place">${escape(row.after)}</td><td>${escape(row.happened)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<mj-table padding="8px 24px" css-class="plain"><tr><td><table class="ranks" role="table" width="100%" cellspacing="0"><tr><th scope="col">Entry</th><th class="place" scope="col">Before</th><th class="place" scope="col">Now</th><th scope="col">What happened</th></tr>${rows.join('')}</table></td></tr></mj-table>`;
  return section(
    'Leaderboards',
    `<mj-text css-class="plain"><h2>${link(`${name}, ${date.text}`, absolute(path, site))}: ${escape(headline)}</h2></mj-text><mj-text css-class="plain">${escape(summary)}</mj-text>${table}`,
  );
}

const leaving = ({ unsubscribe, email }: Sender): string =>
  unsubscribe === undefined
    ? `To unsubscribe, write to ${link(email, `mailto:${email}`)}.`
    : `<a class="soft" href="${escape(unsubscribe)}">Unsubscribe</a>`;

/** A newsletter issue as plain text, in lines of at most 72 characters but for addresses. */
export function issueText(issue: NewsletterIssue, sender: Sender): string {
  const { subject, intro, date, since, stories, more, boards, corrections, path } = issue;
  const full = (page: string): string => absolute(page, sender.url);
  const heading = (text: string): string => `${text.toUpperCase()}\n${'='.repeat(Math.min(text.length, 72))}`;
  const parts = [
    wrap(subject),
    wrap(`${sender.name}, the newsletter of ${date.text}: what was published since ${since.text}.`),
    `On the web: ${full(path)}`,
    ...(intro === undefined ? [] : [wrap(intro)]),
    heading('Stories'),
    ...(stories.length === 0
      ? ['No story came out in this time.']
      : stories.map((story) =>
          [
            wrap(story.title),
            story.dek === undefined ? '' : wrap(story.dek),
            `${story.section}, ${story.date.text}`,
            full(story.path),
          ]
            .filter(Boolean)
            .join('\n'),
        )),
    ...(more.stories > 0 ? [`And ${counted(more.stories, 'more story', 'more stories')}: ${full('/archive/')}`] : []),
    ...(boards.length === 0
      ? []
      : [
          heading('Leaderboards'),
          ...boards.map((board) => boardLines(board, full)),
          ...(more.boards > 0 ? [`And ${counted(more.boards, 'more edition')}: ${full('/leaderboards/')}`] : []),
        ]),
    ...(corrections.length === 0
      ? []
      : [
          heading('Corrections'),
          ...corrections.map(
            ({ date: day, text, story }) => `${wrap(`${day.text}, ${story.label}: ${text}`)}\n${full(story.path)}`,
          ),
          ...(more.corrections > 0
            ? [`And ${counted(more.corrections, 'more correction')}, each with its story.`]
            : []),
        ]),
    '-- ',
    sender.address.join('\n'),
    sender.unsubscribe === undefined
      ? `To unsubscribe, write to ${sender.email}.`
      : `Unsubscribe: ${sender.unsubscribe}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function boardLines(
  { name, date, headline, summary, moved, path }: IssueBoard,
  full: (path: string) => string,
): string {
  const rows = moved.map(
    (row) => `- ${row.name}: ${row.before === '' ? row.after : `${row.before} -> ${row.after}`}, ${row.happened}`,
  );
  return [wrap(`${name}, ${date.text}: ${headline}`), wrap(summary), ...rows, full(path)].join('\n');
}

/** Breaks a paragraph into lines; a longer word keeps a line of its own. */
function wrap(text: string, width = 72): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

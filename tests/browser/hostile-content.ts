import sharp from 'sharp';
import { goodFiles } from '../loading/fixture.ts';
import { payloads } from '../fixtures/payloads.ts';
import { render } from '../markdown/rendering.ts';

/** Ways out of attributes, elements, scripts, feeds and templates, for fields of plain text. */
const forFields = [
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)" x="',
  "' onmouseover='alert(1)' x='",
  '`onmouseover=alert(1)`',
  '" autofocus onfocus=alert(1) tabindex=1 x="',
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</ScRiPt ><img src=x onerror=alert(1)>',
  '--></script><script>alert(1)</script>',
  '<!--<script>',
  ']]><script>alert(1)</script>',
  ']]></content:encoded><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</noscript><img src=x onerror=alert(1)>',
  '</option></select><img src=x onerror=alert(1)>',
  '</svg><img src=x onerror=alert(1)>',
  '<mark><img src=x onerror=alert(1)></mark>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '\\x3cscript\\x3ealert(1)',
  '\uff1cscript\uff1ealert(1)\uff1c/script\uff1e',
  '{alert(1)}',
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '<%= alert(1) %>',
  '#{alert(1)}',
  '{% include "x" %}',
  '{"@type":"x"}</script><script>alert(1)</script>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '=HYPERLINK("https://evil.example","x")',
  '\u2028alert(1)\u2029<img src=x onerror=alert(1)>',
  'x\u0301\u0301\u0301<svg/onload=alert(1)>',
  'jaVasCript:/*-/*`/*\\`/*\'/*"/**/(/* */oNcliCk=alert(1))//</stYle/</titLe/</teXtarEa/</scRipt/--!><sVg/oNloAd=alert(1)//>',
];

/** One line as the schemas of fields let it through. */
const asLine = (text: string, most = 140): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f]+/gu, ' ')
    .slice(0, most)
    .trim();

/** Everything, as it may be in a field. */
export const fieldPayloads: readonly string[] = [
  ...new Set([...forFields, ...payloads].map((payload) => asLine(payload))),
];

/** What can be in a body: all but what ends a build by itself, as a directive that does not exist. */
export const bodyPayloads: readonly string[] = payloads.filter((payload) => {
  try {
    render(payload);
    return !payload.includes('\0');
  } catch {
    return false;
  }
});

/** A payload as a value of YAML; each call gives the next one, so that in the end each is in many fields. */
class Fields {
  #next = 0;
  readonly value = (most?: number): string =>
    JSON.stringify(asLine(fieldPayloads[this.#next++ % fieldPayloads.length] ?? '', most));
}

const sourceUrl = "https://reporter.example/'onmouseover=alert(1)//?a=1&b=javascript:alert(1)#'%22%3E%3Cscript%3E";

/** Paragraphs of a summary: bodies of one line. */
const summaryPayloads = bodyPayloads.map((payload) => asLine(payload)).filter((payload) => payload !== '');

/** Content in which every field that takes text holds what attackers try, by path below `content/`. */
export async function hostileContent(): Promise<Record<string, string | Uint8Array>> {
  const { value } = new Fields();
  const hostileSource = `sources:\n  - {title: ${value()}, publisher: ${value()}, url: ${JSON.stringify(sourceUrl)}, accessed: 2026-01-11, note: ${value()}}\n`;
  const count = Math.max(fieldPayloads.length, bodyPayloads.length);
  const picture = await photograph();
  const articles = Array.from({ length: count }, (_, index) => hostileArticle(index, value, picture));
  return {
    ...goodFiles,
    ...(Object.assign({}, ...articles) as Record<string, string | Uint8Array>),
    ...draft(picture),
    'site.yaml': String(goodFiles['site.yaml'])
      .replace('tagline: News for tests', `tagline: ${value()}`)
      .replace('mission: To be tested', `mission: ${value()}`)
      .replace('description: A paper for tests.', `description: ${value()}`)
      .replace('label: News', `label: ${value()}`)
      .replace('label: Legal', `label: ${value()}`)
      .replace('- 1 Test Street', `- ${value()}`)
      .replace('title: The newsletter, text: Once a week.', `title: ${value()}, text: ${value()}`)
      .replace('holder: The Paper Ltd', `holder: ${value()}`)
      .replace('contentLicence: All rights reserved.', `contentLicence: ${value()}`),
    'front-page.yaml': `banner: {text: ${value(160)}}\npackage: {label: ${value(60)}, stories: [story-0, story-1]}\n`,
    'categories.yaml': `technology:\n  name: ${value()}\n  description: ${value()}\npolicy:\n  name: Policy\n  description: ${value()}\n`,
    'authors/the-desk.yaml': `name: ${value()}\nkind: desk\nbio: ${value()}\nurl: ${JSON.stringify(sourceUrl)}\n`,
    'providers/acme.yaml': `name: ${value()}\nshortName: ${value(24)}\nnotes: [${value()}]\nwebsite: ${JSON.stringify(sourceUrl)}\ncountry: {value: CN, sources: [1], note: ${value()}}\nsources:\n  - {title: ${value()}, publisher: ${value()}, accessed: 2026-01-11, note: ${value()}}\n`,
    'models/alpha-1.yaml': `name: ${value()}\nprovider: acme\nlicence: {value: ${value()}, sources: [1]}\nresolution: {value: ${value()}, sources: [1], note: ${value()}}\nparameters: {value: ${value()}, sources: [1]}\nhomepage: ${JSON.stringify(sourceUrl)}\nnotes: [${value()}]\nprices:\n  - {date: 2026-01-11, tier: ${value()}, size: ${value()}, seller: ${value()}, usdPerSecond: 0.14, sources: [1]}\nsources:\n  - {title: ${value()}, publisher: ${value()}, accessed: 2026-01-11, note: ${value()}}\n`,
    'models/beta-2.yaml': `name: ${value()}\n`,
    'topics/subject.yaml': `name: ${value(40)}\nsummary: ${JSON.stringify(summaryPayloads)}\nupdated: 2026-01-11\nstories: [story-0]\nmodels: [alpha-1]\nlawsuits: [case]\nrules: [law]\naliases: [${value()}]\nevents:\n  - {id: one, date: 2026-01-10, what: ${value()}, sources: [1]}\nahead:\n  - {date: 2027-01-01, what: ${value()}, sources: [1]}\ndocuments: [1]\nchecked: 2026-01-11\n${hostileSource}`,
    'lawsuits/case.yaml': `name: ${value()}\nclaimants: [${value()}]\ndefendants: [${value()}]\ncourt: {value: ${value()}, sources: [1]}\nnumber: {value: ${value()}, sources: [1]}\nfiled: {value: 2026-01-10, sources: [1]}\nclaims:\n  - {text: ${value()}, sources: [1]}\nstage: {value: ${value()}, asOf: 2026-01-10, sources: [1]}\nmodels: [alpha-1]\nevents:\n  - {id: filed, date: 2026-01-10, what: ${value()}, sources: [1]}\nahead:\n  - {date: 2027-01-01, what: ${value()}, sources: [1]}\nnotes: [${value()}]\nconflicts: [${value()}]\nchecked: 2026-01-11\n${hostileSource}`,
    'rules/law.yaml': `name: ${value()}\nlaw: {value: ${value()}, sources: [1]}\nplace: ${value()}\nstage: {value: ${value()}, asOf: 2026-01-10, sources: [1]}\nasks:\n  - {text: ${value()}, sources: [1]}\nchecked: 2026-01-11\n${hostileSource}`,
    'leaderboards/arena/board.yaml': `name: ${value()}\nshortName: ${value(28)}\nmeasures: ${value()}\nby: {name: ${value()}, url: ${JSON.stringify(sourceUrl)}}\nmethod: ${value()}\nmetric: {name: ${value()}, unit: ${value()}, decimals: 0}\nlicence: {name: ${value()}, url: ${JSON.stringify(sourceUrl)}, credit: ${value()}, redistribute: true}\norder: 2\n`,
    'leaderboards/arena/2026-01-10.yaml': `kind: scored\nsource: {title: ${value()}, publisher: ${value()}, accessed: 2026-01-11}\nnote: ${value()}\nentries:\n  - {listed: ${value()}, name: ${value()}, model: alpha-1, score: 1200, lower: 1190, upper: 1210, votes: 500}\n  - {listed: ${value()}, name: ${value()}, model: beta-2, score: 1100, lower: 1090, upper: 1110, votes: 400}\n`,
    'reviews/alpha-1-tested/index.md': `---\nid: 20260112-def456\ntitle: ${value()}\ndek: ${value()}\ndate: 2026-01-12\nauthors: [the-desk]\nmodel: alpha-1\nverdict: ${value()}\nstrengths: [${value()}]\nlimits: [${value()}]\nbestFor: ${value()}\ndisclosure: ${value()}\n---\nWe tested it.\n`,
  };
}

function hostileArticle(
  index: number,
  value: (most?: number) => string,
  picture: Uint8Array,
): Record<string, string | Uint8Array> {
  const folder = `articles/2026/story-${index}`;
  const hasPicture = index % 12 === 0;
  const body = bodyPayloads[index % bodyPayloads.length] ?? '';
  const pictured = hasPicture
    ? `\n\n:::figure{src=photo.jpg alt=${directive(value())} credit=${directive(value())} made=photo}\n${body.split('\n')[0]}\n:::\n\n:::aside{title=${directive(value())}}\nText.\n:::`
    : '';
  return {
    [`${folder}/index.md`]: `---
id: 20260110-a${String(index).padStart(5, '0')}
title: ${value()}
dek: ${value()}
category: technology
date: 2026-01-${String(1 + (index % 9)).padStart(2, '0')}
updated: 2026-01-11
authors: [the-desk]
models: [alpha-1]
${hasPicture ? `hero: {image: photo.jpg, alt: ${value()}, caption: ${value()}, credit: ${value()}, made: photo}\n` : ''}sources:
  - {title: ${value()}, publisher: ${value()}, url: ${JSON.stringify(sourceUrl)}, accessed: 2026-01-11}
corrections:
  - {date: 2026-01-11, text: ${value()}}
canonical: ${JSON.stringify(sourceUrl)}
disclosure: ${value()}
---
Words before ${body} and after.

${body}${pictured}
`,
    ...(hasPicture && { [`${folder}/photo.jpg`]: picture }),
  };
}

/** A draft, whose picture must not be published either. */
const draft = (picture: Uint8Array): Record<string, string | Uint8Array> => ({
  'articles/2026/not-yet/index.md':
    '---\nid: 20260110-b00000\ntitle: Not yet\ncategory: technology\ndate: 2026-01-10\nauthors: [the-desk]\ndraft: true\nhero: {image: secret-draft.jpg, alt: Secret, credit: Secret, made: photo}\n---\nSecret.\n',
  'articles/2026/not-yet/secret-draft.jpg': picture,
});

/** A value of YAML as an attribute of a directive, which knows no quotation mark inside. */
const directive = (value: string): string => `"${(JSON.parse(value) as string).replace(/["{}\\]/gu, '')}"`;

/** A photograph as a camera makes it: with the place, the camera and a comment. */
export function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 1600, height: 900, channels: 3, background: '#884422' } })
    .withExif({
      IFD0: { Make: 'SecretCamera', Artist: 'SecretName' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' },
    })
    .withXmp(
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="SecretLocation"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
    )
    .jpeg()
    .toBuffer();
}

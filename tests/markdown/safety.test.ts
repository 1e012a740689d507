import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { elements, parseHtml, tagged, textOf } from '../html.ts';
import { htmlOf, render, treeOf } from './rendering.ts';

/** Ways in which others have got script, style or frames through Markdown and HTML. */
const payloads = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script\n>alert(1)</script\n>',
  '<script/x>alert(1)</script>',
  '<<script>alert(1);//<</script>',
  '"><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror\n=\nalert(1)>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<img """><script>alert(1)</script>">',
  '<img/src=x/onerror=alert(1)//',
  '<img src=x oNeRrOr=alert(1)',
  '<p onclick="alert(1)">press</p>',
  '<b onmouseover=alert(1)>point</b>',
  '<a href="https://ok.example" onfocus=alert(1) autofocus tabindex=1>x</a>',
  '<div onpointerenter="alert(1)" contenteditable>x</div>',
  '<td onclick=alert(1)>loose cell</td>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)></audio>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<input autofocus onfocus=alert(1)>',
  '<select onfocus=alert(1) autofocus></select>',
  '<textarea autofocus onfocus=alert(1)></textarea>',
  '<keygen autofocus onfocus=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>',
  '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<title><img src=x onerror=alert(1)></title>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src=https://evil.example></iframe>',
  '<frameset><frame src=javascript:alert(1)></frameset>',
  '<object data="javascript:alert(1)"></object>',
  '<object data="data:text/html;base64,PHNjcmlwdD4="></object>',
  '<embed src=javascript:alert(1)>',
  '<applet code=x.class></applet>',
  '<form action=javascript:alert(1)><button>x</button></form>',
  '<button formaction=javascript:alert(1)>x</button>',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<style>p{background:url(javascript:alert(1))}',
  '<p style="background:url(https://evil.example/track)">x</p>',
  '<div style="position:fixed;inset:0">over all</div>',
  '<table background="javascript:alert(1)"><tr><td style="text-align: center; background: url(x)">x</td></tr></table>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="jav\tascript:alert(1)">x</a>',
  '<a href="jav&#x0A;ascript:alert(1)">x</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1)">x</a>',
  '<a href="&#x1;javascript:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="blob:https://evil.example/1">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="view-source:https://ok.example">x</a>',
  '<a href="https://ok.example" target=_top style=color:red>x</a>',
  '<a href="https://ok.example" ping="https://evil.example">x</a>',
  '<area href=javascript:alert(1)>',
  '[x](javascript:alert(1))',
  '[x](  javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](JAVASCRIPT:alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](\\javascript:alert(1))',
  '[x](https://ok.example "onmouseover=alert(1)")',
  '[x](https://ok.example\'"onmouseover=alert(1)//)',
  '[x][1]\n\n[1]: javascript:alert(1)',
  '[x]\n\n[x]: data:text/html,<script>alert(1)</script>',
  '![x](x"onerror="alert(1))',
  '![<script>alert(1)</script>](javascript:alert(1))',
  '<javascript:alert(1)>',
  '<data:text/html,1>',
  '`<script>alert(1)</script>`',
  '```\n<script>alert(1)</script>\n```',
  '```"onmouseover="alert(1)\nx\n```',
  '```html class=x\n</code></pre><script>alert(1)</script>\n```',
  '# <script>alert(1)</script>',
  '## <img src=x onerror=alert(1)> heading',
  '- <script>alert(1)</script>',
  '> <iframe src=javascript:alert(1)>',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  'Note[^1].\n\n[^1]: <script>alert(1)</script> [x](javascript:alert(1))',
  'Note[^"onclick=alert(1)].\n\n[^"onclick=alert(1)]: x',
  ':::aside{title="<script>alert(1)</script>"}\n<script>alert(1)</script> [x](javascript:alert(1))\n:::',
  ':::pullquote{by="x"}\n<b onclick=alert(1)>x</b>\n:::',
  ':a[<script>alert(1)</script>]{onclick=alert(1)}',
  '<div data-slot="0" onclick=alert(1)>x</div>',
  '<p id=body class=site name=x>x</p>',
  '<a id="__proto__" name=constructor>x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<x onclick=alert(1)>unknown</x>',
  '<a\u0000 href=javascript:alert(1)>x</a>',
  '\u0000half\u0000<script>alert(1)</script>',
];

const elementsThatRun = /^(?:script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|svg|math|form|button|input|select|textarea|template|noscript|title|body|html|head|img|picture|video|audio|source|details|marquee|area|x)$/u;
const attributesAllowed = /^(?:href|id|className|title|start|tabIndex|role|aria(?:Label|Hidden|DescribedBy)|data(?:FootnoteRef|FootnoteBackref|Footnotes|Slot))$/u;

/** Everything about an element that must not reach a reader. */
function dangers({ tagName, properties }: Element): string[] {
  const href = properties['href'];
  // What is no address leads nowhere.
  const protocol = (typeof href === 'string' ? URL.parse(href, 'https://megaton.ai/news/story/') : null)?.protocol ?? 'https:';
  return [
    ...(elementsThatRun.test(tagName) ? [`<${tagName}>`] : []),
    ...Object.keys(properties).filter((name) => !attributesAllowed.test(name)).map((name) => `${tagName}[${name}]`),
    ...(/^(?:https?|mailto):$/u.test(protocol) ? [] : [String(href)]),
  ];
}

describe('prose never runs', () => {
  test('the list is long enough', () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThan(100);
  });

  test.each(payloads)('%j', (payload) => {
    for (const source of [payload, `Words before ${payload} and after.`, `First.\n\n${payload}\n\nLast.`]) {
      const html = htmlOf(render(source));
      expect(elements(parseHtml(html)).flatMap(dangers)).toEqual([]);
      expect(html).not.toMatch(/<script|<style|<iframe|srcdoc/iu);
    }
  });
});

test('the words around dangerous HTML stay', () => {
  const tree = treeOf('Before <b onclick=alert(1)>bold</b> and <blink>odd</blink> [link](javascript:alert(1)) after.');
  expect(textOf(tree)).toBe('Before bold and odd link after.');
  expect(tagged(tree, 'b')).toHaveLength(1);
});

test.each(['script', 'style', 'iframe', 'object', 'noscript', 'template', 'svg', 'math', 'textarea', 'title'])('what stands inside <%s> goes with it', (tag) => {
  expect(textOf(treeOf(`Before <${tag}>p{color:red}</${tag}> after.`))).toBe('Before  after.');
});

test('code shows tags as text', () => {
  expect(textOf(treeOf('`<script>` and\n\n```html\n<iframe src=x>\n```'))).toContain('<iframe src=x>');
});

test('an id cannot be forged but by headings and notes', () => {
  const tree = treeOf('<p id="main">x</p>\n\n<h2 id="menus">Own</h2>\n\n<li id="fn-1">x</li>');
  const ids = elements(tree).flatMap(({ properties }) => properties['id'] ?? []);
  expect(ids).toEqual(['own', 'fn-1']);
});

test('prose cannot bring in a second slot for a directive', () => {
  const { blocks } = render('<div data-slot="0">forged</div>\n\n<div data-slot="7">forged</div>');
  expect(blocks.map(({ kind }) => kind)).toEqual(['html']);
});

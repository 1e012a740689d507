import { expect, test } from 'vitest';
import { plainMarkdown } from '#markdown/plain';

const targets = {
  model: (id: string) =>
    id === 'kling' ? { path: '/models/kling/', rank: { label: 'tied for No. 1', board: 'Top Models' } } : undefined,
  article: (slug: string) => (slug === 'genie' ? { path: '/news/genie/' } : undefined),
};
const plain = (source: string): string =>
  plainMarkdown(
    source,
    targets,
    (path) => `https://paper.example${path}`,
    (name, attributes, held) => `<<${name} ${JSON.stringify(attributes)} ${held}>>`,
  );

test.each([
  [
    'a link to a model',
    'The [**Kling** 2](model:kling "t") model',
    'The [**Kling** 2](https://paper.example/models/kling/) model',
  ],
  ['a link to an article', '[our story](article:genie)', '[our story](https://paper.example/news/genie/)'],
  ['a link to a page, behind an emoji', '😀 é [method](/method/#a)', '😀 é [method](https://paper.example/method/#a)'],
  [
    'a link elsewhere',
    '[x](https://x.example/?a=1 "t") and <https://y.example/>',
    '[x](https://x.example/?a=1 "t") and <https://y.example/>',
  ],
  ['a definition', '[x][1]\n\n[1]: /about/', '[x][1]\n\n[1]: https://paper.example/about/'],
  ['a link to nothing', '[gone](model:gone)', 'gone'],
  ['a link that would run', '[run](javascript:alert(1)) and [data](data:text/html,x)', 'run and data'],
  [
    'a link in a quotation, a list and a table',
    '> - [a](/a/)\n\n| x |\n| --- |\n| [b](/b/) |',
    '> - [a](https://paper.example/a/)\n\n| x |\n| --- |\n| [b](https://paper.example/b/) |',
  ],
  ['a subscript, which one tilde is nowhere else', 'H~2~O and ~~x~~', 'H<sub>2</sub>O and ~~x~~'],
  ['a callout and tasks', '> [!NOTE]\n> - [x] a', '> [!NOTE]\n> - [x] a'],
  [
    'details',
    '<details open>\n<summary>A</summary>\n\nB\n\n</details>',
    '<details>\n<summary>A</summary>\n\nB\n\n</details>',
  ],
  ['a note', 'Text[^1].\n\n[^1]: A [note](/n/).', 'Text[^1].\n\n[^1]: A [note](https://paper.example/n/).'],
  [
    'code',
    '`[x](model:kling)` and\n\n```\n::board{id=top}\n[x](/a/)\n```',
    '`[x](model:kling)` and\n\n```\n::board{id=top}\n[x](/a/)\n```',
  ],
  ['a directive that is alone', 'a\n\n::board{id=top limit=3}\n\nb', 'a\n\n<<board {"id":"top","limit":"3"} >>\n\nb'],
  [
    'a directive that holds text with a link',
    ':::aside{title="T"}\nSee [a](/a/).\n\nAnd more.\n:::',
    '<<aside {"title":"T"} See [a](https://paper.example/a/).\n\nAnd more.>>',
  ],
  ['a directive that holds nothing', ':::aside{title="T"}\n:::', '<<aside {"title":"T"} >>'],
  ['a clock, which is no directive', 'At 10:30 in 16:9', 'At 10:30 in 16:9'],
  ['HTML of a safe kind', 'H<sub>2</sub>O', 'H<sub>2</sub>O'],
  ['a handler', 'a <b onclick="alert(1)">b</b> c', 'a <b>b</b> c'],
  ['a script', '<script>alert(1)</script>\n\nText', 'Text'],
  ['a frame and a picture', 'a <iframe src="https://x.example/"></iframe> <img src=x onerror=alert(1)> b', 'a   b'],
  ['a comment', 'a <!-- secret --> b', 'a  b'],
])('%s', (_, source, expected) => {
  expect(plain(source)).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { faultsOf } from '#markdown/directives';
import { BodyError } from '#markdown/render';
import { kindsOf, render } from './rendering.ts';

const figure = ':::figure{src=hero-2.webp alt="A camera" credit="Megaton" made=ai}';

describe('a directive', () => {
  test.each([
    [
      'figure',
      `${figure}\nA *caption*.\n:::`,
      { src: 'hero-2.webp', alt: 'A camera', credit: 'Megaton', made: 'ai' },
      '<p>A <em>caption</em>.</p>',
    ],
    ['pullquote', ':::pullquote{by="Ada"}\n“Words.”\n:::', { by: 'Ada' }, '<p>“Words.”</p>'],
    ['aside', ':::aside{title="How we know"}\nOne.\n\nTwo.\n:::', { title: 'How we know' }, '<p>One.</p><p>Two.</p>'],
    ['board', '::board{id=top-models limit=5}', { id: 'top-models', limit: '5' }, ''],
    ['board', '::board{id=top-models}', { id: 'top-models' }, ''],
    ['model', '::model{id=kling-2-6}', { id: 'kling-2-6' }, ''],
    ['compare', '::compare{models="kling-2-6 veo-3 veo-2"}', { models: 'kling-2-6 veo-3 veo-2' }, ''],
    [
      'chart',
      '::chart{data=./prices.csv kind=bar title="A costs most" unit=$ highlight=A source=2}',
      { data: 'prices.csv', kind: 'bar', title: 'A costs most', unit: '$', highlight: 'A', source: '2' },
      '',
    ],
    [
      'video',
      '::video{url="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="A clip"}',
      { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'A clip' },
      '',
    ],
  ])('%s becomes a block of its own: %s', (name, source, attributes, html) => {
    expect(render(source).blocks).toEqual([{ kind: 'directive', name, attributes, html }]);
  });

  test('is where it was written', () => {
    const { blocks } = render(
      'First.\n\n::board{id=top-models}\n\nSecond.\n\n:::aside{title="T"}\nInside.\n:::\n\n::model{id=veo-3}\n\nLast.',
    );
    expect(kindsOf(blocks)).toEqual(['html', 'board', 'html', 'aside', 'model', 'html']);
    expect(blocks.filter(({ kind }) => kind === 'html')).toEqual(
      ['First.', 'Second.', 'Last.'].map((text) => ({ kind: 'html', html: `<p>${text}</p>` })),
    );
  });
});

describe('a wrong directive', () => {
  const misplaced =
    'A directive is inside a list, a quotation or another directive. Write it on a line of its own, with empty lines around it.';

  test.each([
    ['an unknown name that is near', '::bord{id=top-models}', 'There is no directive `bord`. Did you mean `board`?'],
    [
      'an unknown name',
      '::spotify{id=1}',
      'There is no directive `spotify`. Directives are figure, pullquote, aside, board, model, compare, video, chart, update.',
    ],
    ['a missing attribute', '::board{limit=5}', '`board` has no `id`. Write id="…": the id of a leaderboard.'],
    [
      'an empty attribute',
      ':::aside{title=""}\nx\n:::',
      '`aside` has no `title`. Write title="…": the title of the box.',
    ],
    [
      'missing alt text',
      ':::figure{src=a.webp credit="C" made=ai}\n:::',
      '`figure` has no `alt`. Write alt="…": what the picture shows.',
    ],
    [
      'an attribute of another form',
      '::board{id=top-models limit=0}',
      '`limit="0"` of `board` has no known form. Write how many rows, 1 to 20.',
    ],
    [
      'too many rows',
      '::board{id=top-models limit=21}',
      '`limit="21"` of `board` has no known form. Write how many rows, 1 to 20.',
    ],
    [
      'an unknown attribute that is near',
      '::board{id=top-models limits=5}',
      '`board` has no attribute `limits`. Did you mean `limit`?',
    ],
    ['an unknown attribute', '::model{id=veo-3 class=big}', '`model` has no attribute `class`. Its attributes are id.'],
    [
      'two colons for text',
      '::aside{title="T"}',
      '`aside` has the wrong number of colons. Write `:::aside{…}`, the text, and `:::` on lines of their own.',
    ],
    [
      'three colons without text',
      ':::board{id=top-models}\n:::',
      '`board` has the wrong number of colons. Write `::board{…}` on a line of its own.',
    ],
    [
      'one model to compare',
      '::compare{models=veo-3}',
      '`models="veo-3"` of `compare` has no known form. Write two to four ids of models, with spaces between.',
    ],
    [
      'a script for a video',
      '::video{url="javascript:alert(1)" title="T"}',
      '`url="javascript:alert(1)"` of `video` has no known form. Write an address at YouTube or Vimeo, or of an .mp4 or .webm file.',
    ],
    [
      'a page for a video',
      '::video{url="https://www.youtube.com/" title="T"}',
      '`url="https://www.youtube.com/"` of `video` has no known form. Write an address at YouTube or Vimeo, or of an .mp4 or .webm file.',
    ],
    [
      'a picture elsewhere',
      ':::figure{src="../a.webp" alt="A" credit="C" made=ai}\n:::',
      '`src="../a.webp"` of `figure` has no known form. Write the file name of a picture in this folder.',
    ],
    ['inside a quotation', '> ::board{id=top-models}', misplaced],
    ['inside a list', '- One\n\n  ::board{id=top-models}', misplaced],
    ['inside another directive', '::::aside{title="T"}\n::model{id=veo-3}\n::::', misplaced],
  ])('%s', (_, source, message) => {
    expect(() => render(source)).toThrow(new BodyError(message));
  });
});

test('everything wrong with a directive is found at once', () => {
  expect(
    faultsOf({ name: 'figure', holds: 'nothing', attributes: { src: 'A.webp', alt: 'A', by: 'C', made: 'hand' } }).map(
      ({ what }) => what,
    ),
  ).toEqual([
    '`figure` has the wrong number of colons.',
    '`src="A.webp"` of `figure` has no known form.',
    '`figure` has no `credit`.',
    '`made="hand"` of `figure` has no known form.',
    '`figure` has no attribute `by`.',
  ]);
});

test.each([
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://youtu.be/dQw4w9WgXcQ',
  'https://vimeo.com/76979871',
  'https://media.example/clip.mp4',
  'https://media.example/a/b.webm',
])('%s is a video', (url) => {
  expect(faultsOf({ name: 'video', holds: 'nothing', attributes: { url, title: 'T' } })).toEqual([]);
});

test.each([
  'http://media.example/clip.mp4',
  'https://media.example/clip.mov',
  'https://media.example/"onload="x.mp4',
  'https://www.youtube.com/watch?v=a&list=b',
  'data:video/mp4,x.mp4',
])('%s is no video', (url) => {
  expect(faultsOf({ name: 'video', holds: 'nothing', attributes: { url, title: 'T' } })).toHaveLength(1);
});

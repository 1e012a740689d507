import { headlineClasses } from '#domain/text/headline';
import { expect, test } from 'vitest';

test.each([
  ['No', []],
  ['Johansson and Blanchett back a call for AI firms to license artists’ work', []],
  ['Ärger über „Öl“: 1.5 – 2 € 🎬', []],
  ['Модели видео', []],
  ['x'.repeat(92), []],
  ['x'.repeat(93), ['long']],
  ['视频模型排行榜', ['roomy']],
  ['视'.repeat(47), ['long', 'roomy']],
  ['أربعة نماذج', ['roomy']],
  ['Sora 2 เปิดตัว', ['roomy']],
])('%j is set as %j', (title, classes) => {
  expect(headlineClasses(title)).toEqual(classes);
});

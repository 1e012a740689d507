import { expect, test } from 'vitest';
import { occursIn } from '#domain/search/occurrence';

const text = 'Disney and its companies sued MiniMax; Kling 2.6 runs at 1080p. 可灵 in Łódź, a studio’s café. xAI.';

test.each([
  'disney',
  'DISNEY minimax',
  'compan',
  'company',
  'running',
  'kling 2.6',
  'kling 26',
  '1080p',
  '可灵',
  'lodz',
  'cafe',
  "studio's",
  'what of the disney',
  '',
])('%s occurs', (query) => {
  expect(occursIn(text, query)).toBe(true);
});

test.each(['xyzzyqq', 'kling 2.5', 'kling 6', 'disney zebra', 'isney', '海螺', 'mini golf', 'xylophone'])(
  '%s does not',
  (query) => {
    expect(occursIn(text, query)).toBe(false);
  },
);

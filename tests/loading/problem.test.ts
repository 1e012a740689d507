import { describe, expect, test } from 'vitest';
import { ContentError, firstProblems, formatProblem, type Problem } from '#loading/problem';

const problem = (fields: Partial<Problem>): Problem => ({
  file: 'content/a.yaml',
  line: 1,
  column: 1,
  what: 'This is wrong.',
  write: 'Write that.',
  ...fields,
});

describe('a message', () => {
  test.each([
    [
      'a line break that begins a command of GitHub',
      { what: 'There is no `x\n::error file=README.md::Forged`.' },
      'content/a.yaml:1:1  There is no `x\\n::error file=README.md::Forged`.  Write that.',
    ],
    [
      'colours of a terminal in a file name',
      { file: 'content/\u001b[2Ja.yaml' },
      'content/\\u{001b}[2Ja.yaml:1:1  This is wrong.  Write that.',
    ],
    [
      'a suggestion that turns around',
      { write: 'Did you mean `\u202etxt`?' },
      'content/a.yaml:1:1  This is wrong.  Did you mean `\\u{202e}txt`?',
    ],
    [
      'a long quotation',
      { what: `There is no \`${'x'.repeat(3000)}\`.` },
      `content/a.yaml:1:1  There is no \`${'x'.repeat(79)}…\`.  Write that.`,
    ],
    [
      'a long headline in quotation marks',
      { what: `It is almost “${'x'.repeat(100)}”.` },
      `content/a.yaml:1:1  It is almost “${'x'.repeat(79)}…”.  Write that.`,
    ],
  ])('shows %s', (_, fields, line) => {
    expect(formatProblem(problem(fields))).toBe(line);
  });

  test('is short even when what it quotes has backticks', () => {
    expect(formatProblem(problem({ what: `There is no \`${'`x'.repeat(5000)}\`.` })).length).toBeLessThan(1100);
  });
});

describe('the problems of a file', () => {
  const many = (count: number, fields: Partial<Problem> = {}): Problem[] =>
    Array.from({ length: count }, (_, index) => problem({ line: index + 1, ...fields }));

  test('are all shown up to fifty', () => {
    expect(firstProblems(many(50))).toEqual({ shown: many(50), more: [] });
  });

  test('beyond fifty are counted, and those of other files are shown', () => {
    const other = problem({ file: 'content/b.yaml' });
    expect(firstProblems([...many(5000), other])).toEqual({
      shown: [...many(50), other],
      more: [{ file: 'content/a.yaml', count: 4950, errors: 4950 }],
    });
  });

  test('that are errors go before advice', () => {
    const error = problem({ line: 200 });
    const { shown, more } = firstProblems([...many(100, { warning: true }), error]);
    expect(shown.at(-1)).toEqual(error);
    expect(more).toEqual([{ file: 'content/a.yaml', count: 51, errors: 0 }]);
  });

  test('that stop a build are listed in the same way', () => {
    const lines = new ContentError(many(5000)).message.split('\n');
    expect([lines[0], lines.length, ...lines.slice(-2)]).toEqual([
      '5000 problems in the content:',
      53,
      'content/a.yaml  4,950 more problems in this file.',
      'Build stopped: fix the 5000 problems above first.',
    ]);
  });
});

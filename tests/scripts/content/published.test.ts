import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#loading/problem';
import { checkContent } from '../../../src/loading/check-content.ts';
import { publishedStories, UnknownCommit } from '../../../src/loading/published.ts';
import { addField, makeProject, now, paths, swap, writeContent, type Changes } from '../../loading/fixture.ts';

const { article, review } = paths;

function git(root: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(
    'git',
    ['-C', root, '-c', 'user.name=T', '-c', 'user.email=t@paper.example', '-c', 'commit.gpgsign=false', ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

/** A project whose content is committed, and with it published. */
function published(changes: Changes = {}): string {
  const root = makeProject(changes);
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '-m', 'Publish');
  return root;
}

const problemsIn = (root: string, base?: string): string[] =>
  checkContent(root, now, publishedStories(root, base)).problems.map(formatProblem);

/** Edits a file of a project as it is. */
function edit(root: string, path: string, change: (text: string) => string): void {
  writeContent(root, path, change(readFileSync(join(root, 'content', path), 'utf8')));
}

/** A published article with a further edit. */
function edited(after: (text: string) => string, before: (text: string) => string = (text) => text): string {
  const root = published({ [article]: before });
  edit(root, article, after);
  return root;
}

const silent =
  'The text of a published story is changed without an update or a correction.  Set `updated` to the day of the change, or add to `corrections` what was wrong and what is right.';
const newText = swap('The first sentence.', 'Another sentence.');

describe('a published story', () => {
  test('that is as it was has no problem', () => {
    expect(problemsIn(published())).toEqual([]);
  });

  test('whose text changes in silence', () => {
    expect(problemsIn(edited(newText))).toEqual([`content/${article}:21:1  ${silent}`]);
  });

  test('whose text changes further down', () => {
    const longer = swap('The first sentence.', 'The first sentence.\n\nThe second.\n\nThe third.');
    expect(problemsIn(edited(swap('The third.', 'The last.'), longer))).toEqual([`content/${article}:25:1  ${silent}`]);
  });

  test.each([
    ['an update', addField('updated: 2026-11-20')],
    ['an update with its hour', addField('updated: 2026-11-20T17:05+01:00')],
    ['a correction', addField('corrections: [{date: 2026-11-20, text: The first sentence was wrong.}]')],
  ])('whose text changes with %s', (_, change) => {
    expect(problemsIn(edited((text) => newText(change(text))))).toEqual([]);
  });

  describe('with updates', () => {
    const update = (at: string, text: string): string => `:::update{at="${at}" title="T"}\n${text}\n:::`;
    const first = update('2026-01-12T09:00Z', 'The first update.');
    const live = swap('The first sentence.', `The first sentence.\n\n${first}`);

    test('has a change in a further one', () => {
      const further = swap(first, `${update('2026-01-12T11:00+01:00', 'Another update.')}\n\n${first}`);
      expect(problemsIn(edited(further, live))).toEqual([]);
    });

    test('changes one of them in silence', () => {
      expect(problemsIn(edited(swap('The first update.', 'Another text.'), live))).toEqual([
        `content/${article}:24:1  ${silent}`,
      ]);
    });

    test('loses the address of one', () => {
      expect(problemsIn(edited(swap('T09:00Z', 'T09:30Z'), live))).toEqual([
        `content/${article}:23:1  Warning: The published update \`#update-20260112-0900\` is taken out, and its address leads to the top of the story.  Write its \`at\` as it was; to withdraw an update, keep it and say so in it.`,
      ]);
    });
  });

  test('that was updated before and changes again in silence', () => {
    expect(problemsIn(edited(newText, addField('updated: 2026-11-19')))).toEqual([
      `content/${article}:22:1  ${silent}`,
    ]);
  });

  test('whose fields change has no problem', () => {
    expect(problemsIn(edited(swap('title: A first story', 'title: A better headline')))).toEqual([]);
  });

  test('that changes in spaces at ends of lines only', () => {
    expect(problemsIn(edited(swap('The first sentence.\n', 'The first sentence. \r\n\n')))).toEqual([]);
  });

  test('that claims to be updated and is not', () => {
    expect(problemsIn(edited(addField('updated: 2026-11-20')))).toEqual([
      `content/${article}:2:10  \`updated\` is changed, and the story is not.  Leave \`updated\` out.`,
    ]);
  });

  test('that takes another permanent id', () => {
    expect(problemsIn(edited(swap('20260110-abc123', '20260110-zzz999')))).toEqual([
      `content/${article}:2:5  The permanent id was \`20260110-abc123\` when the story was published, and is \`20260110-zzz999\`: subscribers would get it once more.  Write \`id: 20260110-abc123\` again.`,
    ]);
  });

  test('that moves without a redirect', () => {
    const root = published();
    renameSync(join(root, 'content/articles/2026/first-story'), join(root, 'content/articles/2026/new-slug'));
    expect(problemsIn(root)).toEqual([
      'content/articles/2026/new-slug/index.md:2:5  The story was published at /news/first-story/, and nothing leads from there to here.  Add `first-story` to `aliases`.',
    ]);
  });

  test('that moves with a redirect', () => {
    const root = edited(addField('aliases: [first-story]'));
    renameSync(join(root, 'content/articles/2026/first-story'), join(root, 'content/articles/2026/new-slug'));
    expect(problemsIn(root)).toEqual([]);
  });

  test('that is taken out is reported as a warning', () => {
    const root = published();
    rmSync(join(root, 'content/reviews'), { recursive: true });
    expect(problemsIn(root)).toEqual([
      `content/${review}:1:1  Warning: The published story /reviews/alpha-1-tested/ is taken out, and its address leads nowhere.  Keep it and add a correction that says why it is withdrawn, if readers should know.`,
    ]);
  });

  test.each([
    ['a draft', 'draft: true'],
    ['under embargo', 'publishAt: 2026-12-01T00:00:00Z'],
  ])('that is still %s may change as it likes', (_, field) => {
    const hidden = (text: string): string => swap('date: 2026-01-10', 'date: 2026-12-01')(addField(field)(text));
    expect(problemsIn(edited((text) => newText(swap('20260110-abc123', '20260110-zzz999')(text)), hidden))).toEqual([]);
  });
});

describe('what is published', () => {
  test('is where the branch left main, not the last commit', () => {
    const root = published();
    git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    edit(root, article, newText);
    git(root, 'commit', '--quiet', '-am', 'Change in silence');
    expect(problemsIn(root)).toEqual([`content/${article}:21:1  ${silent}`]);
  });

  test('can be named', () => {
    const root = edited(newText);
    git(root, 'commit', '--quiet', '-am', 'Change in silence');
    expect(problemsIn(root)).toEqual([]);
    expect(problemsIn(root, 'HEAD~1')).toEqual([`content/${article}:21:1  ${silent}`]);
  });

  test.each(['no-such-branch', '--output=/tmp/x', ''])('must be a commit: %j', (base) => {
    expect(() => publishedStories(published(), base)).toThrow(UnknownCommit);
  });

  test('is nothing outside of a repository', () => {
    expect(publishedStories(makeProject())).toEqual([]);
  });

  test('is nothing before the first commit', () => {
    const root = makeProject();
    git(root, 'init', '--quiet');
    expect(publishedStories(root)).toEqual([]);
  });

  test('is found when the project is a folder of the repository', () => {
    const outer = makeProject();
    mkdirSync(join(outer, 'inner'));
    renameSync(join(outer, 'content'), join(outer, 'inner/content'));
    git(outer, 'init', '--quiet');
    git(outer, 'add', '.');
    git(outer, 'commit', '--quiet', '-m', 'Publish');
    writeFileSync(join(outer, 'inner/content', article), '---\nid: 20260110-zzz999\n---\n');
    expect(publishedStories(join(outer, 'inner')).map(({ file }) => file)).toEqual([`content/${article}`]);
  });
});

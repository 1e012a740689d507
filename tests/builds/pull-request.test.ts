import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { append, now, paths, swap, writeContent } from '../loading/fixture.ts';
import { run } from '../project.ts';
import { buildAt, makeSite } from './small-site.ts';

// A pull request from a fork, played through: the run without rights, then the scripts of the workflow with rights.

const git = (root: string, ...args: string[]): void => {
  const { status, stderr } = spawnSync(
    'git',
    ['-C', root, '-c', 'user.name=T', '-c', 'user.email=t@t.example', ...args],
    {
      encoding: 'utf8',
    },
  );
  expect(status, stderr).toBe(0);
};

/** What the run without rights makes of a change. */
async function report(root: string): Promise<{ code: number | null; said: string }> {
  await buildAt(root, now, { MEGATON_PREVIEW: '1' });
  const script = join(process.cwd(), 'scripts/pull-request/pull-request.ts');
  return run(root, [script, '--base=base', '--run=https://github.com/owner/name/actions/runs/7'], {
    SOURCE_DATE_EPOCH: String(now.getTime() / 1000),
  });
}

interface Step {
  name?: string;
  run?: string;
  env?: Record<string, string>;
}
const workflow = parse(readFileSync('.github/workflows/pull-request-comment.yml', 'utf8')) as {
  jobs: Record<'preview' | 'comment', { steps: Step[] }>;
};
const stepOf = (job: 'preview' | 'comment', name: RegExp): Step =>
  workflow.jobs[job].steps.find((step) => name.test(step.name ?? '')) ?? expect.fail(`no step ${String(name)}`);

/** In place of `gh`: answers `api` from a file, copies what a run uploaded, and keeps what is sent. */
const fakeGh = `#!/bin/bash
echo "gh $*" >> "$CALLS"
case "$1 $2" in
  'run download') [ -d "$MADE/$5" ] && mkdir -p "$7" && cp -r "$MADE/$5/." "$7" ;;
  *) for word in "$@"; do case "$word" in --input) sent=1 ;; *) [ -n "$sent" ] && cp "$word" "$CALLS.sent" && sent= ;; esac; done
     cat "$ANSWER" 2>/dev/null ;;
esac
`;
const fakeNpx = `#!/bin/bash
echo "npx $*" >> "$CALLS"
echo '{"deploy_url": "https://pull-request-3--site.example"}'
`;

/** Runs the script of a step as the runner does, with programs that only note what they are called with. */
function play(root: string, step: Step, env: Record<string, string>, answer: unknown) {
  const folder = join(root, 'runner');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'bin'), { recursive: true });
  for (const [name, text] of [
    ['gh', fakeGh],
    ['npx', fakeNpx],
  ] as const) {
    writeFileSync(join(folder, 'bin', name), text);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
  writeFileSync(join(folder, 'answer'), JSON.stringify(answer));
  const { status, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run ?? ''], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      GH_REPO: 'owner/name',
      CALLS: join(folder, 'calls'),
      MADE: join(root, 'made'),
      ANSWER: join(folder, 'answer'),
      GITHUB_OUTPUT: join(folder, 'output'),
      RUN: '7',
      NUMBER: '3',
      MARK: stepOf('comment', /comment/u).env?.['MARK'] ?? '',
      ...env,
    },
  });
  const read = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  return { status, stderr, calls: read('calls'), output: read('output'), sent: read('calls.sent') };
}

const canPlay = spawnSync('jq', ['--version']).status === 0;

test('a writer sees problems first, then the preview', async () => {
  const root = makeSite();
  git(root, 'init', '--quiet');
  writeFileSync(join(root, '.gitignore'), 'node_modules\ndist\n.cache\n.astro\n.pull-request\nrunner\nmade\n');
  git(root, 'add', 'content');
  git(root, 'commit', '--quiet', '-m', 'base');
  git(root, 'branch', 'base');
  const story = join(root, 'content', paths.article);
  const before = readFileSync(story, 'utf8');

  writeContent(root, paths.article, swap('category: technology', 'category: nonsense')(before));
  expect(await report(root)).toMatchObject({ code: 0 });
  const bad = readFileSync(join(root, '.pull-request/comment.md'), 'utf8');
  expect(bad).toContain('**1 problem to fix first.**');
  expect(bad).toContain(`content/${paths.article}:`);
  expect(existsSync(join(root, '.pull-request/screenshots'))).toBe(false);

  writeContent(
    root,
    paths.article,
    append('\nOne more sentence for @octocat.\n')(before).replace('---\nid:', '---\nupdated: 2026-11-23\nid:'),
  );
  expect(await report(root)).toMatchObject({ code: 0 });
  const good = readFileSync(join(root, '.pull-request/comment.md'), 'utf8');
  expect(good).toContain('**The content has no problems.**');
  for (const width of [360, 1280]) {
    const bytes = readFileSync(join(root, `.pull-request/screenshots/news-first-story-${width}.png`));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(width);
  }
  expect(readFileSync(join(root, '.pull-request/reader/news-first-story.html'), 'utf8')).toContain('One more sentence');

  if (!canPlay) return;
  mkdirSync(join(root, 'made'));
  for (const [from, to] of [
    ['.pull-request', 'pull-request'],
    ['dist', 'preview'],
  ])
    spawnSync('cp', ['-r', join(root, from ?? ''), join(root, 'made', to ?? '')]);

  // The number comes from GitHub, and only while the commit is the newest one.
  const find = stepOf('preview', /Find/u);
  const pulls = [{ number: 3, head: { sha: 'aaa' } }];
  const who = { OWNER: 'fork', BRANCH: 'typo', COMMIT: 'aaa' };
  expect(play(root, find, who, pulls)).toMatchObject({
    status: 0,
    output: 'number=3\n',
    calls: 'gh api --method GET repos/owner/name/pulls -f state=open -f head=fork:typo\n',
  });
  expect(play(root, find, { ...who, COMMIT: 'bbb' }, pulls).output).toBe('number=\n');
  expect(play(root, find, who, []).output).toBe('number=\n');

  const hosted = play(root, stepOf('preview', /host/u), {}, '');
  expect(hosted).toMatchObject({ status: 0, output: 'address=https://pull-request-3--site.example\n' });
  expect(hosted.calls).toContain(
    'npx --yes netlify-cli@27.10.2 deploy --no-build --dir=site --alias=pull-request-3 --json',
  );

  // A first comment, then the same one again; a comment of somebody else with the mark is left alone.
  const write = stepOf('comment', /comment/u);
  const mark = write.env?.['MARK'] ?? '';
  const foreign = { id: 1, user: { login: 'fork' }, body: mark };
  const first = play(root, write, { ADDRESS: 'https://pull-request-3--site.example' }, [foreign]);
  expect(first).toMatchObject({ status: 0 });
  expect(first.calls).toContain(
    'gh api --method POST repos/owner/name/issues/3/comments --input comment.json --silent',
  );
  const { body } = JSON.parse(first.sent) as { body: string };
  expect(body.startsWith(`${mark}\n## Preview`)).toBe(true);
  expect(body).toContain('(https://pull-request-3--site.example/news/first-story/)');
  expect(body).not.toContain('preview.invalid');
  expect(body).not.toMatch(/@[a-z]/iu);

  const ours = { id: 2, user: { login: 'github-actions[bot]' }, body: `${mark}\nold` };
  const second = play(root, write, { ADDRESS: '' }, [foreign, ours]);
  expect(second.calls).toContain(
    'gh api --method PATCH repos/owner/name/issues/comments/2 --input comment.json --silent',
  );
  expect((JSON.parse(second.sent) as { body: string }).body).toContain('download `pull-request` of [this run]');

  // Whatever the files of a fork say, the comment stays within GitHub's limit and notifies nobody.
  writeFileSync(join(root, 'made/pull-request/comment.md'), `@octocat ${'x'.repeat(100_000)}`);
  const hostile = JSON.parse(play(root, write, { ADDRESS: '' }, []).sent) as { body: string };
  expect(hostile.body.length).toBeLessThan(65_536);
  expect(hostile.body).not.toContain('@octocat');

  // A run that made nothing ends quietly.
  rmSync(join(root, 'made'), { recursive: true });
  expect(play(root, write, { ADDRESS: '' }, [])).toMatchObject({ status: 0, sent: '' });
});

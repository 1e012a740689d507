import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { storyFields } from '#schemas/stories/story';

const textOf = (file: string): string => readFileSync(`.github/${file}`, 'utf8');

// What no workflow may do is tested in supply-chain.test.ts.
describe('pull requests', () => {
  const { jobs } = parse(textOf('workflows/pull-request.yml')) as {
    jobs: Record<
      string,
      { permissions?: object; steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] }
    >;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const commands = steps.flatMap(({ run }) => run ?? []);

  test('are checked against what is published, with each problem on its line', () => {
    expect(commands).toContain('npm run --silent check -- --format=github --base="origin/$BASE"');
    expect(
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')).map((step) => step.with?.['fetch-depth']),
    ).toEqual([0, 0, undefined]);
  });

  test('are tested, built, and given as a preview', () => {
    expect(commands).toEqual(expect.arrayContaining(['npm ci', 'npm test', 'npm run build']));
    expect(
      steps.some(({ uses, with: given }) => uses?.startsWith('actions/upload-artifact@') && given?.['path'] === 'dist'),
    ).toBe(true);
  });

  test('get a comment from a workflow that runs afterwards', () => {
    const { on, jobs: later } = parse(textOf('workflows/pull-request-comment.yml')) as {
      on: { workflow_run: { workflows: string[] } };
      jobs: Record<string, { permissions: object; steps: { uses?: string }[] }>;
    };
    const { name } = parse(textOf('workflows/pull-request.yml')) as { name: string };
    expect(on.workflow_run.workflows).toEqual([name]);
    expect(Object.values(later).flatMap(({ steps: all }) => all.flatMap(({ uses }) => uses ?? []))).toEqual([]);
    // The job that holds the secret of the host cannot write, and the one that writes has no secret.
    expect(later['preview']?.permissions).toEqual({ actions: 'read', 'pull-requests': 'read' });
    expect(later['comment']?.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
    expect(JSON.stringify(later['comment'])).not.toContain('secrets.');
  });

  test('are given no right of their own', () => {
    expect(Object.values(jobs).filter(({ permissions }) => permissions !== undefined)).toEqual([]);
  });
});

test('code and content have owners of their own, and MDX stays with the maintainers', () => {
  const lines = textOf('CODEOWNERS')
    .split('\n')
    .filter((line) => /^[*/]/u.test(line))
    .map((line) => line.split(/\s+/u));
  const owners = Object.fromEntries(lines.map(([path = '', ...names]) => [path, names]));
  expect(Object.keys(owners)).toEqual([
    '*',
    '/content/',
    '/content/pages/',
    '/content/products/',
    '/content/site.yaml',
  ]);
  expect(owners['/content/']).not.toEqual(owners['*']);
  for (const path of ['/content/pages/', '/content/products/', '/content/site.yaml'])
    expect(owners[path]).toEqual(expect.arrayContaining(owners['*'] ?? ['nobody']));
});

test('every field of a story is in the guide for writers', () => {
  const guide = textOf('CONTRIBUTING.md');
  expect(Object.keys(storyFields).filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
});

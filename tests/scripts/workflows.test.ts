import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { storyFields } from '#schemas/story';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Workflow {
  on: string | Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; steps?: Step[] }>;
}

const folder = join(import.meta.dirname, '../../.github/workflows');
const files = readdirSync(folder);
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const workflows = files.map((file): [string, Workflow] => [file, parse(textOf(file)) as Workflow]);
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps = [] }) => steps);

describe.each(workflows)('%s', (file, workflow) => {
  test('begins with a token that can only read', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('takes actions by their hash, with the version beside it', () => {
    const lines = textOf(file).split('\n').filter((line) => /\buses:/u.test(line));
    expect(lines.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line) && !/uses: \.\//u.test(line))).toEqual([]);
  });

  test('never runs what strangers send with its own rights', () => {
    expect(Object.keys(typeof workflow.on === 'string' ? { [workflow.on]: null } : workflow.on)).not.toContain('pull_request_target');
  });

  test('puts no text of strangers into a command', () => {
    expect(stepsOf(workflow).filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  test('leaves no token in a checkout', () => {
    const checkouts = stepsOf(workflow).filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});

describe('pull requests', () => {
  const workflow = workflows.find(([file]) => file === 'pull-request.yml')?.[1];
  const commands = workflow === undefined ? [] : stepsOf(workflow).flatMap(({ run }) => run ?? []);

  test('are checked against what is published, with each problem on its line', () => {
    expect(commands).toContain('npm run --silent check -- --format=github --base="origin/$BASE"');
  });

  test('are tested, built, and given as a preview', () => {
    expect(commands).toEqual(expect.arrayContaining(['npm ci', 'npm test', 'npm run build']));
    expect(workflow && stepsOf(workflow).some(({ uses, with: given }) => uses?.startsWith('actions/upload-artifact@') && given?.['path'] === 'dist')).toBe(true);
  });

  test('know no secret', () => {
    expect(textOf('pull-request.yml')).not.toContain('secrets.');
    expect(workflow && Object.values(workflow.jobs).filter(({ permissions }) => permissions !== undefined)).toEqual([]);
  });
});

test('code and content have owners of their own, and MDX stays with the house', () => {
  const owners = Object.fromEntries(readFileSync(join(folder, '../CODEOWNERS'), 'utf8').split('\n').filter((line) => /^[*/]/u.test(line)).map((line) => line.split(/\s+/u) as [string, ...string[]]).map(([path, ...names]) => [path, names]));
  expect(Object.keys(owners)).toEqual(['*', '/content/', '/content/pages/', '/content/products/', '/content/site.yaml']);
  expect(owners['/content/']).not.toEqual(owners['*']);
  for (const house of ['/content/pages/', '/content/products/', '/content/site.yaml']) expect(owners[house]).toEqual(expect.arrayContaining(owners['*'] ?? ['nobody']));
});

test('every field of a story stands in the guide for writers', () => {
  const guide = readFileSync(join(folder, '../CONTRIBUTING.md'), 'utf8');
  expect(Object.keys(storyFields).filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<
    string,
    { permissions?: Record<string, string>; 'timeout-minutes'?: number; environment?: unknown; steps: Step[] }
  >;
}

const folder = '.github/workflows';
const files = readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name));

/** Code of the repository is there after a checkout alone; `gh` and what the runner has come from GitHub. */
const runsOwnCode = (steps: readonly Step[]): boolean =>
  steps.some(
    ({ uses = '', run = '' }) => uses.startsWith('actions/checkout@') || /\b(?:npm|npx|node|git)\b/u.test(run),
  );

/** The host's own program sends files and runs none of them. */
const withoutHost = (step: Step): Step => ({
  ...step,
  ...(step.run !== undefined && { run: step.run.replace(/npx --yes netlify-cli@\S+ deploy --no-build/u, '') }),
});

/** What a workflow must not do, in words. */
function faultsOf(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);
  const triggers = Object.keys(workflow.on);
  const writes = (permissions: Record<string, string> = {}): string[] =>
    Object.entries(permissions).flatMap(([name, level]) => (level === 'write' ? [name] : []));
  return [
    ...(JSON.stringify(workflow.permissions) === '{"contents":"read"}' ? [] : ['its token may do more than read']),
    // Publishing on GitHub Pages asks for the first two. Jobs that may write run no code of the repository.
    ...jobs.flatMap(([name, job]) =>
      writes(job.permissions).every((what) => /^(?:pages|id-token|issues|pull-requests)$/u.test(what)) &&
      (writes(job.permissions).length === 0 || !runsOwnCode(job.steps))
        ? []
        : [`the job ${name} may write`],
    ),
    ...jobs.flatMap(([name, job]) =>
      job['timeout-minutes'] === undefined ? [`the job ${name} may run for ever`] : [],
    ),
    ...steps.flatMap(({ uses }) =>
      uses === undefined || /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/u.test(uses) ? [] : [`${uses} is not pinned by its hash`],
    ),
    ...[...text.matchAll(/uses: \S+@[0-9a-f]{40}(?! # v\d+\.\d+\.\d+$)/gmu)].map(
      ([line]) => `${line} does not say its version`,
    ),
    // After a run without rights, a workflow may pass its files on, as long as nothing of them is run.
    ...(triggers.some((trigger) => /^(?:pull_request_target|issue_comment)$/u.test(trigger)) ||
    (triggers.includes('workflow_run') && runsOwnCode(steps.map(withoutHost)))
      ? ['it runs with rights on what contributors send']
      : []),
    ...(triggers.includes('pull_request') && text.includes('secrets.') ? ['it gives secrets to pull requests'] : []),
    ...steps.flatMap(({ uses, with: options }) =>
      uses?.startsWith('actions/checkout@') && options?.['persist-credentials'] !== false
        ? ['it leaves its token in the checkout']
        : [],
    ),
    ...steps.flatMap(({ run }) => (run?.includes('${{') ? ['it writes an expression into a script'] : [])),
    ...steps.flatMap(({ run }) =>
      /npm (?:install|i|update)\b|npx (?!--yes netlify-cli@\d+\.\d+\.\d+ deploy )|curl .*\|\s*(?:ba)?sh/u.test(
        run ?? '',
      )
        ? ['it installs what the lock file does not hold']
        : [],
    ),
  ];
}

describe('workflows', () => {
  test('are there', () => {
    expect(files).toEqual(expect.arrayContaining(['audit.yml', 'deploy.yml', 'pages.yml']));
  });

  test.each(files)('%s has only the rights that it needs', (name) => {
    expect(faultsOf(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
  });

  const good =
    'on: {push: {}}\npermissions: {contents: read}\njobs:\n  a:\n    timeout-minutes: 1\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n        with: {persist-credentials: false}\n      - run: npm ci\n';
  test.each([
    [good, good, []],
    ['permissions: {contents: read}', 'permissions: write-all', ['its token may do more than read']],
    ['    timeout-minutes: 1\n', '', ['the job a may run for ever']],
    [
      '    timeout-minutes: 1\n',
      '    timeout-minutes: 1\n    permissions: {contents: write}\n',
      ['the job a may write'],
    ],
    ['    timeout-minutes: 1\n', '    timeout-minutes: 1\n    permissions: {issues: write}\n', ['the job a may write']],
    ['@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2', '@v4', ['actions/checkout@v4 is not pinned by its hash']],
    [' # v4.2.2', '', ['uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 does not say its version']],
    ['on: {push: {}}', 'on: {pull_request_target: {}}', ['it runs with rights on what contributors send']],
    ['on: {push: {}}', 'on: {workflow_run: {}}', ['it runs with rights on what contributors send']],
    ['on: {push: {}}', 'on: {pull_request: {}}\nenv: {A: "${{ secrets.A }}"}', ['it gives secrets to pull requests']],
    ['{persist-credentials: false}', '{fetch-depth: 0}', ['it leaves its token in the checkout']],
    ['npm ci', 'echo ${{ github.event.pull_request.title }}', ['it writes an expression into a script']],
    ['npm ci', 'npm install', ['it installs what the lock file does not hold']],
  ])('a worse one is found out: %j becomes %j', (from, to, faults) => {
    expect(faultsOf(good.replace(from, () => to))).toEqual(faults);
  });

  test('a scheduled deployment waits until something is due, others do not', () => {
    const { jobs, on } = parse(readFileSync(join(folder, 'deploy.yml'), 'utf8')) as {
      on: Record<string, unknown>;
      jobs: Record<string, { if: string; needs?: string }>;
    };
    expect(Object.keys(on).sort()).toEqual(['push', 'schedule', 'workflow_dispatch']);
    expect(jobs['due']?.if).toContain("github.event_name == 'schedule'");
    expect(jobs['deploy']?.needs).toBe('due');
    expect(jobs['deploy']?.if).toContain("(github.event_name != 'schedule' || needs.due.outputs.due == 'true')");
  });
});

describe('packages', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
    allowScripts: Record<string, boolean>;
  };
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<
      string,
      { version?: string; integrity?: string; hasInstallScript?: boolean; resolved?: string; link?: boolean }
    >;
  };
  const direct = { ...manifest.dependencies, ...manifest.devDependencies };
  const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

  test('have exact versions', () => {
    expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  test('are locked by their hash, and by no address', () => {
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual(
      [],
    );
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test('run scripts when they are installed only when they are named', () => {
    const scripted = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//u, ''));
    expect(scripted.filter((name) => !(name in manifest.allowScripts) && name !== 'fsevents')).toEqual([]);
    expect(
      Object.entries(manifest.allowScripts)
        .filter(([, allowed]) => allowed)
        .map(([name]) => name),
    ).toEqual(['node']);
  });

  test('are each named with a reason', () => {
    const table = readFileSync('.github/DEPENDENCIES.md', 'utf8');
    const named = new Set(
      [...table.matchAll(/^\| ([^|]+) \| [^|]{10,} \|$/gmu)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    );
    expect(Object.keys(direct).filter((name) => !named.has(name) && name !== '@types/node')).toEqual([]);
  });

  test('are updated after a waiting time', () => {
    const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
      updates: { 'package-ecosystem': string; cooldown?: { 'default-days'?: number } }[];
    };
    expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual(['github-actions', 'npm']);
    for (const { cooldown } of updates) expect(cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
  });
});

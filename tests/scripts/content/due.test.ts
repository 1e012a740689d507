import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const script = join(import.meta.dirname, '../../../scripts/content/due.ts');

/** Runs the command at 25 November 2026, 09:00 UTC. */
async function due(...places: string[]): Promise<{ out: string; output: string; status: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-due-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'output');
  writeFileSync(file, '');
  const child = spawn('node', [script, ...places], {
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795597200', GITHUB_OUTPUT: file },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { out, output: readFileSync(file, 'utf8'), status };
}

/** A file with these words. */
function saying(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-due-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'next-change.json'), text);
  return join(folder, 'next-change.json');
}

test.each([
  [
    'a moment that has come',
    '{"at":"2026-11-25T09:00:00Z","why":"An embargo ends."}',
    true,
    'Due: 2026-11-25T09:00:00Z. An embargo ends.\n',
  ],
  [
    'a moment ahead',
    '{"at":"2026-11-25T09:00:01Z","why":"An embargo ends."}',
    false,
    'Not due: 2026-11-25T09:00:01Z. An embargo ends.\n',
  ],
  ['no moment', '{"at":null,"why":"Nothing is due."}', false, 'Not due: Nothing is due.\n'],
])('%s', async (_, text, isDue, out) => {
  expect(await due(saying(text))).toEqual({ status: 0, out, output: `due=${isDue}\n` });
});

test.each(['', '{}', '<html>', '{"at":"soon","why":"x"}', 'null'])(
  'what cannot be understood is built: %j',
  async (text) => {
    const { out, output } = await due(saying(text));
    expect([output, out.endsWith('does not say when.\n')]).toEqual(['due=true\n', true]);
  },
);

test('the file of a site is read, and one that does not answer is built', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/next-change.json' ? 200 : 404;
    response.end('{"at":null,"why":"Nothing is due."}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect((await due(`${site}/`)).output).toBe('due=false\n');
  expect(await due(`${site}/nothing/here.json`)).toMatchObject({
    output: 'due=true\n',
    out: `Due: ${site}/nothing/here.json cannot be read (status 404).\n`,
  });
});

test('a place must be named', async () => {
  expect(await due()).toMatchObject({ status: 2, output: '' });
});

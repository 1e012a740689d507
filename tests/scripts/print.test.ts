import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RouteData } from 'astro';
import { expect, onTestFinished, test } from 'vitest';
import type { Press, Sheet } from '../../scripts/press.ts';
import { printSheets, type PrintJob } from '../../scripts/print.ts';
import { Store } from '../../scripts/store.ts';

const sheet = (path: string): Sheet => ({ path, key: `key of ${path}`, pathname: path, route: { component: path } as RouteData });
const sheets = Array.from({ length: 12 }, (_, index) => sheet(`/${index}.json`));

function makeStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-print-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return Store.open(join(folder, 'store'), '');
}

const job = (store: Store): PrintJob => ({ sheets, store, code: '', newsletter: '', tell: () => undefined });

test('a press that fails prints nothing more once that is told: another may have taken its place', async () => {
  const store = makeStore();
  let [begun, ended] = [0, 0];
  const press: Press = {
    sheets: () => Promise.resolve(sheets),
    print: async ({ path }) => {
      begun += 1;
      await wait(path === '/1.json' ? 1 : 20);
      ended += 1;
      if (path === '/1.json') throw new Error('A picture is missing.');
      return Buffer.from('{}');
    },
  };
  await expect(printSheets(press, job(store))).rejects.toThrow('A picture is missing.');
  expect(ended).toBe(begun);
  expect(begun).toBeLessThan(sheets.length);
  const kept = store.size;
  await wait(60);
  expect([begun, store.size]).toEqual([ended, kept]);
});

test('what is kept is not printed again', async () => {
  const store = makeStore();
  const printed: string[] = [];
  const press: Press = {
    sheets: () => Promise.resolve(sheets),
    print: ({ path }) => {
      printed.push(path);
      return Promise.resolve(Buffer.from('{}'));
    },
  };
  store.put('/3.json', Buffer.from('{}'), { key: ' key of /3.json' });
  expect(await printSheets(press, job(store))).toEqual({ pages: 0, files: 12, made: 11 });
  expect(printed).toEqual(sheets.map(({ path }) => path).filter((path) => path !== '/3.json'));
});

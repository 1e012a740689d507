import { realpathSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeSearchIndex } from '../../src/integrations/search/search-index.ts';
import { copyProject, digestsOf, run } from '../project.ts';

const epoch = { SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000)) };
const built = (root: string): Record<string, string> => digestsOf(realpathSync(join(root, 'dist')));

it('the same content and time give the same bytes in another directory, time zone and locale, side by side, cold and warm', async () => {
  const [one, other] = [copyProject(), copyProject()];
  const ended = await Promise.all([
    run(one, ['scripts/build.ts'], { ...epoch, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
    run(other, ['scripts/build.ts'], { ...epoch, TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C', HOME: other }),
  ]);
  expect(ended.map(({ code, said }) => `${code} ${code === 0 ? '' : said}`)).toEqual(['0 ', '0 ']);
  const cold = built(one);
  expect(Object.keys(cold).length).toBeGreaterThan(1000);
  expect(built(other)).toEqual(cold);
  expect((await run(other, ['scripts/build.ts'], { ...epoch, TZ: 'Asia/Kathmandu' })).code).toBe(0);
  expect(built(other)).toEqual(cold);
}, 180_000);

it('the search has the same bytes in every run', async () => {
  const words = (index: number): string => `Story ${index} of ${['kling', 'veo', 'wan', 'ltx'][index % 4]} and ${['a', 'b', 'c'][index % 3]}`;
  const records = Array.from({ length: 40 }, (_, index) => ({ url: `/news/${index}/`, content: words(index), language: 'en', meta: { title: words(index) }, filters: { kind: ['Article'], model: [`m${index % 9}`, `n${index % 5}`], year: [`${2020 + (index % 6)}`] }, sort: { date: `2026-01-${String(index).padStart(2, '0')}` } }));
  const runs = [await makeSearchIndex(records), await makeSearchIndex(records), await makeSearchIndex(records)].map((files) => files.map(({ path, content }) => `${path} ${Buffer.from(content).toString('base64')}`));
  expect(runs[0]?.some((file) => file.includes('.pf_filter'))).toBe(true);
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).toEqual(runs[0]);
});

it('nothing of the build tells where it was made', () => {
  const folder = realpathSync('dist');
  const telling = Object.keys(digestsOf(folder)).filter((file) => /\.(?:html|css|js|json|xml|svg)$/u.test(file) && readFileSync(join(folder, file), 'utf8').includes(process.cwd()));
  expect(telling).toEqual([]);
});

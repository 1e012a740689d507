import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { showMistakes, type PreviewServer } from '#integrations/dev-content';
import { goodFiles, makeProject, now, paths, swap, writeContent } from '../loading/fixture.ts';

/** A development server on good content, as far as the integration uses one. */
function preview() {
  const root = makeProject();
  const reactions: { saved: ((event: string, path: string) => void)[]; opened: (() => void)[] } = {
    saved: [],
    opened: [],
  };
  const send = vi.fn<PreviewServer['ws']['send']>();
  showMistakes(
    {
      config: { root },
      watcher: { on: (_, react) => reactions.saved.push(react) },
      ws: { on: (_, react) => reactions.opened.push(react), send },
    },
    () => now,
  );
  return {
    root,
    send,
    save: (path: string, text: string | Uint8Array): void => {
      writeContent(root, path, text);
      for (const react of reactions.saved) react('change', join(root, 'content', path));
    },
    open: (): void => reactions.opened.forEach((react) => react()),
  };
}

const good = String(goodFiles[paths.article]);
const wrong = swap('category: technology', 'category: sport')(good);

test('a mistake is shown with its file, its line and what to write, until it is fixed', async () => {
  const { root, send, save, open } = preview();
  save(paths.article, wrong);
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  const line = `content/${paths.article}:5:11  There is no \`sport\` in content/categories.yaml.  Use an id that exists, or add it to content/categories.yaml first.`;
  const message = {
    type: 'error',
    err: {
      name: '1 mistake in the content',
      title: line,
      message: 'The page shows the last state without mistakes. This notice goes when they are fixed.',
      stack: line,
      loc: { file: `${root}/content/${paths.article}`, line: 5, column: 11 },
    },
  };
  expect(send).toHaveBeenLastCalledWith(message);
  open();
  expect(send).toHaveBeenCalledTimes(2);
  expect(send).toHaveBeenLastCalledWith(message);
  save(paths.article, good);
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(3));
  expect(send).toHaveBeenLastCalledWith({ type: 'full-reload' });
  open();
  expect(send).toHaveBeenCalledTimes(3);
});

test('nothing from the content is where it would be read as HTML', async () => {
  const { send, save } = preview();
  save(
    paths.article,
    swap('The first sentence.', '[x](model:<img src=x onerror=alert(1)>)\n\n<script>alert(1)</script>')(good),
  );
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  const [sent] = send.mock.calls[0] ?? [];
  expect(sent && 'err' in sent ? sent.err.message : '').not.toMatch(/[<&]/u);
});

test('advice and files outside of the content show nothing', async () => {
  const { root, send, save } = preview();
  save(paths.article, swap('A first story', 'x'.repeat(91))(good));
  save('../src/a.ts', 'const x = 1;');
  await new Promise((wait) => setTimeout(wait, 300));
  expect([root !== '', send.mock.calls]).toEqual([true, []]);
});

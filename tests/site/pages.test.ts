import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { attribute, elements, files, pageAt, pages, tagged, textOf } from './dist.ts';

const site = 'https://megaton.ai';

describe('every page', () => {
  it('has one h1, a title, a description and its own canonical address', () => {
    const faults = pages.flatMap(({ path, root }) => {
      const title = textOf(tagged(root, 'title')[0] ?? root).trim();
      const description = attribute(
        elements(root, (element) => attribute(element, 'name') === 'description')[0],
        'content',
      );
      const canonical = attribute(elements(root, (element) => attribute(element, 'rel') === 'canonical')[0], 'href');
      return [
        ...(tagged(root, 'h1').length === 1 ? [] : [`${path}: ${tagged(root, 'h1').length} h1`]),
        ...(title.length > 3 ? [] : [`${path}: title "${title}"`]),
        ...(description !== undefined && description.length > 10 ? [] : [`${path}: description "${description}"`]),
        // A board for other sites means the board itself.
        ...(canonical === `${site}${path.replace('404.html', '404/').replace(/^\/embed\//u, '/leaderboards/')}`
          ? []
          : [`${path}: canonical ${canonical}`]),
      ];
    });
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(100);
  });

  it('has a title of its own', () => {
    // A board's own page and its newest edition have different titles too.
    const titles = Map.groupBy(pages, ({ root }) => textOf(tagged(root, 'title')[0] ?? root));
    expect(
      [...titles]
        .filter(([, sharing]) => sharing.length > 1)
        .map(([title, sharing]) => [title, sharing.map(({ path }) => path)]),
    ).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    // The validator does find faults.
    expect((await validator.validateString('<p><div>x</div></p><img>')).valid).toBe(false);
    const faults: string[] = [];
    for (const { path, html } of pages) {
      const report = await validator.validateString(html, path);
      for (const { messages } of report.results)
        faults.push(
          ...messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
        );
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('holds no style attribute, one style element of our own, no handler, and no script but the one line for the theme', () => {
    const faults = pages.flatMap(({ path, root }) =>
      elements(root).flatMap(({ properties }) =>
        Object.keys(properties)
          .filter((name) => name === 'style' || /^on[A-Z]/u.test(name))
          .map((name) => `${path}: ${name}`),
      ),
    );
    const inline = new Set(
      pages.flatMap(({ root }) =>
        tagged(root, 'script')
          .filter(
            (script) => attribute(script, 'src') === undefined && attribute(script, 'type') !== 'application/ld+json',
          )
          .map(textOf),
      ),
    );
    expect(faults).toEqual([]);
    // The policy allows it by its hash.
    expect(inline.size).toBe(1);
    for (const { path, root } of pages) expect(tagged(root, 'style').length, path).toBe(1);
  });

  it('loads nothing from another origin', () => {
    const loading = new Set(['script', 'img', 'iframe', 'video', 'audio', 'source', 'embed', 'object']);
    const faults = pages.flatMap(({ path, root }) =>
      elements(root)
        .filter(
          (element) =>
            loading.has(element.tagName) ||
            (element.tagName === 'link' && !/^(?:canonical|alternate)$/u.test(attribute(element, 'rel') ?? '')),
        )
        .flatMap((element) => [
          attribute(element, 'src'),
          attribute(element, 'srcSet'),
          element.tagName === 'link' ? attribute(element, 'href') : undefined,
        ])
        .filter((address) => address !== undefined && !/^\/(?!\/)/u.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(faults).toEqual([]);
  });

  it('offers the feed', () => {
    const without = pages.filter(
      ({ root }) =>
        !elements(
          root,
          (element) =>
            attribute(element, 'type') === 'application/rss+xml' && attribute(element, 'href') === '/rss.xml',
        ).length,
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('holds no placeholder text', () => {
    const placeholder =
      /lorem ipsum|placeholder text|\bTODO\b|\bTBD\b|\bundefined\b|\[object Object\]|\bNaN\b|stand-in/iu;
    const faults = pages.flatMap(({ path, root }) => {
      const found = placeholder.exec(textOf(tagged(root, 'body')[0] ?? root));
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(faults).toEqual([]);
  });
});

describe('links', () => {
  const paths = new Set(pages.map(({ path }) => path));
  const known = new Set([...paths, ...files]);
  const anchors = new Map(
    pages.map(({ path, root }) => [path, new Set(elements(root).flatMap((element) => attribute(element, 'id') ?? []))]),
  );
  const internal = pages.flatMap(({ path, root }) =>
    elements(root)
      .flatMap((element) => [
        attribute(element, 'href'),
        attribute(element, 'src'),
        ...(attribute(element, 'srcSet') ?? '').split(', ').map((part) => part.split(' ')[0]),
      ])
      .filter((address): address is string => address !== undefined && address !== '' && /^[/#]/u.test(address))
      .map((address) => ({ from: path, address })),
  );

  it('lead to pages and files that exist', () => {
    const broken = internal.filter(
      ({ from, address }) => !known.has(decodeURI(address.startsWith('#') ? from : (address.split(/[?#]/u)[0] ?? ''))),
    );
    expect(broken.slice(0, 20)).toEqual([]);
    expect(internal.length).toBeGreaterThan(1000);
  });

  it('lead to anchors that exist', () => {
    const broken = internal.filter(({ from, address }) => {
      const [path = '', anchor] = address.split('#');
      return (
        anchor !== undefined &&
        anchor !== '' &&
        !anchors.get(path === '' ? from : path)?.has(decodeURIComponent(anchor))
      );
    });
    expect(broken.slice(0, 20)).toEqual([]);
  });

  it('reach every page from the home page', () => {
    const byPage = Map.groupBy(internal, ({ from }) => from);
    const reached = new Set(['/']);
    const queue = ['/'];
    for (const path of queue) {
      for (const { address } of byPage.get(path) ?? []) {
        const target = address.split(/[?#]/u)[0] ?? '';
        if (paths.has(target) && !reached.has(target)) {
          reached.add(target);
          queue.push(target);
        }
      }
    }
    // The error page is reached by error, the one for lost connections by the service worker, and the page after the newsletter form by the form.
    expect(
      [...paths].filter((path) => !reached.has(path) && !['/404.html', '/offline/', '/subscribed/'].includes(path)),
    ).toEqual([]);
  });
});

describe('kinds of pages', () => {
  it.each([
    '/',
    '/news/',
    '/news/artists-stealing-isnt-innovation/',
    '/categories/culture/',
    '/categories/research/',
    '/authors/megaton-staff/',
    '/archive/',
    '/archive/2026/01/',
    '/reviews/',
    '/reviews/kling-2-6-review/',
    '/leaderboards/',
    '/leaderboards/top-models/',
    '/leaderboards/top-models/2026-01-23/',
    '/leaderboards/arena-text-to-video/2026-09-22/',
    '/models/',
    '/models/kling-2-6/',
    '/providers/',
    '/providers/google/',
    '/products/',
    '/products/megaton-mask/',
    '/products/megaton-mesh/',
    '/features/',
    '/contact/',
    '/media/',
    '/terms/',
    '/privacy/',
    '/security/',
    '/cookies/',
    '/method/',
    '/ethics/',
    '/ownership/',
    '/newsletter/',
    '/search/',
    '/feeds/',
    '/offline/',
    '/404.html',
  ])('%s is built', (path) => {
    expect(textOf(tagged(pageAt(path).root, 'h1')[0] ?? { type: 'root', children: [] }).trim()).not.toBe('');
  });
});

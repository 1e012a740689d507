/**
 * Keeps the pages that a reader has opened. The network always comes first, so that nobody reads an old page while the new
 * one can be had; what is kept is shown only when the network fails. `/sw-settings.js` switches it off, and then it
 * deletes what it kept and takes itself out of the browser.
 */
importScripts('/sw-settings.js');

const shell = 'megaton-shell-1';
const pages = 'megaton-pages-1';
const files = 'megaton-files-1';
const offlinePage = '/offline/';

/** How many of each are kept; the oldest go first. */
const most = { [shell]: Infinity, [pages]: 60, [files]: 240 };

self.addEventListener('install', (event) => {
  event.waitUntil(
    self.keepsPages ? keepWithFiles(shell, offlinePage, shell).then(() => self.skipWaiting()) : self.skipWaiting(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.keepsPages ? begin() : removeAll());
});

// A page of a site that keeps nothing any more goes on loading files through this worker until it is left.
self.addEventListener('message', (event) => {
  if (event.data !== 'forget') return;
  self.keepsPages = false;
  event.waitUntil(removeAll());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (!self.keepsPages || request.method !== 'GET' || url.origin !== location.origin) return;
  // The editor is for writers, who are online.
  if (url.pathname.startsWith('/admin/')) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  // Names below /_astro/ hold a digest: a file never changes under its name.
  else if (url.pathname.startsWith('/_astro/')) event.respondWith(file(event));
});

/** From the network; without it, what is kept; without that, the page that says what is missing. */
async function page(event, url) {
  try {
    // Asked for while this worker was starting.
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isPage(answer) && url.pathname !== offlinePage) event.waitUntil(keep(pages, url.pathname, answer.clone()));
    return answer;
  } catch {
    return (await caches.match(url.pathname, { cacheName: pages })) ?? missing(url);
  }
}

const isPage = (answer) =>
  answer.ok && !answer.redirected && (answer.headers.get('Content-Type') ?? '').startsWith('text/html');

async function file(event) {
  const kept =
    (await caches.match(event.request, { cacheName: files })) ??
    (await caches.match(event.request, { cacheName: shell }));
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(files, event.request, answer.clone()));
  return answer;
}

/** Puts an answer behind all others and lets the oldest go. */
async function keep(name, key, answer) {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most[name])).map((old) => cache.delete(old)));
  // Switched off while this was kept.
  if (!self.keepsPages) await caches.delete(name);
}

/** Takes the site over: the pages that are open were asked for before there was a worker. */
async function begin() {
  await deleteCaches((name) => !(name in most));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: 'window' });
  await Promise.all(open.map(({ url }) => keepWithFiles(pages, new URL(url).pathname, files).catch(() => undefined)));
}

/** Keeps a page with the files that it shows. */
async function keepWithFiles(cacheName, path, filesName) {
  const answer = await fetch(path, { cache: 'no-cache' });
  if (!isPage(answer)) throw new Error(`${path}: ${answer.status}`);
  const html = await answer.clone().text();
  const shown = [...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map(([, file]) => file);
  const store = await caches.open(filesName);
  await Promise.all([keep(cacheName, path, answer), store.addAll([...new Set(shown)])]);
}

/** The offline page with the address of what is missing and links to what is there. */
async function missing(url) {
  const cache = await caches.open(pages);
  const offline = await caches.match(offlinePage, { cacheName: shell });
  if (!offline) return Response.error();
  const kept = await Promise.all(
    (await cache.keys()).reverse().map(async (request) => ({
      path: new URL(request.url).pathname,
      title: titleOf(await (await cache.match(request)).text()),
    })),
  );
  const links = kept.map(
    ({ path, title }) => `<li><a href="${escape(path)}">${title || escape(decoded(path))}</a></li>`,
  );
  const html = (await offline.text())
    .replace(/(<b data-missing[^>]*>)[^<]*/, (_, tag) => tag + escape(decoded(url.pathname)))
    .replace(/(<ul data-kept[^>]*>)[\s\S]*?(<\/ul>)/, (all, start, end) =>
      links.length === 0 ? all : start + links.join('') + end,
    );
  const policy = offline.headers.get('Content-Security-Policy');
  return new Response(html, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...(policy && { 'Content-Security-Policy': policy }) },
  });
}

/** The title of a kept page, which is HTML already. */
const titleOf = (html) => (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').replace(/ \| [^|]*$/, '');

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

async function deleteCaches(isOld) {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('megaton-') && isOld(name)).map((name) => caches.delete(name)),
  );
}

async function removeAll() {
  await deleteCaches(() => true);
  await self.registration.unregister();
}

/**
 * Lets the browser keep the pages that the reader opens, where the site says so; where it does not, takes everything away
 * that earlier visits left.
 */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  if (document.documentElement.dataset['offline'] === 'on') {
    // After the page itself, which comes first.
    addEventListener(
      'load',
      () => void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined),
    );
  } else {
    void forget().catch(() => undefined);
  }
}

async function forget(): Promise<void> {
  navigator.serviceWorker.controller?.postMessage('forget');
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('megaton-')).map((name) => caches.delete(name)));
}

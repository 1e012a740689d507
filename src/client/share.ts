/** Gives the share button the system's share sheet where there is one, and turns on the copying of the address. */
export function share(): void {
  const opener = document.querySelector<HTMLButtonElement>('[data-share]');
  const copier = document.querySelector<HTMLButtonElement>('[data-copy]');
  if (!opener || !copier) return;
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  if (typeof navigator.share === 'function') {
    opener.addEventListener('click', (event) => {
      // Else the button opens the list of ways.
      event.preventDefault();
      // Closing the share sheet is no failure.
      navigator.share({ title: opener.dataset['share'] ?? document.title, url }).catch(() => undefined);
    });
  }
  copier.disabled = false;
  copier.addEventListener('click', () => {
    navigator.clipboard.writeText(url).then(
      () => (copier.textContent = 'Link copied'),
      () => (copier.textContent = `Copy this address: ${url}`),
    );
  });
}

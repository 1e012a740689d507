/** Turns on the share buttons: the system's share sheet where there is one, else the address is copied. */
export function share(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
    const canShare = typeof navigator.share === 'function';
    button.disabled = false;
    button.textContent = canShare ? 'Share' : 'Copy link';
    button.addEventListener('click', () => void shareOrCopy(button, canShare));
  }
}

async function shareOrCopy(button: HTMLButtonElement, canShare: boolean): Promise<void> {
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  try {
    if (canShare) await navigator.share({ title: button.dataset['share'] ?? document.title, url });
    else await navigator.clipboard.writeText(url);
    if (!canShare) button.textContent = 'Link copied';
  } catch (error) {
    // Closing the share sheet is no failure.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    button.textContent = `Copy this address: ${url}`;
  }
}

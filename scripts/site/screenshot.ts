import type { Browser, Page } from 'playwright-core';

/** How a picture of a page is taken. */
export interface Screenshot {
  /** In CSS pixels. */
  width: number;
  theme: 'light' | 'dark';
  /** The PNG file to write. */
  file: string;
  /** What a reader does before the picture is taken; then it shows the window, else all of the page. */
  act?: ((page: Page) => Promise<void>) | undefined;
}

/** Opens an address as a reader without motion would, waits for every picture, and writes what is seen. */
export async function takeScreenshot(
  browser: Browser,
  address: string,
  { width, theme, file, act }: Screenshot,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  // Lazy pictures load only when they come near.
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  await act?.(page);
  await page.screenshot({ path: file, fullPage: act === undefined });
  await page.close();
}

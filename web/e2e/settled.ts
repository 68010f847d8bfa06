import type { Page } from 'playwright-core';

/** Waits until the page has its heading and all that it loads. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const heading = document.querySelector('h1');
    return (
      heading &&
      heading.dataset['left'] !== heading.textContent &&
      !document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy')
    );
  });
}

/** As a link within the product does it: the page is not loaded anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const heading = document.querySelector('h1');
    // The page that is left stays on the screen until the next one has arrived.
    if (heading && location.pathname !== to.split('?', 1)[0]) heading.dataset['left'] = heading.textContent;
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
  await settled(page);
}

/** Waits until the page is drawn for the dark, or for the light. */
export async function shine(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async (scheme) => {
    const drawn = () => new Promise((next) => requestAnimationFrame(next));
    const { dataset } = document.documentElement;
    while (dataset['mantineColorScheme'] && dataset['mantineColorScheme'] !== scheme) await drawn();
    await drawn();
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    await drawn();
  }, colorScheme);
}

/** Waits until what follows its place, as an open menu does, has followed. */
export async function framesDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    await frame();
    await frame();
    await frame();
  });
}

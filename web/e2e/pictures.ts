import type { Page } from 'playwright-core';

const drawings = {
  /** A house in two colours, on nothing. */
  logo: `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="120" viewBox="0 0 360 120">
    <path d="M20 108V54L72 16l52 38v54z" fill="#7a2e5d"/><rect x="58" y="66" width="28" height="42" fill="#fff"/>
    <rect x="150" y="44" width="190" height="14" fill="#23211e"/><rect x="150" y="70" width="120" height="14" fill="#8a857c"/></svg>`,
  portrait: `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400">
    <rect width="400" height="400" fill="#d8cfc0"/><circle cx="200" cy="160" r="80" fill="#7a5a44"/>
    <path d="M60 400c0-90 60-140 140-140s140 50 140 140z" fill="#2f5d50"/></svg>`,
};

/** A PNG, drawn by the browser, as a file that somebody chooses. */
export async function aPicture(page: Page, what: keyof typeof drawings) {
  const helper = await page.context().newPage();
  const size = what === 'logo' ? { width: 360, height: 120 } : { width: 400, height: 400 };
  await helper.setViewportSize(size);
  await helper.setContent(`<style>body{margin:0}svg{display:block}</style>${drawings[what]}`);
  const buffer = await helper.screenshot({ type: 'png', omitBackground: true });
  await helper.close();
  return { name: `${what}.png`, mimeType: 'image/png', buffer };
}

import type { Page } from 'playwright-core';
import { until } from './seen';

/** The demo mailbox, read as a person does: its list, then one mail. */
export class Mailbox {
  constructor(private readonly page: Page) {}

  /** The subjects of all mails to that address, the newest first. */
  async mailsTo(name: string): Promise<string[]> {
    await this.page.goto('/demo/mailbox');
    const lines = this.page.getByRole('listitem').filter({ hasText: name });
    return lines.locator('a > span').allInnerTexts();
  }

  async isEmpty(): Promise<boolean> {
    await this.page.goto('/demo/mailbox');
    return this.page.getByRole('heading', { name: 'No mail yet' }).isVisible();
  }

  /** Waits for a mail to arrive and opens the newest; answers with the frame that shows it. */
  async read(name: string) {
    await until(`${name} has a mail`, async () => (await this.mailsTo(name)).length > 0);
    await this.page.getByRole('listitem').filter({ hasText: name }).first().getByRole('link').click();
    return this.page.frameLocator('iframe');
  }

  /** The newest mail with such a link: its address. */
  async linkTo(part: string): Promise<string> {
    return until(`a mail leads to ${part}`, async () => {
      await this.page.goto('/demo/mailbox');
      const mails = await this.page
        .getByRole('listitem')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      for (const mail of mails) {
        const html = await (await this.page.request.get(`${mail}/html`)).text();
        const link = new RegExp(`https?://[^"\\s<]+${part}[^"\\s<]+`).exec(html);
        if (link) return link[0];
      }
      return null;
    });
  }
}

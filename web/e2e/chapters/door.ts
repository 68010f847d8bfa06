import { companyName, owner } from '../cast';
import { password } from '../database';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { seen } from '../seen';
import { english as t } from '../texts';

/** The owner comes in by the company's page. */
export function theDoor(scene: Scene) {
  return scene.story.step('the owner signs in on the company’s page', [], async () => {
    await scene.database.addColleague({ ...owner, role: 'OWNER' });
    const olivia = await scene.arrives({ name: 'owner' });
    await olivia.open('/');
    await seen(olivia.page.getByText(t('auth:signIn.lead', { company: companyName })));
    await signIn(olivia, owner.email, password);
    await seen(olivia.page.getByRole('heading', { level: 1, name: t('console:contacts.title') }));
    return olivia;
  });
}

/** On the sign-in page, which must be open. */
export async function signIn({ page }: Person, address: string, secret: string): Promise<void> {
  await page.getByRole('textbox', { name: t('auth:fields.email') }).fill(address);
  await page.getByLabel(t('auth:fields.password'), { exact: true }).fill(secret);
  await page.getByRole('button', { name: t('auth:signIn.submit') }).click();
}

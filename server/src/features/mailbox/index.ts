import type { Feature } from '../../platform/feature';
import { DemoMail } from './demo-mail.entity';

/** Where there is no mail server: the mails that would have gone out, to be read in a browser. */
export const mailbox: Feature = {
  name: 'mailbox',
  entities: [DemoMail],
  permissions: {},
};

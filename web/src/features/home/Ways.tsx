import { IconMail, IconPhone } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { PlainButton } from '../../ui/PlainButton';
import classes from './Ways.module.css';

interface WaysProps {
  /** Whom they reach, for those who hear only the button. */
  name: string;
  email: string | null;
  phone: string | null;
}

/** Call or write, with one press. */
export function Ways({ name, email, phone }: WaysProps) {
  const { t } = useTranslation('portal');
  if (!email && !phone) return null;
  return (
    <div className={classes.ways}>
      {phone && (
        <PlainButton
          href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}
          variant="light"
          icon={<IconPhone size={18} />}
          aria-label={t('contacts.call', { name, phone })}
        >
          {phone}
        </PlainButton>
      )}
      {email && (
        <PlainButton
          href={`mailto:${email}`}
          variant="default"
          icon={<IconMail size={18} />}
          aria-label={t('contacts.write', { name, email })}
        >
          {email}
        </PlainButton>
      )}
    </div>
  );
}

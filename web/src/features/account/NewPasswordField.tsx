import { IconCheck, IconCircleDashed } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { PasswordField } from '../../ui/PasswordField';
import classes from './NewPasswordField.module.css';
import { PASSWORD_LENGTH, passwordStrength } from './passwordStrength';

interface NewPasswordFieldProps {
  /** Of `form.field('password', …)`. */
  field: Record<string, unknown>;
  value: string;
}

/** One rule, told while typing: enough characters. The server also refuses passwords from known leaks. */
export function NewPasswordField({ field, value }: NewPasswordFieldProps) {
  const { t } = useTranslation('auth');
  const missing = PASSWORD_LENGTH - [...value].length;
  const met = missing <= 0;
  const Icon = met ? IconCheck : IconCircleDashed;
  const progress = met ? t('password.lengthMet') : t('password.lengthLeft', { count: missing });
  return (
    <div className={classes.field}>
      <PasswordField {...field} autoComplete="new-password" description={t('password.hint')} />
      <p className={met ? `${classes.rule} ${classes.met}` : classes.rule} role="status">
        <Icon size={18} />
        <span>
          {value ? progress : t('password.length', { limit: PASSWORD_LENGTH })}
          {met && ` · ${t(`password.${passwordStrength(value)}`)}`}
        </span>
      </p>
    </div>
  );
}

import { errorText } from '../../platform/errorText';
import { toUserErrors } from '../../platform/errors';
import { currentLanguage, useTranslation } from '../../platform/i18n';
import { useSession } from '../../platform/session';
import { LanguageSelect } from '../../ui/LanguageSelect';
import { refusal } from '../../ui/toasts';
import { useUpdateProfile } from './useUpdateProfile';

/** Of this portal and of every mail; the page follows at once. */
export function AccountLanguage() {
  useTranslation();
  const { readOnly } = useSession();
  const update = useUpdateProfile();
  const choose = async (language: ReturnType<typeof currentLanguage>) => {
    try {
      const errors = (await update({ language }))?.errors ?? [{ code: 'FORBIDDEN' as const }];
      if (errors.length) refusal(errors.map(errorText).join(' '));
    } catch (thrown) {
      refusal(toUserErrors(thrown).map(errorText).join(' '));
    }
  };
  return (
    <LanguageSelect
      withLabel
      value={currentLanguage()}
      disabled={readOnly}
      onChange={(language) => void choose(language)}
    />
  );
}

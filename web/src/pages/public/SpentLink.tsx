import { Button } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { useSession } from '../../platform/session';
import { PublicFrame } from './PublicFrame';

interface LinkStateProps {
  state: 'USED' | 'EXPIRED';
  purpose: 'invitation' | 'reset';
}

/** A link that is good for nothing any more: why, and what to do instead. */
export function SpentLink({ state, purpose }: LinkStateProps) {
  const { t } = useTranslation('auth');
  const { name: company } = useSession().company;
  const expiredText = purpose === 'reset' ? t('reset.expiredText') : t('invitation.expiredText', { company });
  const used = state === 'USED';
  return (
    <PublicFrame
      title={used ? t('invitation.usedTitle') : t('invitation.expiredTitle')}
      lead={used ? t('invitation.usedText') : expiredText}
    >
      <Button component={Link} to={purpose === 'reset' ? '/reset' : '/login'}>
        {purpose === 'reset' ? t('reset.newLink') : t('reset.back')}
      </Button>
    </PublicFrame>
  );
}

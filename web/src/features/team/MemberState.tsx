import { useTranslation } from '../../platform/i18n';
import type { TeamMemberState } from '../../gql/graphql';
import { teamTones } from '../../platform/tones';
import { StatusChip } from '../../ui/StatusChip';

export function MemberState({ state }: { state: TeamMemberState }) {
  const { t } = useTranslation('team');
  return <StatusChip tone={teamTones[state]}>{t(`states.${state}`)}</StatusChip>;
}

import type { FragmentType } from '@apollo/client/masking';
import { Anchor, Avatar } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { FactList } from '../../ui/FactList';

const MemberFacts_member = graphql(`
  fragment MemberFacts_member on TeamMember {
    id
    name
    email
    phone
    jobTitle
    role
    invitedAt
    lastSeenAt
    signature
    picture {
      id
      url(width: 96)
    }
  }
`);

export function MemberFacts({ member }: { member: FragmentType<typeof MemberFacts_member> }) {
  const { t } = useTranslation(['team', 'common']);
  const f = useFormats();
  const data = useFragmentOf(MemberFacts_member, member);
  const { name, email, phone, jobTitle, role, invitedAt, lastSeenAt, signature, picture } = data;
  return (
    <>
      <Avatar src={picture?.url} name={name} alt="" size={72} color="gray" aria-hidden />
      <FactList
        facts={[
          { label: t('role'), value: t(`common:role.${role}`) },
          { label: t('jobTitle'), value: jobTitle },
          { label: t('email'), value: email && <Anchor href={`mailto:${email}`}>{email}</Anchor> },
          {
            label: t('phone'),
            value: phone && <Anchor href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</Anchor>,
          },
          { label: t('invited'), value: invitedAt && f.date(invitedAt) },
          { label: t('lastSeen'), value: lastSeenAt ? f.dateTime(lastSeenAt) : t('neverSeen') },
          { label: t('signature'), value: signature },
        ]}
      />
    </>
  );
}

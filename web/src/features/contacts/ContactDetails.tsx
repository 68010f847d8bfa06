import type { FragmentType } from '@apollo/client/masking';
import { Anchor } from '@mantine/core';
import { IconMailQuestion } from '../../ui/icons';
import { graphql } from '../../gql';
import type { ContactDetails_ContactFragment } from '../../gql/graphql';
import { useFormats } from '../../platform/formats';
import { languageNames, useTranslation } from '../../platform/i18n';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { FactList } from '../../ui/FactList';
import { Note } from '../../ui/Note';

const ContactDetails_contact = graphql(`
  fragment ContactDetails_contact on Contact {
    id
    email
    pendingEmail
    phone
    language
    notes
    createdAt
    lastSeenAt
    address {
      street
      houseNumber
      box
      postalCode
      city
      country
    }
    partnerCompany {
      id
      name
      vat
    }
  }
`);

/** How to reach this person, and what the team noted. */
export function ContactDetails({ contact }: { contact: FragmentType<typeof ContactDetails_contact> }) {
  const data = useFragmentOf(ContactDetails_contact, contact);
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const { email, pendingEmail, phone, partnerCompany, lastSeenAt } = data;
  return (
    <>
      {pendingEmail && (
        <Note icon={<IconMailQuestion size={20} />}>
          {t('contacts.pendingEmail', { email: pendingEmail })}
        </Note>
      )}
      <FactList
        facts={[
          { label: t('contacts.email'), value: email ? <Mail address={email} /> : t('contacts.noEmail') },
          { label: t('contacts.phone'), value: phone && <Phone number={phone} /> },
          { label: t('common:address.title'), value: addressLines(data.address, f.country) },
          { label: t('common:language.label'), value: languageNames[data.language] },
          { label: t('contacts.firm'), value: partnerCompany?.name },
          { label: t('contacts.vat'), value: partnerCompany?.vat },
          { label: t('contacts.lastSeen'), value: lastSeenAt && f.dateTime(lastSeenAt) },
          { label: t('contacts.added'), value: f.date(data.createdAt) },
          { label: t('contacts.notes'), value: data.notes },
        ]}
      />
    </>
  );
}

const Mail = ({ address }: { address: string }) => <Anchor href={`mailto:${address}`}>{address}</Anchor>;

const Phone = ({ number }: { number: string }) => (
  <Anchor href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>{number}</Anchor>
);

function addressLines(
  address: ContactDetails_ContactFragment['address'],
  countryName: (code: string) => string,
): string | null {
  if (!address) return null;
  const { street, houseNumber, box, postalCode, city, country } = address;
  const lines = [
    [street, houseNumber, box].filter(Boolean).join(' '),
    [postalCode, city].filter(Boolean).join(' '),
    country && countryName(country),
  ];
  return lines.filter(Boolean).join('\n') || null;
}

import type { FragmentType } from '@apollo/client/masking';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { ContactKind, ContactList_ContactFragment, ContactSort } from '../../gql/graphql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { type Column, DataList } from '../../ui/DataList';
import { StatusChip } from '../../ui/StatusChip';
import { ContactAccess } from './ContactAccess';
import { ContactMenu } from './ContactMenu';
import classes from './contacts.module.css';
import { Dim } from './Dim';

const ContactList_contact = graphql(`
  fragment ContactList_contact on Contact {
    id
    name
    email
    phone
    createdAt
    saleCancelled
    partnerCompany {
      id
      name
    }
    purchases {
      id
      unit {
        id
        number
        project {
          id
          name
          kind
        }
      }
    }
    leads {
      id
      unit {
        id
        number
        project {
          id
          name
        }
      }
    }
    ...ContactAccess_contact
    ...ContactMenu_contact
  }
`);

type Row = ContactList_ContactFragment;

export interface ContactListProps {
  kind: ContactKind;
  contacts: FragmentType<typeof ContactList_contact>[] | undefined;
  sort: ContactSort;
  onSort: (sort: ContactSort) => void;
  total?: number;
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
  empty: ReactNode;
  onViewAs: (contact: { id: string; name: string }) => void;
}

/** One tab of the contacts: people as rows, each a link to the person. */
export function ContactList({ kind, contacts, onSort, onViewAs, ...list }: ContactListProps) {
  const { t } = useTranslation(['console', 'common']);
  const rows = useFragmentOf(ContactList_contact, contacts ?? []);
  const columns = useContactColumns(kind);
  return (
    <DataList<Row>
      {...list}
      label={t(`contacts.tabs.${kind}`)}
      columns={columns}
      rows={contacts && rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      rowLink={({ id }) => `/console/contacts/${id}`}
      rowActions={(contact) => <ContactMenu contact={contact} onViewAs={onViewAs} />}
      onSort={(sort) => onSort(sort as ContactSort)}
    />
  );
}

function useContactColumns(kind: ContactKind): Column<Row>[] {
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const name: Column<Row> = {
    key: 'name',
    header: t('contacts.name'),
    cell: (contact) => <Person name={contact.name} detail={contact.email ?? t('contacts.noEmail')} />,
    sort: { asc: 'NAME_ASC', desc: 'NAME_DESC' },
  };
  const access: Column<Row> = {
    key: 'access',
    header: t('contacts.access'),
    cell: (contact) => <ContactAccess contact={contact} />,
  };
  const added: Column<Row> = {
    key: 'added',
    header: t('contacts.added'),
    cell: ({ createdAt }) => <time dateTime={createdAt}>{f.date(createdAt)}</time>,
    sort: { asc: 'OLDEST', desc: 'NEWEST' },
  };
  if (kind === 'PARTNER') {
    const firm = { key: 'firm', header: t('contacts.firm'), cell: (row: Row) => row.partnerCompany?.name };
    return [name, firm, access, added];
  }
  if (kind === 'LEAD') {
    const phone = { key: 'phone', header: t('contacts.phone'), cell: (row: Row) => row.phone };
    return [name, { key: 'units', header: t('contacts.interest'), cell: interest }, phone, added];
  }
  return [name, { key: 'homes', header: t('contacts.homes'), cell: homes }, access, added];

  function interest({ leads, saleCancelled }: Row) {
    if (saleCancelled) return <StatusChip tone="warning">{t('contacts.saleCancelled')}</StatusChip>;
    return leads.length ? f.list(leads.map(({ unit }) => `${unit.project.name} ${unit.number}`)) : null;
  }
  function homes({ purchases }: Row) {
    if (!purchases.length) return <Dim>{t('contacts.noHome')}</Dim>;
    return f.list(
      purchases.map(({ unit: { number, project } }) =>
        project.kind === 'SINGLE' ? project.name : `${project.name} ${number}`,
      ),
    );
  }
}

const Person = ({ name, detail }: { name: string; detail: string }) => (
  <span className={classes.person}>
    <span>{name}</span>
    <span className={classes.detail}>{detail}</span>
  </span>
);

import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconUsers } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { Link } from '../../../platform/router';
import { ContactList } from '../../../features/contacts/ContactList';
import { contactKinds, slugOfKind } from '../../../features/contacts/contactKinds';
import { useViewAs } from '../../../features/impersonation/useViewAs';
import { graphql } from '../../../gql';
import type { ContactKind } from '../../../gql/graphql';
import { nodesOf } from '../../../platform/cache';
import { isNotFound } from '../../../platform/errors';
import { useSession } from '../../../platform/session';
import { useChoiceParam, useOptionalParam, useTextParam } from '../../../platform/urlState';
import { EmptyState } from '../../../ui/EmptyState';
import { ListTools } from '../../../ui/ListTools';
import { PageHeader } from '../../../ui/PageHeader';
import { PageTabs } from '../../../ui/PageTabs';
import { SearchField } from '../../../ui/SearchField';

const ContactsQuery = graphql(`
  query Contacts(
    $kind: ContactKind!
    $search: String
    $accessState: [AccessStateFilter!]
    $sort: ContactSort!
    $after: String
  ) {
    contacts(kind: $kind, search: $search, accessState: $accessState, sort: $sort, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...ContactList_contact
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ContactCountsQuery = graphql(`
  query ContactCounts {
    CUSTOMER: contacts(kind: CUSTOMER, first: 1) {
      totalCount
    }
    PARTNER: contacts(kind: PARTNER, first: 1) {
      totalCount
    }
    LEAD: contacts(kind: LEAD, first: 1) {
      totalCount
    }
  }
`);

const sorts = ['NAME_ASC', 'NAME_DESC', 'NEWEST', 'OLDEST'] as const;
const states = ['NOT_YET_INVITED', 'INVITED', 'ACTIVE', 'REVOKED'] as const;

export function ContactsPage() {
  const { t } = useTranslation(['console', 'common']);
  const { hasRole } = useSession();
  const [kind, setKind] = useChoiceParam('tab', contactKinds, 'CUSTOMER');
  // A page of one would lie in the cache as the beginning of the list.
  const { data: counts } = useQuery(ContactCountsQuery, { fetchPolicy: 'no-cache' });
  return (
    <>
      <PageHeader
        title={t('contacts.title')}
        lead={t('contacts.lead')}
        actions={hasRole('OWNER') && <AddButton kind={kind} />}
      />
      <PageTabs
        label={t('contacts.title')}
        value={kind}
        onChange={setKind}
        tabs={contactKinds.map((value) => ({
          value,
          label: t(`contacts.tabs.${value}`),
          count: counts?.[value]?.totalCount,
        }))}
      >
        <ContactTab key={kind} kind={kind} />
      </PageTabs>
    </>
  );
}

function ContactTab({ kind }: { kind: ContactKind }) {
  const { t } = useTranslation(['console', 'common']);
  const { hasRole } = useSession();
  const [search, setSearch] = useTextParam('q');
  const [state, setState] = useOptionalParam('access', states);
  const [sort, setSort] = useChoiceParam('sort', sorts, 'NAME_ASC');
  const { viewAs, dialog } = useViewAs();
  const accessState = kind !== 'LEAD' && state ? [state] : null;
  const { data, previousData, error, fetchMore, loading } = useQuery(ContactsQuery, {
    variables: { kind, search: search || null, accessState, sort },
  });
  if (error && !isNotFound(error)) throw error;
  const contacts = (data ?? previousData)?.contacts;
  const filtered = search !== '' || accessState !== null;
  const clear = () => {
    setSearch('');
    setState(null);
  };
  return (
    <>
      <ListTools search={<SearchField value={search} onChange={setSearch} label={t('contacts.search')} />}>
        {kind !== 'LEAD' && (
          <NativeSelect
            aria-label={t('contacts.access')}
            value={state ?? ''}
            onChange={({ currentTarget }) =>
              setState(states.find((each) => each === currentTarget.value) ?? null)
            }
            data={[
              { value: '', label: t('contacts.anyAccess') },
              ...states.map((value) => ({ value, label: t(`common:accessState.${value}`) })),
            ]}
          />
        )}
      </ListTools>
      <ContactList
        kind={kind}
        contacts={contacts ? nodesOf(contacts) : undefined}
        sort={sort}
        onSort={(next) => setSort(next)}
        total={contacts?.totalCount}
        hasMore={contacts?.pageInfo.hasNextPage}
        onMore={() => void fetchMore({ variables: { after: contacts?.pageInfo.endCursor } })}
        loadingMore={loading && contacts !== undefined}
        onViewAs={viewAs}
        empty={
          <EmptyState
            icon={<IconUsers />}
            title={filtered ? t('common:list.nothingTitle') : t(`contacts.empty.${kind}.title`)}
            text={filtered ? t('common:list.nothingText') : t(`contacts.empty.${kind}.text`)}
            action={
              filtered ? (
                <Button variant="default" onClick={clear}>
                  {t('common:list.clearFilters')}
                </Button>
              ) : (
                hasRole('OWNER') && <AddButton kind={kind} />
              )
            }
          />
        }
      />
      {dialog}
    </>
  );
}

function AddButton({ kind }: { kind: ContactKind }) {
  const { t } = useTranslation('console');
  return (
    <Button
      component={Link}
      to={`/console/contacts/new/${slugOfKind[kind]}`}
      leftSection={<IconPlus size={18} />}
    >
      {t(`contacts.new.${kind}`)}
    </Button>
  );
}

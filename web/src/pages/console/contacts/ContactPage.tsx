import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconEye, IconPencil } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { useParams } from '../../../platform/router';
import { CustomerCard } from '../../../features/access/CustomerCard';
import { ContactAccess } from '../../../features/contacts/ContactAccess';
import { ContactDetails } from '../../../features/contacts/ContactDetails';
import { ContactLeads } from '../../../features/contacts/ContactLeads';
import { EditContactForm } from '../../../features/contacts/EditContactForm';
import { useViewAs } from '../../../features/impersonation/useViewAs';
import { graphql } from '../../../gql';
import { isNotFound } from '../../../platform/errors';
import { useFlagParam } from '../../../platform/urlState';
import { NotFound } from '../../../ui/ErrorPage';
import { PageColumns } from '../../../ui/PageColumns';
import { PageHeader } from '../../../ui/PageHeader';
import { Panel } from '../../../ui/Panel';
import { PageSkeleton } from '../../../ui/Skeletons';
import { StatusChip } from '../../../ui/StatusChip';

const ContactPageQuery = graphql(`
  query ContactPage($id: ID!) {
    contact(id: $id) {
      id
      name
      kinds
      saleCancelled
      viewerCanEdit
      viewerCanImpersonate
      purchases {
        id
        ...CustomerCard_buyer
      }
      leads {
        id
      }
      ...ContactAccess_contact
      ...ContactDetails_contact
      ...ContactLeads_contact
      ...EditContactForm_contact
    }
  }
`);

export function ContactPage() {
  const { t } = useTranslation(['console', 'common']);
  const { id = '' } = useParams();
  const [editing, setEditing] = useFlagParam('edit');
  const { viewAs, dialog } = useViewAs();
  const { data, error, refetch } = useQuery(ContactPageQuery, { variables: { id } });
  if (error && !isNotFound(error)) throw error;
  if (!data) return error ? <NotFound /> : <PageSkeleton />;
  const { contact } = data;
  if (!contact) return <NotFound />;
  const { name, kinds, purchases } = contact;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: t('contacts.title'), to: `/console/contacts?tab=${kinds[0]}` }]}
        lead={kinds.map((kind) => t(`contacts.kind.${kind}`)).join(' · ')}
        aside={
          <>
            {contact.saleCancelled && <StatusChip tone="warning">{t('contacts.saleCancelled')}</StatusChip>}
            <ContactAccess contact={contact} />
          </>
        }
        actions={
          <>
            {contact.viewerCanImpersonate && (
              <Button
                variant="default"
                leftSection={<IconEye size={18} />}
                onClick={() => viewAs({ id, name })}
              >
                {t('access.viewAs')}
              </Button>
            )}
            {contact.viewerCanEdit && !editing && (
              <Button
                variant="default"
                leftSection={<IconPencil size={18} />}
                onClick={() => setEditing(true)}
              >
                {t('common:actions.edit')}
              </Button>
            )}
          </>
        }
      />
      <PageColumns
        aside={
          <Panel title={t('contacts.details')}>
            {editing && contact.viewerCanEdit ? (
              <EditContactForm contact={contact} reload={() => refetch()} onClose={() => setEditing(false)} />
            ) : (
              <ContactDetails contact={contact} />
            )}
          </Panel>
        }
      >
        {!editing && (kinds.includes('CUSTOMER') || purchases.length > 0) && (
          <Panel title={t('contacts.purchases')} lead={t('contacts.purchasesLead')}>
            {purchases.map((buyer) => (
              <CustomerCard key={buyer.id} buyer={buyer} subject="unit" onViewAs={viewAs} />
            ))}
            {purchases.length === 0 && <p>{t('contacts.noPurchases')}</p>}
          </Panel>
        )}
        {!editing && (kinds.includes('LEAD') || contact.leads.length > 0) && (
          <Panel title={t('contacts.leads')}>
            <ContactLeads contact={contact} />
          </Panel>
        )}
      </PageColumns>
      {dialog}
    </>
  );
}

import { useTranslation } from '../../../platform/i18n';
import { useParams } from '../../../platform/router';
import { kindOfSlug } from '../../../features/contacts/contactKinds';
import { NewCustomerForm, NewLeadForm, NewPartnerForm } from '../../../features/contacts/NewContactForms';
import { useSession } from '../../../platform/session';
import { NotFound } from '../../../ui/ErrorPage';
import { PageHeader } from '../../../ui/PageHeader';

const forms = { CUSTOMER: NewCustomerForm, PARTNER: NewPartnerForm, LEAD: NewLeadForm };

export function NewContactPage() {
  const { t } = useTranslation('console');
  const { hasRole } = useSession();
  const kind = kindOfSlug(useParams().kind);
  if (!kind || !hasRole('OWNER')) return <NotFound />;
  const Form = forms[kind];
  return (
    <>
      <PageHeader
        title={t(`contacts.new.${kind}`)}
        lead={t(`contacts.newLead.${kind}`)}
        crumbs={[{ label: t('contacts.title'), to: `/console/contacts?tab=${kind}` }]}
      />
      <Form />
    </>
  );
}

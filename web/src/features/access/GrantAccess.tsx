import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Group, TextInput } from '@mantine/core';
import { IconKey } from '../../ui/icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { errorText } from '../../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../../platform/errors';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { MutationFormView } from '../../ui/MutationFormView';
import { refusal, toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { GrantAccessMutation } from './access.graphql';
import classes from './access.module.css';

const GrantAccess_buyer = graphql(`
  fragment GrantAccess_buyer on UnitBuyer {
    id
    contact {
      id
      name
      version
    }
  }
`);

const AddAddress = graphql(`
  mutation AddAddress($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact {
        id
        email
        version
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

type Refused = readonly UserErrorLike[];
const forbidden: Refused = [{ code: 'FORBIDDEN' }];

/** Invites the customer; where her address is missing, asks for it here and does both in one go. */
export function GrantAccess({ buyer }: { buyer: FragmentType<typeof GrantAccess_buyer> }) {
  const data = useFragmentOf(GrantAccess_buyer, buyer);
  const { t } = useTranslation('console');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const grant = useGrant(data.id);
  const { name } = data.contact;
  const click = async () => {
    setBusy(true);
    try {
      const { errors } = await grant();
      if (!errors.length) toast(t('access.granted', { name }));
      else if (errors.some(({ field }) => field?.at(-1) === 'email')) setRefused(errors);
      else refusal(errors.map(errorText).join(' '));
    } catch (thrown) {
      refusal(toUserErrors(thrown).map(errorText).join(' '));
    } finally {
      setBusy(false);
    }
  };
  if (refused) {
    return (
      <GrantWithAddress
        contact={data.contact}
        grant={grant}
        refused={refused}
        onClose={() => setRefused(null)}
      />
    );
  }
  return (
    <Button w="fit-content" leftSection={<IconKey size={18} />} loading={busy} onClick={() => void click()}>
      {t('access.grant')}
    </Button>
  );
}

function useGrant(buyerId: string) {
  const [grantAccess] = useMutation(GrantAccessMutation);
  return async () => {
    const { data } = await grantAccess({ variables: { input: { buyerIds: [buyerId] } } });
    return { errors: data?.grantAccess?.errors ?? forbidden };
  };
}

interface GrantWithAddressProps {
  contact: { id: string; name: string; version: number };
  grant: () => Promise<{ errors: Refused }>;
  refused: Refused;
  onClose: () => void;
}

function GrantWithAddress({ contact, grant, refused, onClose }: GrantWithAddressProps) {
  const { t } = useTranslation(['console', 'common']);
  const [update] = useMutation(AddAddress);
  const form = useMutationForm({
    id: `grant:${contact.id}`,
    initialValues: { email: '' },
    submit: async ({ email }) => {
      const input = { id: contact.id, version: contact.version, change: { email } };
      const saved = (await update({ variables: { input } })).data?.updateContact;
      return !saved || saved.errors.length ? saved : grant();
    },
    onDone: () => toast(t('access.granted', { name: contact.name })),
  });
  const input = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone; what it asked for is here.
  useEffect(() => input.current?.focus(), []);
  const { error, ...email } = form.field('email', t('contacts.email'));
  const existingId = form.errors.find((each) => each.error.code === 'DUPLICATE_EMAIL')?.error.existingId;
  return (
    <div className={classes.grant}>
      <MutationFormView of={form} guard={false}>
        <TextInput
          {...email}
          error={(error as string | null) ?? (form.dirty ? null : refused.map(errorText).join(' '))}
          description={t('access.emailNeeded', { name: contact.name })}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          ref={input}
        />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t('access.saveAndGrant')}
          </Button>
          {existingId && (
            <Button component={Link} to={`/console/open/${existingId}`} variant="light">
              {t('contacts.openExisting')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      </MutationFormView>
    </div>
  );
}

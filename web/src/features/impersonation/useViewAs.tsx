import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { orNull } from '../../platform/change';
import { errorText } from '../../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../../platform/errors';
import { useSession } from '../../platform/session';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { refusal } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';

const StartImpersonation = graphql(`
  mutation StartImpersonation($input: StartImpersonationInput!) {
    startImpersonation(input: $input) {
      viewer {
        id
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

interface Subject {
  id: string;
  name: string;
  unitId?: string;
}

/**
 * Opens the portal through a customer's eyes. Where the company wants a reason the server says so, and only
 * then it is asked. Render `dialog` on the page.
 */
export function useViewAs() {
  const [start] = useMutation(StartImpersonation);
  const { identityChanged } = useSession();
  const [asking, setAsking] = useState<Subject | null>(null);

  const attempt = async ({ id, unitId }: Subject, reason: string | null) => {
    const input = { contactId: id, unitId, reason };
    return (await start({ variables: { input } })).data?.startImpersonation;
  };
  const opened = () => void identityChanged('/portal');
  const viewAs = async (subject: Subject) => {
    try {
      const errors: readonly UserErrorLike[] = (await attempt(subject, null))?.errors ?? [
        { code: 'FORBIDDEN' },
      ];
      if (!errors.length) opened();
      else if (errors.some(isReasonMissing)) setAsking(subject);
      else refusal(errors.map(errorText).join(' '));
    } catch (thrown) {
      refusal(toUserErrors(thrown).map(errorText).join(' '));
    }
  };
  const dialog = asking && (
    <ReasonDialog
      subject={asking}
      onClose={() => setAsking(null)}
      onStart={(reason) => attempt(asking, reason)}
      onDone={opened}
    />
  );
  return { viewAs: (subject: Subject) => void viewAs(subject), dialog };
}

const isReasonMissing = ({ field, reason }: UserErrorLike) =>
  reason === 'required' && field?.at(-1) === 'reason';

interface ReasonDialogProps {
  subject: Subject;
  onClose: () => void;
  onStart: (reason: string | null) => Promise<{ errors: readonly UserErrorLike[] } | null | undefined>;
  onDone: () => void;
}

function ReasonDialog({ subject, onClose, onStart, onDone }: ReasonDialogProps) {
  const { t } = useTranslation(['console', 'common']);
  const form = useMutationForm({
    id: `view-as:${subject.id}`,
    initialValues: { reason: '' },
    submit: ({ reason }) => onStart(orNull(reason)),
    onDone,
  });
  return (
    <Dialog opened onClose={onClose} title={t('access.viewAsTitle', { name: subject.name })}>
      <Stack>
        <Text c="dimmed">{t('access.viewAsWhy')}</Text>
        <MutationFormView of={form} guard={false}>
          <Textarea {...form.field('reason', t('access.reason'))} data-autofocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={form.busy}>
              {t('access.viewAsStart')}
            </Button>
          </Group>
        </MutationFormView>
      </Stack>
    </Dialog>
  );
}

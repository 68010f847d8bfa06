import { useMutation, useQuery } from '@apollo/client/react';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { errorText } from '../../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../../platform/errors';
import { ConfirmTyped } from '../../ui/ConfirmTyped';
import { TextSkeleton } from '../../ui/Skeletons';
import { toast } from '../../ui/toasts';
import classes from './access.module.css';
import type { BuyerDialogProps } from './RevokeDialog';

const RemovalPreviewQuery = graphql(`
  query RemovalPreview($unitId: ID!) {
    unit(id: $unitId) {
      id
      buyers {
        id
        removalPreview {
          endsLogin
          unitBecomesFree
          counts {
            kind
            count
          }
        }
      }
    }
  }
`);

const RemoveCustomer = graphql(`
  mutation RemoveCustomer($input: RemoveCustomerInput!) {
    removeCustomer(input: $input) {
      unit {
        id
        saleState
        viewerCanMarkSold
        viewerCanLinkCustomer
        buyers {
          id
          isPrimary
        }
      }
      contact {
        id
        kinds
        saleCancelled
        accessState
        purchases {
          id
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** Takes a customer from a unit and deletes what is hers. Nothing brings it back, so the name must be typed. */
export function RemoveDialog({
  opened,
  onClose,
  buyerId,
  unitId,
  name,
}: BuyerDialogProps & { unitId: string }) {
  const { t } = useTranslation('console');
  const [makeUnitAvailable, setMakeUnitAvailable] = useState(false);
  const [refused, setRefused] = useState<readonly UserErrorLike[]>([]);
  const [remove] = useMutation(RemoveCustomer, { refetchQueries: ['Contacts', 'ContactCounts'] });
  const { data } = useQuery(RemovalPreviewQuery, {
    variables: { unitId },
    skip: !opened,
    fetchPolicy: 'network-only',
  });
  const preview = data?.unit?.buyers.find(({ id }) => id === buyerId)?.removalPreview;

  const confirm = async (confirmName: string) => {
    try {
      const input = { buyerId, confirmName, makeUnitAvailable };
      const payload = (await remove({ variables: { input } })).data?.removeCustomer;
      const errors = payload?.errors ?? [{ code: 'FORBIDDEN' as const }];
      setRefused(errors);
      if (errors.length) return;
      onClose();
      toast(t('access.removed', { name }));
    } catch (thrown) {
      setRefused(toUserErrors(thrown));
    }
  };
  return (
    <ConfirmTyped
      opened={opened}
      onClose={onClose}
      title={t('access.removeTitle', { name })}
      name={name}
      confirmLabel={t('access.removeConfirm')}
      onConfirm={confirm}
      error={refused.map(errorText).join(' ') || null}
    >
      <Text>{t('access.removeText')}</Text>
      {preview ? (
        <Stack gap="md">
          <Deleted counts={preview.counts} endsLogin={preview.endsLogin} />
          {preview.unitBecomesFree && (
            <Checkbox
              label={t('access.makeAvailable')}
              checked={makeUnitAvailable}
              onChange={({ currentTarget }) => setMakeUnitAvailable(currentTarget.checked)}
            />
          )}
        </Stack>
      ) : (
        <TextSkeleton lines={3} />
      )}
    </ConfirmTyped>
  );
}

interface DeletedProps {
  counts: readonly { kind: string; count: number }[];
  endsLogin: boolean;
}

function Deleted({ counts, endsLogin }: DeletedProps) {
  const { t, i18n } = useTranslation('console');
  const line = (kind: string, count: number) =>
    i18n.exists(`console:access.counts.${kind}_other`)
      ? t(`access.counts.${kind as 'files'}`, { count })
      : t('access.counts.other', { count });
  return (
    <div>
      <Text fw={600}>{t('access.removeDeletes')}</Text>
      <ul className={classes.counts}>
        <li>{t('access.removeLink')}</li>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>{line(kind, count)}</li>
          ))}
        <li>{endsLogin ? t('access.endsLogin') : t('access.keepsLogin')}</li>
      </ul>
    </div>
  );
}

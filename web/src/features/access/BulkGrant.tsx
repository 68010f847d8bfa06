import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconKey } from '../../ui/icons';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { BulkGrant_UnitFragment } from '../../gql/graphql';
import { errorText } from '../../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../../platform/errors';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Dialog } from '../../ui/Dialog';
import { refusal } from '../../ui/toasts';
import classes from './access.module.css';
import { GrantAccessMutation } from './access.graphql';

const BulkGrant_unit = graphql(`
  fragment BulkGrant_unit on Unit {
    id
    number
    buyers {
      id
      accessState
      actions
      contact {
        id
        name
      }
    }
  }
`);

interface Result {
  label: string;
  /** What was refused; nothing: it is done. */
  refused: string | null;
}

export interface BulkGrantProps {
  /** The units that are selected. */
  units: FragmentType<typeof BulkGrant_unit>[];
  onDone: () => void;
}

/** Grants access to the buyers of several units at once, and reports on each of them. */
export function BulkGrant({ units, onDone }: BulkGrantProps) {
  const data = useFragmentOf(BulkGrant_unit, units);
  const { t } = useTranslation('console');
  const [grant, { loading }] = useMutation(GrantAccessMutation);
  const [report, setReport] = useState<Result[] | null>(null);
  const candidates = data.flatMap(candidatesOf);
  const run = async () => {
    const buyerIds = candidates.map(({ id }) => id);
    try {
      const payload = (await grant({ variables: { input: { buyerIds } } })).data?.grantAccess;
      const errors = payload?.errors ?? [{ code: 'FORBIDDEN' as const }];
      setReport(
        candidates.map(({ label }, index) => ({ label, refused: refusedAt(errors, index, buyerIds.length) })),
      );
    } catch (thrown) {
      refusal(toUserErrors(thrown).map(errorText).join(' '));
    }
  };
  const close = () => {
    setReport(null);
    onDone();
  };
  return (
    <>
      <Group gap="sm" role="status">
        <Text>{t('access.selectedBuyers', { count: candidates.length })}</Text>
        <Button
          leftSection={<IconKey size={18} />}
          disabled={!candidates.length}
          loading={loading}
          onClick={() => void run()}
        >
          {t('access.grant')}
        </Button>
      </Group>
      <Dialog opened={report !== null} onClose={close} title={t('access.reportTitle')}>
        {report && <Report results={report} onClose={close} />}
      </Dialog>
    </>
  );
}

const candidatesOf = ({ number, buyers }: BulkGrant_UnitFragment) =>
  buyers
    // Those who were revoked are brought back one by one: that is a decision about a person.
    .filter(({ actions }) => actions.includes('GRANT_ACCESS'))
    .map(({ id, contact }) => ({ id, label: `${number} · ${contact.name}` }));

/** With one candidate errors have no place among several; without a place they concern all. */
function refusedAt(errors: readonly UserErrorLike[], index: number, count: number): string | null {
  const own = errors.filter(
    ({ field }) => count === 1 || field?.[0] !== 'buyerIds' || field[1] === String(index),
  );
  return own.map(errorText).join(' ') || null;
}

function Report({ results, onClose }: { results: Result[]; onClose: () => void }) {
  const { t } = useTranslation(['console', 'common']);
  const failed = results.filter(({ refused }) => refused).length;
  return (
    <Stack gap="lg">
      <Text>
        {t('access.reportDone', { count: results.length - failed })}
        {failed > 0 && ` ${t('access.reportFailed', { count: failed })}`}
      </Text>
      <ul className={classes.report}>
        {results.map(({ label, refused }) => (
          <li key={label}>
            {refused ? (
              <IconAlertCircle size={18} className={classes.failed} />
            ) : (
              <IconCheck size={18} className={classes.done} />
            )}
            <span>
              {label}: {refused ?? t('access.reportGranted')}
            </span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('common:actions.close')}</Button>
      </Group>
    </Stack>
  );
}

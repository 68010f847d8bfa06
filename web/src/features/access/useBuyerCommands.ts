import { useMutation } from '@apollo/client/react';
import { useTranslation } from '../../platform/i18n';
import { toast, undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import {
  CancelInvitation,
  GrantAccessMutation,
  ResendInvitation,
  RestoreAccessMutation,
} from './access.graphql';

/** What needs no dialog: one click, a word that it is done, and the way back where there is one. */
export function useBuyerCommands(buyerId: string, name: string) {
  const { t } = useTranslation('console');
  const { busy, run } = useCommand();
  const [grantAccess] = useMutation(GrantAccessMutation);
  const [resendInvitation] = useMutation(ResendInvitation);
  const [cancelInvitation] = useMutation(CancelInvitation);
  const [restoreAccess] = useMutation(RestoreAccessMutation);

  const grantAgain = async () => {
    const variables = { input: { buyerIds: [buyerId] } };
    const done = await run(async () => (await grantAccess({ variables })).data?.grantAccess);
    if (done) toast(t('access.granted', { name }));
  };
  const resend = async () => {
    const variables = { input: { id: buyerId } };
    const done = await run(async () => (await resendInvitation({ variables })).data?.resendInvitation);
    if (done) toast(t('access.resent', { name }));
  };
  const cancel = async () => {
    const variables = { input: { buyerId } };
    const done = await run(async () => (await cancelInvitation({ variables })).data?.cancelInvitation);
    if (done) undoToast(t('access.cancelled', { name }), grantAgain);
  };
  const restore = async () => {
    const variables = { input: { buyerId } };
    const done = await run(async () => (await restoreAccess({ variables })).data?.restoreAccess);
    if (done) toast(t('access.restored', { name }));
  };
  return { busy, resend, cancel, restore };
}

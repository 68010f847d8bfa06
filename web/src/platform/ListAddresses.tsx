import { NuqsAdapter } from 'nuqs/adapters/react-router/v8';
import { Outlet } from 'react-router';

/** Around pages whose lists keep filter and sort in the address (`urlState.ts`). */
export function ListAddresses() {
  return (
    <NuqsAdapter>
      <Outlet />
    </NuqsAdapter>
  );
}

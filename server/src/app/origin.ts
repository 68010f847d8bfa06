import type { ReadyConfig } from '../platform/config';

/** A page of another site cannot make its visitor's browser act here. */
export const isOwnOrigin = (
  origin: string | undefined,
  host: string | undefined,
  { publicUrl }: ReadyConfig,
) => !origin || origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);

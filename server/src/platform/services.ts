import type { Logger } from 'pino';
import type { ReadyConfig } from './config';
import type { Metrics } from './metrics';
import type { Notices } from './notices';
import type { Storage } from './storage';
import type { Tokens } from './tokens';
import type { RateLimits } from './rate-limits';

/** What a running server has besides its database. */
export interface Services {
  config: ReadyConfig;
  log: Logger;
  metrics: Metrics;
  tokens: Tokens;
  storage: Storage;
  rateLimits: RateLimits;
  notices: Notices;
  /** Addresses that people are sent, always below the one configured public URL. */
  link(path: string): string;
}

import { createServer } from 'node:net';
import type { Config } from '../platform/config';
import { LaunchError } from './launch-error';

const reasons: Record<string, string> = {
  EADDRINUSE: 'is taken by another program; set PORT to a free one, or stop that program',
  EACCES: 'may not be used by this user; set PORT to one above 1023',
  EADDRNOTAVAIL: 'cannot be used, because this machine does not have the address of HOST',
  ENOTFOUND: 'cannot be used, because HOST is not a name of this machine',
};

const unusable = ({ port, host }: Config, { code, message }: NodeJS.ErrnoException) =>
  new LaunchError(`Port ${port} on ${host} ${reasons[code ?? ''] ?? `cannot be used (${message})`}.`);

/** Tells of a port that cannot be had before anything else is started. */
export function refuseTakenPort(config: Config): Promise<void> {
  return new Promise((free, refuse) => {
    const probe = createServer();
    probe.once('error', (error) => refuse(unusable(config, error)));
    probe.listen(config.port, config.host, () => probe.close(() => free()));
  });
}

/**
 * Of two who start at once, one finds the port taken only when it wants to listen; a process that has the main one
 * listen for it is told that it could not bind.
 */
export const tellTakenPort = (config: Config) => (error: NodeJS.ErrnoException) => {
  throw ['listen', 'bind'].includes(error.syscall ?? '') ? unusable(config, error) : error;
};

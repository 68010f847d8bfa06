/** Why the server cannot start, as one sentence for the person who started it; printed without a stack. */
export class LaunchError extends Error {
  override name = 'LaunchError';
}

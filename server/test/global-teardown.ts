/** Ends what `global-setup` started. */
export default async function teardown(): Promise<void> {
  delete process.env.TMPDIR;
  await globalThis.portico?.discard();
}

import { createServer, type AddressInfo } from 'node:net';
import { readConfig } from '../platform/config';
import { refuseTakenPort } from './port';

test('I5 a port that another program holds is told in one sentence', async () => {
  const other = createServer().listen(0, 'localhost');
  await new Promise((listening) => other.once('listening', listening));
  const { port } = other.address() as AddressInfo;
  const config = readConfig({ PORT: String(port) });

  await expect(refuseTakenPort(config)).rejects.toThrow(
    `Port ${port} on localhost is taken by another program`,
  );

  await new Promise((closed) => other.close(closed));
  await expect(refuseTakenPort(config)).resolves.toBeUndefined();
});

test('an address that this machine does not have is told as well', async () => {
  await expect(refuseTakenPort(readConfig({ PORT: '41000', HOST: '192.0.2.1' }))).rejects.toThrow(
    /address of HOST/,
  );
});

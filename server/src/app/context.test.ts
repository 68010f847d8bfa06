import { aCompany, theProduct } from '../../test/world';
import { startSession } from '../features/identities/sessions';
import { Contexts } from './context';

test('a session is opened by its own token only, not by one that merely names it', async () => {
  const { platform } = await theProduct();
  const builder = await aCompany();
  const { identityId } = await builder.aTeamMember();
  const token = await builder.write(async (tx) => (await startSession(tx, identityId))!.token);
  const { companyId, id } = platform.services.tokens.read(token)!;
  const viewerWith = async (sessionToken: string) =>
    (await new Contexts(platform).of({ host: undefined, sessionToken, ip: null, userAgent: null })).viewer;

  expect(await viewerWith(token)).toMatchObject({ identityId, sessionId: id });
  expect(await viewerWith(platform.services.tokens.forSession(companyId, id))).toBeNull();
});

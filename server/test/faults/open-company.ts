import { Api } from './api';
import { Installation } from './installation';
import { Writers } from './writers';

export const password = 'riverside-doorstep';
export const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { viewer { homes { number } } errors { code message } } }`;
const CREATE = `mutation ($input: CreateProjectInput!) {
  createProject(input: $input) { project { id } errors { code message } } }`;

/** An installation that runs, with a company whose owner has signed in and has colleagues at work in a project. */
export interface Open {
  installation: Installation;
  owner: Api;
  writers: Writers;
}

export async function openCompany(environment: Record<string, string>, serving = 1): Promise<Open> {
  const installation = await Installation.on({ LOG_LEVEL: 'warn', ...environment });
  try {
    const token = await installation.createCompany('Hearth & Home', 'emma@homes.example');
    await installation.start(serving);
    const owner = new Api(installation.address);
    await owner.command(ACCEPT, { token, password, acceptedTermsVersion: '1' });
    const { project } = await owner.command(CREATE, { name: 'Lindenhof', kind: 'MULTI' });
    return { installation, owner, writers: new Writers(owner, project.id) };
  } catch (error) {
    await installation.discard();
    throw error;
  }
}

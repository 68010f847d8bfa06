import { placeOf } from '../session.mjs';
import { answers } from './answers.mjs';
import { documents } from './documents.mjs';

/** The start of its cursors is the name of their order, which it makes itself: asked once, for both lists of contacts. */
let order;

export async function learnCursors(url, { cookie }) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: documents.ContactListWithoutTotal }),
  });
  const { data } = await response.json();
  [order] = JSON.parse(Buffer.from(data.allContacts.pageInfo.endCursor, 'base64').toString());
}

/** Its own tail of every order is the whole primary key. */
function cursorAt(after, companyId) {
  const [sortName, id] = placeOf(after);
  return Buffer.from(JSON.stringify([order, sortName, companyId, id])).toString('base64');
}

const patterns = (search) => search.split(/\s+/).map((word) => `%${word}%`);

const variablesOf = {
  PortalHome: ({ companyId, identityId }, { id }) => ({ company: companyId, identity: identityId, id }),
  ContactList: ({ companyId }, { after }) => ({ after: after && cursorAt(after, companyId) }),
  ContactListWithoutTotal: ({ companyId }, { after }) => ({ after: after && cursorAt(after, companyId) }),
  ContactSearch: (_, { search }) => ({ words: patterns(search) }),
  UnitPage: ({ companyId }, { id }) => ({ company: companyId, id }),
  AuditLog: () => ({}),
  GrantAccess: (_, { input }) => ({ id: input.buyerIds[0] }),
};

export const ask = ({ name }, { person, variables }) => ({
  path: '/graphql',
  body: { query: documents[name], variables: variablesOf[name](person, variables) },
});

export const understand = ({ name }, data, { person: { role } }) => answers[name](data, role);

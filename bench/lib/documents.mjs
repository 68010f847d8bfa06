import { addTypenameToDocument } from '@apollo/client/utilities';
import { Kind, OperationTypeNode, print, visit } from 'graphql';
import * as client from '../../web/src/gql/graphql.ts';

/** A document of the client as it travels: with a `__typename` everywhere, without what only the client reads. */
const asSent = (document) =>
  addTypenameToDocument(
    visit(document, { Directive: ({ name }) => (name.value === 'unmask' ? null : undefined) }),
  );

/** Several questions of a page as one, so that one request is one page. */
function merged(name, ...documents) {
  const definitions = documents.flatMap((document) => document.definitions);
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const operation = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    name: { kind: Kind.NAME, value: name },
    variableDefinitions: operations.flatMap(({ variableDefinitions }) => variableDefinitions),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: operations.flatMap(({ selectionSet }) => selectionSet.selections),
    },
  };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}

const rowsOfPage = { name: 'first', value: '50' };

/** The lists of the console, 50 rows a page. */
const withFifty = (document) =>
  visit(document, {
    Field: (node) =>
      ['contacts', 'auditLog'].includes(node.name.value)
        ? {
            ...node,
            arguments: [
              ...node.arguments,
              {
                kind: Kind.ARGUMENT,
                name: { kind: Kind.NAME, value: rowsOfPage.name },
                value: { kind: Kind.INT, value: rowsOfPage.value },
              },
            ],
          }
        : undefined,
  });

const without = (field, document) =>
  visit(document, { Field: (node) => (node.name.value === field ? null : undefined) });

const contacts = withFifty(asSent(client.ContactsDocument));

/** What the client asks, by the name of the operation that is measured. */
export const documents = Object.fromEntries(
  Object.entries({
    PortalHome: merged('PortalHome', asSent(client.SessionDocument), asSent(client.HomePageDocument)),
    ContactList: contacts,
    ContactListWithoutTotal: without('totalCount', contacts),
    ContactSearch: contacts,
    UnitPage: asSent(client.UnitPageDocument),
    AuditLog: withFifty(asSent(client.AuditLogDocument)),
    GrantAccess: asSent(client.GrantAccessDocument),
  }).map(([name, document]) => [name, print(document)]),
);

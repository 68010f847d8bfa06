import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareOperations } from '../lib/operations.mjs';

/** What a hundred people do at once: mostly they look at their home, some work through lists, some change something. */
const shares = { PortalHome: 45, ContactList: 15, UnitPage: 20, AuditLog: 5 };

const command =
  'mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { errors { code } } }';

/** Writes the requests as they travel, well mixed; one in seven is a command. */
export async function writeRequests(database, size, people) {
  const operations = await prepareOperations(database, size, people);
  const named = (name) => operations.find((each) => each.name === name);
  const buyers = people.filter(({ role }) => role === 'CUSTOMER');
  const mixed = Object.entries(shares).flatMap(([name, share]) => {
    const { document, requests } = named(name);
    return Array.from({ length: share * 8 }, (_, n) => {
      const { person, variables } = requests[(n * 7) % requests.length];
      return asSent(person, { operationName: nameIn(document), query: document, variables });
    });
  });
  const commands = Array.from({ length: 15 * 8 }, (_, n) =>
    asSent(buyers[(n * 7919) % buyers.length], { query: command, variables: { input: { language: 'EN' } } }),
  );
  const file = join(database.dataDir, 'overload.json');
  writeFileSync(file, JSON.stringify(shuffled([...mixed, ...commands])));
  return file;
}

const nameIn = (document) => /(?:query|mutation) (\w+)/.exec(document)[1];

function asSent({ cookie }, question) {
  const body = JSON.stringify(question);
  const head = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `cookie: ${cookie}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** In an order that is always the same and holds no pattern. */
const shuffled = (list) =>
  list
    .map((each, place) => [(place * 7919) % 104_729, each])
    .toSorted(([one], [other]) => one - other)
    .map(([, each]) => each);

import { type DocumentNode, parse, print as printAll } from 'graphql';
import * as generated from '../gql/graphql';
import { print } from './graphql';

const documents = Object.values(generated).filter(
  (each): each is Extract<typeof each, DocumentNode> => 'definitions' in Object(each),
);
/** As the package prints it, whoever printed it before. */
const usual = (document: string): string => printAll(parse(document, { noLocation: true }));

test('every document of the client is printed as the server would read it', () => {
  expect(documents.length).toBeGreaterThan(100);
  for (const document of documents) expect(usual(print(document))).toBe(printAll(document));
});

test('so are the parts of the language that none of them uses yet', () => {
  const document = `
    query Rare($ids: [ID!]! = ["a\\n\\"b"], $at: Where = { near: { x: 1.5, y: -2 } }, $all: Boolean!) @live {
      mine: items(ids: $ids, at: $at, kind: NEW, none: null, deep: [[1], []]) @include(if: $all) { ...Part @defer }
      ... on Item { id } ... @skip(if: true) { name }
    }
    fragment Part on Item { id }
    subscription Changes { changed }
  `;
  expect(usual(print(parse(document)))).toBe(usual(document));
});

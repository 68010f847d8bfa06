import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Whatever can be asked for by its id alone.',
  // Rows are plain objects: `node(id)` says which type it found.
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Stable and unique, a UUID.' })
  id!: string;
}

import {
  getNamedType,
  getOperationAST,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  getNullableType,
  Kind,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isTeam, type Viewer } from '../platform/viewer';

/** What one question may ask for at most; the same by HTTP and by socket. */
export const limits = { tokens: 2500, depth: 12, aliases: 50, directives: 50, cost: 50_000 };

/** Bounds the time of parsing and validating, before anything is known of the document. */
export const parseOptions = { maxTokens: limits.tokens };

export interface Question {
  schema: GraphQLSchema;
  /** Parsed and valid: without cycles of fragments. */
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  viewer: Viewer | null;
}

const refusal = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });

/** What a valid question costs; throws why it is not answered. */
export function costOf(question: Question): number {
  const { aliases, directives, schemaAsked } = counted(question.document);
  if (schemaAsked && !(question.viewer && isTeam(question.viewer))) {
    throw refusal('The schema is told to signed-in team members only.');
  }
  if (aliases > limits.aliases) throw refusal(`A question may have ${limits.aliases} aliases at most.`);
  if (directives > limits.directives)
    throw refusal(`A question may have ${limits.directives} directives at most.`);
  const { depth, cost } = sizeOf(question);
  if (depth > limits.depth) throw refusal(`A question may be ${limits.depth} levels deep at most.`);
  if (cost > limits.cost) {
    throw refusal(
      `This question costs ${cost}; ${limits.cost} is the limit. Ask for fewer or shorter lists.`,
    );
  }
  return cost;
}

interface Counts {
  aliases: number;
  directives: number;
  schemaAsked: boolean;
}

/** Apollo keeps the documents that are asked often. */
const counts = new WeakMap<DocumentNode, Counts>();

function counted(document: DocumentNode): Counts {
  let known = counts.get(document);
  if (!known) counts.set(document, (known = count(document)));
  return known;
}

function count(document: DocumentNode): Counts {
  const found = { aliases: 0, directives: 0, schemaAsked: false };
  visit(document, {
    Field({ alias, name }) {
      if (alias) found.aliases += 1;
      if (['__schema', '__type', '_service'].includes(name.value)) found.schemaAsked = true;
    },
    Directive() {
      found.directives += 1;
    },
  });
  return found;
}

interface Size {
  depth: number;
  /** How many fields are answered, if every list is as long as is asked for. */
  cost: number;
}

/** Where nobody says how long a list is. */
const usualLength = 10;

/** Of the questions whose lists are as long as the document itself says. */
const fixed = new WeakMap<OperationDefinitionNode, Size>();

export function sizeOf({ schema, document, operationName, variables }: Question): Size {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return { depth: 0, cost: 0 };
  const known = fixed.get(operation);
  if (known) return known;
  let varies = false;
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const given = { ...defaultsOf(operation), ...variables };
  // Each is measured once, however often it is spread.
  const measured = new Map<string, Size>();

  const spread = (name: string): Size => {
    let size = measured.get(name);
    if (!size) {
      const fragment = fragments.get(name);
      size = fragment
        ? within(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value))
        : nothing;
      measured.set(name, size);
    }
    return size;
  };
  const within = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): Size =>
    selections.reduce<Size>((whole, selection) => {
      const size =
        selection.kind === Kind.FIELD
          ? asked(selection, type)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? spread(selection.name.value)
            : within(
                selection.selectionSet,
                selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type,
              );
      return { depth: Math.max(whole.depth, size.depth), cost: whole.cost + size.cost };
    }, nothing);
  const asked = (node: FieldNode, parent: GraphQLNamedType | undefined): Size => {
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // Introspection has bounds of its own.
    if (!field || !node.selectionSet) return { depth: 1, cost: 1 };
    const type = getNamedType(field.type);
    const inside = isCompositeType(type) ? within(node.selectionSet, type) : nothing;
    varies ||= asksLength(node)?.kind === Kind.VARIABLE;
    return { depth: inside.depth + 1, cost: 1 + inside.cost * lengthOf(field, node, given) };
  };
  const size = within(operation.selectionSet, root);
  if (!varies) fixed.set(operation, size);
  return size;
}

/** What variables are where nobody gives them. */
export const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

const nothing: Size = { depth: 0, cost: 0 };

const asksLength = (node: FieldNode) => node.arguments?.find(({ name }) => name.value === 'first')?.value;

function lengthOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): number {
  const first = field.args.find(({ name }) => name === 'first');
  if (first) {
    const given = asksLength(node);
    const value =
      given?.kind === Kind.INT
        ? Number(given.value)
        : given?.kind === Kind.VARIABLE
          ? variables[given.name.value]
          : undefined;
    return Math.min(Math.max(Number(value ?? first.defaultValue) || usualLength, 1), 100);
  }
  // The connection around it has counted them already.
  if (node.name.value === 'edges') return 1;
  return isListType(getNullableType(field.type)) ? usualLength : 1;
}

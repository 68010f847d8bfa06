import type { ASTNode } from 'graphql';

/*
 * What the client needs of the package `graphql`; the build puts this in its place (`small-graphql.ts`). The whole
 * package parses, checks and prints schemas as well.
 */
export { OperationTypeNode } from 'graphql/language/ast';
export { Kind } from 'graphql/language/kinds';
export { isSelectionNode } from 'graphql/language/predicates';
export { BREAK, visit } from 'graphql/language/visitor';

const all = (nodes: readonly ASTNode[] | undefined, between = ' '): string =>
  (nodes ?? []).map(print).join(between);
const within = (open: string, nodes: readonly ASTNode[] | undefined, close: string): string =>
  nodes?.length ? open + all(nodes) + close : '';
const when = (before: string, text: string | undefined): string => (text ? before + text : '');

/** A document as it travels to the server: without what only people need, and without what only schemas have. */
export function print(node: ASTNode): string {
  // What only schemas have is not printed.
  // eslint-disable-next-line typescript/switch-exhaustiveness-check
  switch (node.kind) {
    case 'Document':
      return all(node.definitions);
    case 'OperationDefinition':
      return `${node.operation}${when(' ', node.name?.value)}${within('(', node.variableDefinitions, ')')}${all(node.directives)}${print(node.selectionSet)}`;
    case 'FragmentDefinition':
      return `fragment ${node.name.value} on ${print(node.typeCondition)}${all(node.directives)}${print(node.selectionSet)}`;
    case 'SelectionSet':
      return `{${all(node.selections)}}`;
    case 'Field':
      return `${when('', node.alias && `${node.alias.value}:`)}${node.name.value}${within('(', node.arguments, ')')}${all(node.directives)}${node.selectionSet ? print(node.selectionSet) : ''}`;
    case 'FragmentSpread':
      return `...${node.name.value}${all(node.directives)}`;
    case 'InlineFragment':
      return `...${when('on ', node.typeCondition?.name.value)}${all(node.directives)}${print(node.selectionSet)}`;
    case 'Directive':
      return `@${node.name.value}${within('(', node.arguments, ')')}`;
    default:
      return printValue(node);
  }
}

function printValue(node: ASTNode): string {
  // What only schemas have is not printed.
  // eslint-disable-next-line typescript/switch-exhaustiveness-check
  switch (node.kind) {
    case 'VariableDefinition':
      return `${print(node.variable)}:${print(node.type)}${node.defaultValue ? `=${print(node.defaultValue)}` : ''}${all(node.directives)}`;
    case 'Argument':
    case 'ObjectField':
      return `${node.name.value}:${print(node.value)}`;
    case 'Variable':
      return `$${node.name.value}`;
    case 'NamedType':
      return node.name.value;
    case 'ListType':
      return `[${print(node.type)}]`;
    case 'NonNullType':
      return `${print(node.type)}!`;
    case 'ListValue':
      return `[${all(node.values)}]`;
    case 'ObjectValue':
      return `{${all(node.fields)}}`;
    case 'StringValue':
      return JSON.stringify(node.value);
    case 'NullValue':
      return 'null';
    default:
      return 'value' in node ? `${node.value}` : '';
  }
}

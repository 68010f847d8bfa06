import type { ApolloServerOptions } from '@apollo/server';
import {
  execute,
  getNamedType,
  getOperationAST,
  GraphQLError,
  isAbstractType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { ReadAhead } from '../platform/read-ahead';
import type { RequestContext } from '../platform/request-context';
import { readAheadOf } from './look-ahead';
import { rehearse, type Rehearsed } from './rehearsal';
import { defaultsOf } from './query-limits';

/** A question that is parsed and valid. */
export interface Question {
  document: DocumentNode;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

export type Execution = (question: Question, ctx: RequestContext) => Promise<ExecutionResult>;

type Compiled = (ctx: RequestContext, variables: Question['variables']) => Promise<ExecutionResult>;

interface Known {
  asked: number;
  readAhead: ReadAhead;
  /** Null where it is left to graphql-js. */
  compiled: Compiled | null;
}

/**
 * Questions that come often are compiled to a function of their own, with the same resolvers, shield and errors.
 * Commands, and what comes once or twice only, go through graphql-js.
 */
export function executionOf(schema: GraphQLSchema, compiledFrom = 3): Execution {
  // Apollo keeps the documents that are asked often; what it forgets is forgotten here as well.
  const known = new WeakMap<DocumentNode, Map<string | undefined, Known>>();
  let rehearsed: Rehearsed | undefined;

  function knownOf({ document, operationName }: Question): Known {
    let operations = known.get(document);
    if (!operations) known.set(document, (operations = new Map()));
    let operation = operations.get(operationName);
    if (!operation) {
      const readAhead = readAheadOf(schema, (rehearsed ??= rehearse(schema)), document, operationName);
      operations.set(operationName, (operation = { asked: 0, readAhead, compiled: null }));
    }
    operation.asked += 1;
    if (operation.asked === compiledFrom) operation.compiled = compile(schema, document, operationName);
    return operation;
  }

  return async (question, contextValue) => {
    const { document, operationName, variables } = question;
    const { readAhead, compiled: ask } = knownOf(question);
    contextValue.expects(readAhead);
    const compiled = await ask?.(contextValue, variables);
    // What is wrong with the variables graphql-js says better; nothing has been resolved yet.
    return compiled?.data === undefined
      ? execute({ schema, document, contextValue, variableValues: variables, operationName })
      : compiled;
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName?: string): Compiled | null {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY || asksWhatMayBeOfSeveralTypes(schema, document))
    return null;
  const compiled = compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(compiled)) return null;
  // The compiler asks for a variable that may not be null even where it has a default.
  const defaults = defaultsOf(operation);
  return async (contextValue, variables) => {
    const { data, errors } = await compiled.query({}, contextValue, { ...defaults, ...variables });
    return errors ? { data, errors: errors.map(asOfGraphql) } : { data };
  };
}

/** The compiler does not wait for the type of a node to be found out. */
function asksWhatMayBeOfSeveralTypes(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  const look = () => {
    found ||= isAbstractType(getNamedType(types.getType()));
  };
  visit(document, visitWithTypeInfo(types, { Field: look }));
  return found;
}

/** The compiler's own errors lack what graphql-js gives all of its errors. */
const asOfGraphql = (error: GraphQLError): GraphQLError =>
  (error.extensions as object | undefined)
    ? error
    : new GraphQLError(error.message, { path: error.path, originalError: error.originalError });

type Gateway = NonNullable<ApolloServerOptions<RequestContext>['gateway']>;
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** Apollo lets nobody but a "gateway" bring an execution. */
export function asGateway(schema: GraphQLSchema): Gateway {
  const execution = executionOf(schema);
  const executor: Executor = async ({ document, request, context }) =>
    (await execution({ ...request, document }, context as RequestContext)) as Awaited<ReturnType<Executor>>;
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };
}

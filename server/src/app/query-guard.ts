import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../platform/request-context';
import { isTeam } from '../platform/viewer';
import { refusedQuestion } from './query-limits';

/** Refuses what is too large, and keeps the schema from those who are not of the team. */
export const queryGuard: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operationName, request, contextValue }) {
        const { viewer } = contextValue;
        const refusal = refusedQuestion({
          schema,
          document,
          operationName,
          variables: request.variables,
          viewer,
        });
        if (refusal) throw refusal;
      },
      async willSendResponse({ response: { body }, contextValue: { viewer } }) {
        if (body.kind !== 'single' || !body.singleResult.errors || (viewer && isTeam(viewer))) return;
        body.singleResult.errors = body.singleResult.errors.map(withoutSuggestions);
      },
    };
  },
};

const withoutSuggestions = (error: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  message: error.message.replace(/ ?Did you mean .*$/s, ''),
});

import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { headersOf } from '../platform/charges';
import type { RequestContext } from '../platform/request-context';
import { isTeam } from '../platform/viewer';
import { costOf } from './query-limits';
import { chargeQuestion } from './rates';

/** Refuses what is too large or too much, and keeps the schema from those who are not of the team. */
export const queryGuard: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operationName, request, response, contextValue }) {
        const { viewer } = contextValue;
        const { variables } = request;
        const cost = costOf({ schema, document, operationName, variables, viewer });
        const spending = chargeQuestion(contextValue, cost);
        if (!spending) return;
        for (const [name, value] of headersOf(spending)) response.http.headers.set(name, value);
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

import { GraphQLError } from 'graphql';
import { forbidden } from '../platform/errors';

/**
 * What shield answers when a rule said no (`thrown` is then null) or something threw below it. Our own errors pass;
 * anything else passes on to the server, which logs it with the request's id and masks it.
 */
export const denyOrPass = (thrown: unknown): Error =>
  thrown === null || thrown === undefined
    ? forbidden()
    : thrown instanceof GraphQLError || thrown instanceof Error
      ? thrown
      : new Error('Something that is no error was thrown.');

import { createRequire } from 'node:module';
import { buildSchema } from 'graphql';
import type { everyQuestionAbout } from '../../server/test/questions';
import { promisedSchema } from './product';

const questions = createRequire(import.meta.url)('../../server/test/questions.ts') as {
  everyQuestionAbout: typeof everyQuestionAbout;
};

/** Every mutation of the schema, asked with one id wherever an id can stand. */
export function everyMutation(id: string) {
  const schema = buildSchema(promisedSchema(), { assumeValidSDL: true });
  return questions.everyQuestionAbout(schema, id, { depth: 0 }).filter(({ root }) => root === 'Mutation');
}

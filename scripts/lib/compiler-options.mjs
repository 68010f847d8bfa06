/** How our TypeScript becomes JavaScript, for the build and for the tests: each file by itself, types removed. */
export const compilerOptions = ({ decorators, tsx }) => ({
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx, decorators },
    transform: {
      legacyDecorator: decorators,
      useDefineForClassFields: !decorators,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
});

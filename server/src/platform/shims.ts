import util from 'node:util';

// graphql-shield's `chain` and `race` call util.isUndefined, which Node 23 removed: without it they deny always.
(util as { isUndefined?: (value: unknown) => boolean }).isUndefined ??= (value) => value === undefined;

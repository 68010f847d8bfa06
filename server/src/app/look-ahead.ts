import {
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { readingOf, type Loader, type ReadAhead, type Reading, type Step } from '../platform/read-ahead';
import type { FirstLoad, Rehearsed } from './rehearsal';

/** What a document will ask of the rows it meets, from its selections and what their fields load first. */
export function readAheadOf(
  schema: GraphQLSchema,
  rehearsed: Rehearsed,
  document: DocumentNode,
  operationName?: string,
): ReadAhead {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const withRow = new Map<string, Step[]>();
  const besideRow = new Map<string, Loader[]>();
  const atOnce = new Set<Loader>();

  /** The steps from a type, of one place of the document. */
  function stepsFrom(type: GraphQLObjectType, { selections }: SelectionSetNode): Step[] {
    const steps: Step[] = [];
    for (const selection of selections) {
      // What may be left out is read when it is asked for.
      if (selection.directives?.length) continue;
      if (selection.kind === Kind.FIELD) {
        const field = type.getFields()[selection.name.value];
        if (!field) continue;
        const next = selection.selectionSet ? below(getNamedType(field.type), selection.selectionSet) : [];
        take(type, field.name, next, steps);
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const on = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
        if (fragment && (!on || on === type || (isInterfaceType(on) && schema.isSubType(on, type)))) {
          merge(steps, stepsFrom(type, fragment.selectionSet));
        }
      }
    }
    return steps;
  }

  function below(type: GraphQLNamedType, selectionSet: SelectionSetNode): Step[] {
    if (!isObjectType(type)) {
      const possible = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
      for (const each of possible) below(each, selectionSet);
      return [];
    }
    const steps = stepsFrom(type, selectionSet);
    const known = withRow.get(type.name);
    if (known) merge(known, steps);
    else withRow.set(type.name, steps.map(copyOf));
    return steps;
  }

  function take(type: GraphQLObjectType, fieldName: string, next: Step[], steps: Step[]): void {
    const load = rehearsed.get(`${type.name}.${fieldName}`);
    if (!load) return;
    const { definition, key } = load;
    const reading = readingOf(definition);
    if (key === null) atOnce.add(definition);
    else if (reading) {
      const named = getNamedType(type.getFields()[fieldName]!.type);
      const of = named.name === reading.entity.name ? next : [];
      const [back, on] = [
        of.filter((each) => isWayBack(load, reading, each)),
        of.filter((each) => !isWayBack(load, reading, each)),
      ];
      merge(steps, [{ definition, key, reading, next: on, back: back.map((each) => each.definition) }]);
    } else if (key === 'id') {
      besideRow.set(type.name, [...new Set([...(besideRow.get(type.name) ?? []), definition])]);
    }
  }

  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (root) stepsFrom(root, operation.selectionSet);
  return { withRow, besideRow, atOnce: [...atOnce] };
}

/** From a row to those that point at it, and from those to the row again. */
const isWayBack = (
  { key }: FirstLoad,
  { by, many }: Reading,
  { key: nextKey, reading: next }: Step,
): boolean => many && key === next.by && by === nextKey && !next.many;

function merge(into: Step[], steps: readonly Step[]): void {
  for (const step of steps) {
    const known = into.find(({ definition, key }) => definition === step.definition && key === step.key);
    if (known) {
      merge(known.next, step.next);
      known.back = [...new Set([...known.back, ...step.back])];
    } else into.push(copyOf(step));
  }
}

/** The same step at another place has other steps behind it. */
const copyOf = (step: Step): Step => ({ ...step, next: step.next.map(copyOf), back: [...step.back] });

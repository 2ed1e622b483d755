import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../../shared/limits.js';
import { assertWithin, capToSafeInteger } from './assert-within.js';
import { ArgumentItems, itemsIn, itemsInNode, objectsIn } from './count-list-items.js';
import { DocumentMeasures } from './measure-document.js';

/**
 * Checks a document and its variables against the limits that need no schema. This comes before validation, which is
 * slow for a hostile document. It checks every operation, not only the one that will run, because validation reads them
 * all.
 *
 * @throws QUERY_TOO_COMPLEX with the name of the limit, what was found and what is allowed
 */
export function checkDocument(document: DocumentNode, variables: unknown, limits: Limits): void {
  const operations = operationsOf(document);
  assertWithin(limits, 'operations', operations.length);
  // Only a field that occurs more often than the limit can exceed it on one path: a path has each node at most once.
  const candidates = [...countFields(document)].filter(
    ([name, count]) => count > limits.recursion && name !== 'ofType',
  );
  const measures = new DocumentMeasures(
    fragmentsOf(document),
    new Set(candidates.map(([name]) => name)),
    new ArgumentItems(operations, variables),
  );
  for (const operation of operations) checkOperation(operation, measures, limits);
  // Those that nothing uses were read as well.
  assertWithin(limits, 'listItems', itemsInNode(document) + itemsIn(variables));
}

function checkOperation(
  { selectionSet, directives = [], variableDefinitions = [] }: OperationDefinitionNode,
  measures: DocumentMeasures,
  limits: Limits,
): void {
  const found = measures.of(selectionSet);
  const ofVariables = variableDefinitions.flatMap((variable) => variable.directives ?? []);
  const roots = [...found.names.values()].reduce((sum, count) => capToSafeInteger(sum + count), 0);
  assertWithin(limits, 'depth', found.depth);
  assertWithin(limits, 'recursion', Math.max(0, ...found.repeats.values()));
  assertWithin(limits, 'aliases', found.aliases);
  assertWithin(limits, 'directives', found.directives + directives.length + ofVariables.length);
  assertWithin(limits, 'rootFields', roots);
  assertWithin(limits, 'duplicates', found.duplicates);
  assertWithin(limits, 'listItems', found.listItems);
  // A lower bound: each field costs at least 1. The number of rows is known only after validation.
  assertWithin(limits, 'cost', found.fields);
}

/** Directives by which it depends on the variables which fields there are. */
const CONDITIONS = new Set(['skip', 'include']);

/** Whether a directive makes a field depend on a condition. */
export const isCondition = ({ name }: DirectiveNode): boolean => CONDITIONS.has(name.value);

/** Counts how often each field occurs in the document. */
function countFields(document: DocumentNode): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of objectsIn(document) as Generator<ASTNode>) {
    if (node.kind === Kind.FIELD) counts.set(node.name.value, 1 + (counts.get(node.name.value) ?? 0));
  }
  return counts;
}

function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** The fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

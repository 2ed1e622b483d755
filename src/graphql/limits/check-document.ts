import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../../shared/limits.js';
import { assertWithin, capToSafeInteger } from './assert-within.js';
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
  const { fieldCounts, listItems } = countNodes(document);
  // Only a field that occurs more often than the limit can exceed it on one path: a path has each node at most once.
  const candidates = [...fieldCounts].filter(
    ([name, count]) => count > limits.recursion && name !== 'ofType',
  );
  const measures = new DocumentMeasures(fragmentsOf(document), new Set(candidates.map(([name]) => name)));
  for (const operation of operations) checkOperation(operation, measures, limits);
  assertWithin(limits, 'listItems', listItems + itemsIn(variables));
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
  // A lower bound: each field costs at least 1. The number of rows is known only after validation.
  assertWithin(limits, 'cost', found.fields);
}

/** Counts how often each field occurs in the document, and the items in all its lists. */
function countNodes(document: DocumentNode): { fieldCounts: Map<string, number>; listItems: number } {
  const fieldCounts = new Map<string, number>();
  let listItems = 0;
  for (const node of objectsIn(document) as Generator<ASTNode>) {
    if (node.kind === Kind.LIST) listItems += node.values.length;
    if (node.kind !== Kind.FIELD) continue;
    fieldCounts.set(node.name.value, 1 + (fieldCounts.get(node.name.value) ?? 0));
  }
  return { fieldCounts, listItems };
}

/** Counts the items of all lists in the variables. */
function itemsIn(variables: unknown): number {
  let items = 0;
  for (const object of objectsIn(variables)) if (Array.isArray(object)) items += object.length;
  return items;
}

/**
 * Yields every object and list within a value. Not recursive, because a deeply nested value could overflow the stack.
 */
function* objectsIn(value: unknown): Generator<object> {
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next !== 'object' || next === null) continue;
    yield next;
    for (const inner of Object.values(next)) rest.push(inner);
  }
}

function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** The fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { capToSafeInteger } from './assert-within.js';
import type { ArgumentItems } from './count-list-items.js';

type Counts = Map<string, number>;

/** The size of a selection with its fragments expanded. */
export interface Measure {
  fields: number;
  aliases: number;
  directives: number;
  /** The items of all lists in arguments, also of those in variables. */
  listItems: number;
  /** Levels of fields. `ofType` is not counted: introspection nests it deeply, and the depth of the types bounds it. */
  depth: number;
  /** How often each response name occurs in this selection itself. */
  names: ReadonlyMap<string, number>;
  /** The highest number of times that one response name occurs in a single selection, here or below. */
  duplicates: number;
  /** For each candidate field, the highest number of times that it occurs on one downward path. */
  repeats: ReadonlyMap<string, number>;
}

const NO_COUNTS: ReadonlyMap<string, number> = new Map();
const EMPTY_MEASURE: Measure = {
  fields: 0,
  aliases: 0,
  directives: 0,
  listItems: 0,
  depth: 0,
  names: NO_COUNTS,
  duplicates: 0,
  repeats: NO_COUNTS,
};
const OF_TYPE = 'ofType';

/**
 * Measures selections without the schema. Each fragment is measured once, however often it is used, so fragments that
 * use each other twice don't take exponential time. A fragment within itself counts as empty, because validation
 * refuses it.
 */
export class DocumentMeasures {
  readonly #ofFragments = new Map<string, Measure>();

  /**
   * @param candidates the fields whose repetition along a path is counted
   * @param argumentItems counts the items in the arguments of a field
   */
  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly candidates: ReadonlySet<string>,
    private readonly argumentItems: ArgumentItems,
  ) {}

  of(selectionSet: SelectionSetNode): Measure {
    const total = { ...EMPTY_MEASURE, names: new Map() as Counts, repeats: new Map() as Counts };
    for (const selection of selectionSet.selections) {
      const part = this.#ofSelection(selection);
      total.fields = capToSafeInteger(total.fields + part.fields);
      total.aliases = capToSafeInteger(total.aliases + part.aliases);
      total.directives = capToSafeInteger(
        total.directives + part.directives + (selection.directives?.length ?? 0),
      );
      total.listItems = capToSafeInteger(total.listItems + part.listItems);
      total.depth = Math.max(total.depth, part.depth);
      total.duplicates = Math.max(total.duplicates, part.duplicates);
      if (selection.kind === Kind.FIELD) addName(total, selection.alias?.value ?? selection.name.value, 1);
      else for (const [name, count] of part.names) addName(total, name, count);
      for (const [name, count] of part.repeats) {
        total.repeats.set(name, Math.max(count, total.repeats.get(name) ?? 0));
      }
    }
    return total;
  }

  #ofSelection(selection: SelectionNode): Measure {
    if (selection.kind === Kind.FIELD) return this.#ofField(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    return this.#ofFragment(selection.name.value);
  }

  #ofField(field: FieldNode): Measure {
    const { alias, selectionSet } = field;
    const name = field.name.value;
    const below = selectionSet ? this.of(selectionSet) : EMPTY_MEASURE;
    const repeated = 1 + (below.repeats.get(name) ?? 0);
    return {
      ...below,
      fields: below.fields + 1,
      listItems: below.listItems + this.argumentItems.of(field),
      aliases: below.aliases + (alias ? 1 : 0),
      depth: below.depth + (name === OF_TYPE ? 0 : 1),
      repeats: this.candidates.has(name) ? new Map([...below.repeats, [name, repeated]]) : below.repeats,
    };
  }

  #ofFragment(name: string): Measure {
    const known = this.#ofFragments.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return EMPTY_MEASURE;
    this.#ofFragments.set(name, EMPTY_MEASURE);
    const measured = this.of(fragment.selectionSet);
    const directives = measured.directives + (fragment.directives?.length ?? 0);
    const whole = { ...measured, directives };
    this.#ofFragments.set(name, whole);
    return whole;
  }
}

function addName(total: { names: Counts; duplicates: number }, name: string, count: number): void {
  const sum = capToSafeInteger(count + (total.names.get(name) ?? 0));
  total.names.set(name, sum);
  total.duplicates = Math.max(total.duplicates, sum);
}

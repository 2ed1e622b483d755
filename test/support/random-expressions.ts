import fc from 'fast-check';
import type { DemoStockRow } from '../../src/erp/demo/demo-stock.js';
import type {
  Expression,
  LetterCase,
  TextColumn,
} from '../../src/features/inventory/expression/inventory.expression.js';

const TEXTS: Record<TextColumn, (row: DemoStockRow) => string | null> = {
  customer_name: (row) => row.ownerName,
  part_number: (row) => row.itemCode,
  description: (row) => row.itemText,
  warehouse: (row) => row.whse,
  bin: (row) => row.binCode,
  lot: (row) => row.lotNo,
  status: (row) => row.holdCode,
  unit: (row) => row.uom,
};

/** Random expressions, most of which find some of these rows and not the others. */
export function randomExpressions(rows: readonly DemoStockRow[]): fc.Arbitrary<Expression> {
  const column = fc.constantFrom(...(Object.keys(TEXTS) as TextColumn[]));
  const tests = fc.oneof(
    { weight: 4, arbitrary: column.chain((of) => textTests(of, valuesOf(rows, TEXTS[of]))) },
    {
      weight: 1,
      arbitrary: tested(
        'row_id',
        fc.constantFrom(...valuesOf(rows, (row) => String(row.stockNo)), 'x', '007'),
      ),
    },
    { weight: 2, arbitrary: quantities(rows) },
    { weight: 2, arbitrary: times(rows) },
  );
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
    const parts = fc.array(tie('expression'), { minLength: 2, maxLength: 3 });
    return {
      expression: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        tests,
        parts.map((all) => ({ all })),
        parts.map((any) => ({ any })),
        tie('expression').map((not) => ({ not })),
      ),
    };
  });
  return expression;
}

function textTests(column: TextColumn, values: readonly string[]): fc.Arbitrary<Expression> {
  const value = fc.constantFrom(...values);
  const other = fc.oneof(value, fc.constantFrom('', ' ', '%', "' or 1=1 --", 'no such text'));
  const part = fc
    .tuple(value, fc.nat(20), fc.nat(6))
    .map(([text, from, length]) => text.slice(from % (text.length + 1)).slice(0, length));
  const letters = fc.option(fc.constantFrom<LetterCase>('lower', 'upper'), { nil: undefined });
  const cased = (text: string, of: LetterCase | undefined) =>
    of === 'lower' ? text.toLowerCase() : of === 'upper' ? text.toUpperCase() : text;
  const withLetters = (of: LetterCase | undefined) => (of ? { letters: of } : {});
  const list = fc.array(fc.option(other, { freq: 6 }), { minLength: 1, maxLength: 4 });
  const ordered = fc.record({
    column: fc.constant(column),
    operator: order,
    value: fc.option(value, { freq: 6 }),
  });
  return fc.oneof(
    // How the ERP orders units is not known here.
    ...(column === 'unit' ? [] : [ordered]),
    fc.tuple(equality, fc.option(other, { freq: 6 }), letters).map(([operator, text, of]) => ({
      ...{ column, operator, value: text === null ? null : cased(text, of), ...withLetters(of) },
    })),
    fc.tuple(list, letters).map(([texts, of]) => ({
      ...{ column, in: texts.map((text) => text && cased(text, of)), ...withLetters(of) },
    })),
    fc
      .tuple(
        fc.constantFrom('contains', 'startsWith', 'endsWith'),
        fc.oneof(part, other),
        letters,
        fc.boolean(),
      )
      .map(([test, text, of, otherCase]) => ({
        ...{ column, test, text: otherCase ? text : cased(text, of), ...withLetters(of) },
      })),
  );
}

const order = fc.constantFrom('gt', 'ge', 'lt', 'le');
const equality = fc.constantFrom('eq', 'ne');

function tested(
  column:
    | 'row_id'
    | 'quantity_on_hand'
    | 'quantity_available'
    | 'expires_on'
    | 'received_on'
    | 'last_moved_at',
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Expression> {
  const operator = column === 'row_id' ? equality : fc.oneof(equality, order);
  return fc.oneof(
    fc.record({ column: fc.constant(column), operator, value: fc.option(value, { freq: 6 }) }),
    fc.record({
      column: fc.constant(column),
      in: fc.array(fc.option(value, { freq: 6 }), { minLength: 1, maxLength: 3 }),
    }),
  );
}

function quantities(rows: readonly DemoStockRow[]): fc.Arbitrary<Expression> {
  const values = valuesOf(rows, (row) => row.qtyOnHand);
  return fc.oneof(
    tested('quantity_on_hand', fc.constantFrom(...values)),
    tested('quantity_available', fc.constantFrom(...values, '0', '-1', '0.5')),
  );
}

function times(rows: readonly DemoStockRow[]): fc.Arbitrary<Expression> {
  const day = fc.constantFrom(...valuesOf(rows, (row) => row.receivedDate), '0001-01-01', '9999-12-31');
  const later = fc.constantFrom(...valuesOf(rows, (row) => row.expiryDate));
  const moved = fc.constantFrom(...valuesOf(rows, (row) => row.lastMoveUtc), '9999-12-31T23:59:59.999');
  const instant = fc.tuple(moved, fc.constantFrom('', '0001', '5')).map(([time, more]) => `${time}${more}Z`);
  return fc.oneof(tested('received_on', day), tested('expires_on', later), tested('last_moved_at', instant));
}

/** The different values of a column, in a few rows from all over the list. */
function valuesOf(rows: readonly DemoStockRow[], of: (row: DemoStockRow) => string | null): string[] {
  const values = rows.flatMap((row) => of(row) ?? []);
  const every = Math.ceil(values.length / 40);
  return [...new Set(values.filter((_, index) => index % every === 0))];
}

import type { Expression } from '../../src/features/inventory/expression/inventory.expression.js';
import { INVENTORY } from '../../src/features/reporting/odata/model.js';

/** An expression as the $filter that means it. */
export function printFilter(expression: Expression): string {
  if ('not' in expression) return `not (${printFilter(expression.not)})`;
  if ('all' in expression) return joined(expression.all, 'and', 'true');
  if ('any' in expression) return joined(expression.any, 'or', 'false');
  const { column, letters } = expression;
  const { name = '', type = '' } = INVENTORY.properties.find((property) => property.column === column) ?? {};
  const operand = letters ? `to${letters}(${name})` : name;
  const printed = (value: string | null) =>
    value !== null && type === 'Edm.String' ? `'${value.replaceAll("'", "''")}'` : String(value);
  if ('test' in expression) {
    return `${expression.test.toLowerCase()}(${operand}, ${printed(expression.text)})`;
  }
  if ('in' in expression) return `${operand} in (${expression.in.map(printed).join(',')})`;
  return `${operand} ${expression.operator} ${printed(expression.value)}`;
}

const joined = (parts: readonly Expression[], word: string, none: string) =>
  parts.length === 0 ? none : parts.map((part) => `(${printFilter(part)})`).join(` ${word} `);

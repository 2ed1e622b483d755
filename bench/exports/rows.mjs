const day = (n) => new Date(1_700_000_000_000 + (n % 900) * 86_400_000).toISOString().slice(0, 10);
const instant = (n) => new Date(1_700_000_000_000 + n * 61_001).toISOString();

/** Texts that writers get wrong: quotes, separators, markup, formulas, other scripts. */
const TEXTS = [
  'Bracket, 5" wide',
  'Nüts; & <bolts>',
  '=SUM(A1:A9)',
  '日本 ラベル',
  '-12 kg drum',
  'Plain steel',
];

/** A row as the export has to give it, by the names of its columns. */
export function expectedRow(n) {
  const onHand = (n * 7_919) % 100_000;
  const allocated = onHand % 97;
  return {
    erpCustomer: `Customer ${n % 40}`,
    partNumber: `PN-${(n * 31) % 50_000}`,
    description: n % 7 === 6 ? null : `${TEXTS[n % 7]} ${n}`,
    warehouse: `W${n % 9}`,
    bin: `A-${n % 60}-${n % 7}`,
    lot: n % 3 === 0 ? null : `LOT${n}`,
    status: n % 11 === 0 ? 'BLOCKED' : 'AVAILABLE',
    unit: 'EA',
    // No number of JavaScript or Excel holds the second of these.
    quantityOnHand: n % 997 === 0 ? '1234567890123456.0123456789' : `${onHand}.25`,
    quantityAllocated: String(allocated),
    quantityAvailable: `${onHand - allocated}.5`,
    receivedOn: day(n),
    expiresOn: n % 4 === 0 ? null : day(n + 400),
    lastMovedAt: instant(n),
  };
}

const COLUMN_OF = {
  erpCustomer: 'customer_name',
  ...{
    partNumber: 'part_number',
    quantityOnHand: 'quantity_on_hand',
    quantityAllocated: 'quantity_allocated',
  },
  ...{ quantityAvailable: 'quantity_available', receivedOn: 'received_on', expiresOn: 'expires_on' },
};

/** The same row as SQL Server prints it, by the names of the columns of the query. */
export function erpRow(n) {
  const { lastMovedAt, ...expected } = expectedRow(n);
  const row = { row_id: String(n), last_moved_at: lastMovedAt.replace('T', ' ').replace('Z', '') };
  for (const [name, value] of Object.entries(expected)) row[COLUMN_OF[name] ?? name] = value;
  for (const name of ['quantity_on_hand', 'quantity_allocated', 'quantity_available']) {
    const [whole, fraction = ''] = row[name].split('.');
    row[name] = `${whole}.${fraction.padEnd(10, '0')}`;
  }
  return row;
}

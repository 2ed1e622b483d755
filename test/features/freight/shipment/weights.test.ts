import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FreightItem } from '../../../../src/features/freight/shipment/freight-item.js';
import { weightsOf } from '../../../../src/features/freight/shipment/weights.js';

/** A decimal, as text and in units of its last place. */
const decimal = (maxDigits: number, decimals: number) =>
  fc.bigInt({ min: 1n, max: 10n ** BigInt(maxDigits + decimals) - 1n }).map((units) => {
    const digits = String(units).padStart(decimals + 1, '0');
    return { units, text: `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` };
  });

const item = fc.record({
  quantity: fc.integer({ min: 1, max: 1_000 }),
  grams: decimal(5, 3),
  sides: fc.option(fc.tuple(decimal(4, 2), decimal(4, 2), decimal(4, 2)), { nil: null }),
});

/** Grams as kilograms, without zeros at the end. */
const toKilograms = (grams: bigint) =>
  `${grams / 1_000n}.${String(grams % 1_000n).padStart(3, '0')}`.replace(/\.?0+$/, '');

const PLAIN = { description: null, packaging: 'CARTON', dangerousGoods: null } as const;

test('weights are exact to the gram, whatever the sizes: whole numbers say the same', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 100 }),
      fc.integer({ min: 1, max: 10_000 }),
      (entries, factor) => {
        const items: FreightItem[] = entries.map(({ quantity, grams, sides }) => {
          const [lengthCm = null, widthCm = null, heightCm = null] = (sides ?? []).map(({ text }) => text);
          return { ...PLAIN, quantity, weightKg: grams.text, lengthCm, widthCm, heightCm };
        });
        const weight = entries.reduce((sum, { quantity, grams }) => sum + BigInt(quantity) * grams.units, 0n);
        const measured = entries.flatMap(({ quantity, sides }) => (sides ? [{ quantity, sides }] : []));
        // Each side is in tenths of a millimetre: 10^12 of their product are a cubic metre, which is factor × 1,000 g.
        const product = measured.reduce(
          (sum, { quantity, sides: [a, b, c] }) => sum + BigInt(quantity) * a.units * b.units * c.units,
          0n,
        );
        const cubic = (product * BigInt(factor) * 1_000n + 500_000_000_000n) / 1_000_000_000_000n;
        expect(weightsOf(items, '0', factor)).toEqual({
          weightKg: toKilograms(weight),
          cubicWeightKg: measured.length === 0 ? null : toKilograms(cubic),
          chargeableWeightKg: toKilograms(measured.length > 0 && cubic > weight ? cubic : weight),
        });
      },
    ),
  );
});

test('without items the given weight is the weight', () => {
  const weights = { weightKg: '12.5', cubicWeightKg: null, chargeableWeightKg: '12.5' };
  expect(weightsOf([], '12.500', 250)).toEqual(weights);
});

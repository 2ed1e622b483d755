import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { notFound, staleVersion } from '../../../shared/errors.js';
import { FieldProblems, quoted } from '../../../shared/field-problems.js';
import type { Origin } from '../../../shared/origin.js';
import { invalidFormat, tooEarly } from '../../../shared/refusal-reasons.js';
import { changesBetween } from '../../audit/audit-event.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { stateCode } from '../shipment/address.js';
import { type AmountRule, readAmount } from '../shipment/amount.js';
import { rateChanged } from './rate.audit.js';
import { type RateFields, RateRecord, rateFieldsOf } from './rate.entity.js';
import type { RateStore } from './rate.store.js';
import type { RateInput } from './rate.type.js';

/** What changing the rate card needs. */
export type RateDependencies = Pick<FreightDependencies, 'dataSource' | 'rates' | 'audit'>;

const AMOUNT: AmountRule = { digits: 12, decimals: 2, zero: true };
const PER_KG: AmountRule = { digits: 10, decimals: 4, zero: true };
const MAX_STATE = 100;

/**
 * Adds a rate, or replaces the one with the given id.
 *
 * @throws BAD_USER_INPUT naming every invalid field; NOT_FOUND; CONFLICT if the version is outdated
 */
export async function saveRate(
  { dataSource, rates, audit }: RateDependencies,
  input: RateInput,
  origin: Origin,
): Promise<RateRecord> {
  const fields = readFields(input);
  return inTransaction(dataSource, async (tx) => {
    const rate = await rateToChange(tx, rates, input);
    const before = rate ? { ...rateFieldsOf(rate) } : {};
    const changes = changesBetween(before, { ...fields });
    if (rate && changes.length === 0) return rate;
    const saved = await rates.save(tx, Object.assign(rate ?? tx.create(RateRecord), fields));
    await audit.append(tx, origin, rateChanged(saved, changes));
    return saved;
  });
}

async function rateToChange(tx: Tx, rates: RateStore, input: RateInput): Promise<RateRecord | null> {
  const { id = null, version = null } = input;
  if (id === null) return null;
  const rate = await lockRate(tx, rates, id, 'input.id');
  if (version !== null && version !== rate.version) {
    throw staleVersion('rate', { found: version, current: rate.version });
  }
  return rate;
}

/** Reads a rate and locks it until the end of the transaction. @throws NOT_FOUND */
export async function lockRate(tx: Tx, rates: RateStore, id: string, path: string): Promise<RateRecord> {
  const rate = await rates.lock(tx, id);
  if (rate) return rate;
  const message = `found "${id}", which no rate has`;
  throw notFound({ path, message, reason: 'UNKNOWN' });
}

function readFields(input: RateInput): RateFields {
  const problems = new FieldProblems();
  const { service, validFrom, validUntil = null } = input;
  const state = (field: 'originState' | 'destinationState') => {
    const text = problems.text(`input.${field}`, input[field], { maxLength: MAX_STATE });
    return text === null ? null : stateCode(text);
  };
  const amount = (field: 'base' | 'perKg' | 'minimum', rule: AmountRule) =>
    readAmount(input[field], `input.${field}`, problems, rule);
  const currency = input.currency.trim().toUpperCase();
  const fields = {
    ...{ service, originState: state('originState'), destinationState: state('destinationState') },
    ...{ base: amount('base', AMOUNT), perKg: amount('perKg', PER_KG), minimum: amount('minimum', AMOUNT) },
    ...{ currency, validFrom, validUntil },
  };
  if (!/^[A-Z]{3}$/.test(currency)) {
    problems.add(
      'input.currency',
      quoted(input.currency),
      'a currency code of three letters such as AUD',
      invalidFormat('currency'),
    );
  }
  if (validUntil !== null && validUntil < validFrom) {
    problems.add(
      'input.validUntil',
      validUntil,
      `a day from ${validFrom} on, or nothing`,
      tooEarly(validFrom),
    );
  }
  if (typeof input.version === 'number' && typeof input.id !== 'string') {
    problems.add('input.version', 'a version without an id', 'both of a rate to replace, or neither', {
      reason: 'NOT_ALLOWED',
    });
  }
  problems.assertNone();
  return fields;
}

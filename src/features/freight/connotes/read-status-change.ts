import { FieldProblems } from '../../../shared/field-problems.js';
import { tooEarly } from '../../../shared/refusal-reasons.js';
import { NOTE } from '../shipment/shipment.js';
import { readActTime } from './act-time.js';
import type { ConnoteStatus } from './connote-transitions.js';
import type { UpdateConnoteStatusInput } from './edit-connotes.args.js';

/** A change of status that makes sense by itself. Whether the connote and the role allow it is another matter. */
export interface StatusChange {
  id: string;
  to: ConnoteStatus;
  from: ConnoteStatus | null;
  /** The version that the caller saw. */
  version: number | null;
  /** Set exactly for ALLOCATED. */
  driverId: string | null;
  estimatedDeliveryOn: string | null;
  /** When it was done, if it is entered late. */
  at: Date | null;
  note: string | null;
  proof: { receivedBy: string; signaturePng: string | null; photoIds: readonly string[] } | null;
}

/** What reading a change depends on. */
export interface StatusChangeRules {
  /** The beginning of every path in the input, such as `input.` */
  prefix: string;
  now: Date;
  /** The day that it is now. */
  today: string;
  /** Whether a delivery needs a proof. */
  requireProof: boolean;
}

const RECEIVED_BY = { maxLength: 100 };
/** What is done where there may be no network. */
const MAY_BE_LATE: readonly ConnoteStatus[] = ['IN_TRANSIT', 'DELIVERED'];
const WITH_ESTIMATE: readonly ConnoteStatus[] = ['CONFIRMED', 'ALLOCATED', 'IN_TRANSIT'];

/** Tidies and validates a change of status. @throws BAD_USER_INPUT naming every invalid field */
export function readStatusChange(input: UpdateConnoteStatusInput, rules: StatusChangeRules): StatusChange {
  const problems = new FieldProblems();
  const { id, to, from = null, version = null } = input;
  const change = {
    ...{ id, to, from, version },
    driverId: readDriver(input, rules, problems),
    estimatedDeliveryOn: readEstimate(input, rules, problems),
    at: readTime(input, rules, problems),
    note: problems.text(`${rules.prefix}note`, input.note, NOTE),
    proof: readProof(input, rules, problems),
  };
  problems.assertNone();
  return change;
}

function readDriver(
  { to, driverId = null }: UpdateConnoteStatusInput,
  { prefix }: StatusChangeRules,
  problems: FieldProblems,
): string | null {
  if (to === 'ALLOCATED' && driverId === null) {
    problems.add(`${prefix}driverId`, 'nothing', 'the id of an active driver', { reason: 'REQUIRED' });
  } else if (to !== 'ALLOCATED' && driverId !== null) {
    problems.add(`${prefix}driverId`, `a driver for ${to}`, 'one for ALLOCATED only', {
      reason: 'NOT_ALLOWED',
    });
  }
  return driverId;
}

function readEstimate(
  { to, estimatedDeliveryOn = null }: UpdateConnoteStatusInput,
  { prefix, today }: StatusChangeRules,
  problems: FieldProblems,
): string | null {
  if (estimatedDeliveryOn === null) return null;
  const path = `${prefix}estimatedDeliveryOn`;
  if (!WITH_ESTIMATE.includes(to)) {
    problems.add(path, `a day for ${to}`, `one for ${WITH_ESTIMATE.join(', ')} only`, {
      reason: 'NOT_ALLOWED',
    });
  } else if (estimatedDeliveryOn < today) {
    problems.add(path, estimatedDeliveryOn, `${today} or later`, tooEarly(today));
  }
  return estimatedDeliveryOn;
}

function readTime(
  { to, at }: UpdateConnoteStatusInput,
  { prefix, now }: StatusChangeRules,
  problems: FieldProblems,
): Date | null {
  const path = `${prefix}at`;
  if (at && !MAY_BE_LATE.includes(to)) {
    problems.add(path, `a time for ${to}`, `one for ${MAY_BE_LATE.join(' or ')} only`, {
      reason: 'NOT_ALLOWED',
    });
  }
  return readActTime(at, { path, now }, problems);
}

function readProof(
  { to, proof = null }: UpdateConnoteStatusInput,
  { prefix, requireProof }: StatusChangeRules,
  problems: FieldProblems,
): StatusChange['proof'] {
  const path = `${prefix}proof`;
  if (proof === null) {
    if (to === 'DELIVERED' && requireProof)
      problems.add(path, 'nothing', 'the name of who received the goods', { reason: 'REQUIRED' });
    return null;
  }
  if (to !== 'DELIVERED') {
    problems.add(path, `a proof for ${to}`, 'one for DELIVERED only', { reason: 'NOT_ALLOWED' });
  }
  return {
    receivedBy: problems.requiredText(`${path}.receivedBy`, proof.receivedBy, RECEIVED_BY),
    signaturePng: proof.signaturePng ?? null,
    photoIds: proof.photoIds ?? [],
  };
}

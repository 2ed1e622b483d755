import type { Tx } from '../../../db/in-transaction.js';
import { badUserInput, type FieldProblem } from '../../../shared/errors.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { DELIVERY_PHOTO_KINDS } from './photo.entity.js';
import type { ProofRecord } from './proof.entity.js';

/** A proof of delivery to write. */
export interface NewProof extends ProofRecord {
  /** Photos of the connote that were uploaded before. */
  photoIds: readonly string[];
}

/**
 * Writes the proof of a delivery, once and for all. The caller has locked the connote, and stored the signature.
 *
 * @param path the name of the proof in errors, such as `input.proof`
 * @throws BAD_USER_INPUT naming each photo that can't be used: alike for an unknown one and for one of another connote
 */
export async function addProof(
  tx: Tx,
  { proofs, photos }: Pick<FreightDependencies, 'proofs' | 'photos'>,
  { photoIds, ...proof }: NewProof,
  path: string,
): Promise<void> {
  await proofs.insert(tx, proof);
  if (photoIds.length === 0) return;
  const used = await photos.use(tx, proof.connoteId, photoIds, DELIVERY_PHOTO_KINDS);
  const [first, ...others] = photoIds.flatMap((id, index): FieldProblem[] => {
    const isTwice = photoIds.indexOf(id) < index;
    if (used.has(id) && !isTwice) return [];
    const found = isTwice ? `"${id}" again` : `"${id}"`;
    const wanted = `a photo of this connote, of the kind ${DELIVERY_PHOTO_KINDS.join(' or ')}, that no proof uses`;
    const message = `found ${found}; wanted ${wanted}`;
    return [{ path: `${path}.photoIds.${index}`, message, reason: isTwice ? 'DUPLICATE' : 'UNKNOWN' }];
  });
  if (first) throw badUserInput(first, ...others);
}

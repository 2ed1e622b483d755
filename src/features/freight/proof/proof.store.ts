import type { Tx } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';

/** What shows that goods were delivered. It is written once and never changed. */
export interface NewProof {
  connoteId: string;
  receivedBy: string;
  note: string | null;
  at: Date;
  byId: string;
  /** Base64. */
  signaturePng: string | null;
  /** Photos of the connote that were uploaded before. */
  photoIds: readonly string[];
}

/** Where proofs of delivery are kept. */
export interface Proofs {
  /** Adds the proof of a delivery. @throws BAD_USER_INPUT for a signature or photos that can't be taken */
  add(tx: Tx, proof: NewProof): Promise<void>;
}

/** Proofs of delivery in the local database. */
export class ProofStore implements Proofs {
  async add(tx: Tx, { connoteId, receivedBy, note, at, byId, ...files }: NewProof): Promise<void> {
    assertNoFiles(files);
    await tx.query(
      'insert into delivery_proof (connote_id, received_by, note, at, by_id) values ($1, $2, $3, $4, $5)',
      [connoteId, receivedBy, note, at, byId],
    );
  }
}

/** Signatures and photos need a store of files. */
function assertNoFiles({ signaturePng, photoIds }: Pick<NewProof, 'signaturePng' | 'photoIds'>): void {
  const message = 'found one; this portal stores no files';
  if (signaturePng !== null) throw badUserInput({ path: 'input.proof.signaturePng', message });
  if (photoIds.length > 0) throw badUserInput({ path: 'input.proof.photoIds', message });
}

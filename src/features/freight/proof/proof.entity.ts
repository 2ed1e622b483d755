import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proof of delivery. The database refuses to change it. */
@Entity('delivery_proof')
export class ProofRecord {
  @PrimaryColumn('uuid', { name: 'connote_id' })
  connoteId!: string;

  @Column('text', { name: 'received_by' })
  receivedBy!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('uuid', { name: 'by_id' })
  byId!: string;

  /** Where the signature is in the store of files. */
  @Column('text', { name: 'signature_key', nullable: true })
  signatureKey!: string | null;
}

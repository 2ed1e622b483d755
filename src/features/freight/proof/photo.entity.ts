import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a photo shows. */
export const PHOTO_KINDS = ['BEFORE', 'AFTER', 'DELIVERY', 'DAMAGE'] as const;
/** One of these kinds. */
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** The kinds that can be uploaded, and be part of a proof of delivery. */
export const DELIVERY_PHOTO_KINDS = ['DELIVERY', 'DAMAGE'] as const satisfies readonly PhotoKind[];

/** How many photos a proof of delivery has at most. */
export const MAX_PROOF_PHOTOS = 5;
/** How many photos of a connote no proof uses, at most. A connote with a proof takes no more photos. */
export const MAX_UNUSED_PHOTOS = 10;

/** A photo of a connote. Its bytes are in the store of files. */
@Entity('connote_photo')
export class PhotoRecord {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Counts up in the order of the uploads. Set by the database. */
  @Column({ type: 'bigint', insert: false, update: false })
  ordinal!: string;

  @Column('uuid', { name: 'connote_id' })
  connoteId!: string;

  @Column('text')
  kind!: PhotoKind;

  /** When it was uploaded: what the camera says is removed. */
  @Column({ type: 'timestamptz', name: 'taken_at', precision: 3 })
  takenAt!: Date;

  @Column('uuid', { name: 'by_id' })
  byId!: string;

  /** In pixels. */
  @Column('integer')
  width!: number;

  @Column('integer')
  height!: number;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'photo_key' })
  photoKey!: string;

  @Column('text', { name: 'thumbnail_key' })
  thumbnailKey!: string;

  /** The connote again, once the photo is part of its proof of delivery. Then the row can't change any more. */
  @Column('uuid', { name: 'proof_of', nullable: true })
  proofOf!: string | null;
}

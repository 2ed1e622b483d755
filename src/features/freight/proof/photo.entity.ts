import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a photo shows. */
export const PHOTO_KINDS = ['BEFORE', 'AFTER', 'DELIVERY', 'DAMAGE'] as const;
/** One of these kinds. */
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** The kinds that can be part of a proof of delivery. */
export const DELIVERY_PHOTO_KINDS = ['DELIVERY', 'DAMAGE'] as const satisfies readonly PhotoKind[];

/** The kinds that show the goods before and after a service. They are never part of a proof. */
export const SERVICE_PHOTO_KINDS = ['BEFORE', 'AFTER'] as const satisfies readonly PhotoKind[];
/** One of these kinds. */
export type ServicePhotoKind = (typeof SERVICE_PHOTO_KINDS)[number];

/** How many photos a proof of delivery has at most. */
export const MAX_PROOF_PHOTOS = 5;
/** How many photos of a connote are for a proof of delivery that does not use them yet, at most. */
export const MAX_UNUSED_PHOTOS = 10;
/** How many photos before and after a service a connote has, at most: both kinds together. */
export const MAX_SERVICE_PHOTOS = 20;

/** Whether a photo shows the goods before or after a service. */
export const isServicePhoto = (kind: PhotoKind): kind is ServicePhotoKind =>
  SERVICE_PHOTO_KINDS.some((one) => one === kind);

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

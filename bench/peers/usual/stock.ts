import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, VirtualColumn } from 'typeorm';

/** A decimal in its shortest form. */
const shortest = {
  from: (value: string) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value),
  to: (value: string) => value,
};

/** A row of the ERP's stock. */
@ObjectType('InventoryItem')
@Entity({ schema: 'erp', name: 'stock' })
export class StockItem {
  @Field(() => ID)
  @PrimaryColumn('int', { name: 'stock_no' })
  id!: number;

  @Column('text', { name: 'owner_name' })
  customerName!: string;

  @Field(() => String)
  @Column('text', { name: 'item_code' })
  partNumber!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'item_text', nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'whse' })
  warehouse!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'bin_code', nullable: true })
  bin!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'lot_no', nullable: true })
  lot!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'hold_code', nullable: true })
  status!: string | null;

  @Field(() => String)
  @Column('text', { name: 'uom' })
  unit!: string;

  @Field(() => String)
  @Column('decimal', { name: 'qty_on_hand', transformer: shortest })
  quantityOnHand!: string;

  @Field(() => String)
  @Column('decimal', { name: 'qty_allocated', transformer: shortest })
  quantityAllocated!: string;

  @Field(() => String)
  @VirtualColumn({ query: (alias) => `trim_scale(${alias}.qty_on_hand - ${alias}.qty_allocated)::text` })
  quantityAvailable!: string;

  @Field(() => String, { nullable: true })
  @Column('date', { name: 'expiry_date', nullable: true })
  expiresOn!: string | null;

  @Field(() => Date, { nullable: true })
  @Column('timestamp', { name: 'last_move_utc', nullable: true })
  lastMovedAt!: Date | null;
}

import { ArrayMaxSize, ArrayUnique, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';
import { InventoryFilter, InventoryOrder } from '../../inventory/inventory.args.js';
import type { FormatName } from '../formats/export-formats.js';
import { ExportFormatEnum } from './export-format.enum.js';
import { EXPORT_COLUMNS, type ExportColumn } from './inventory-columns.js';

/** The GraphQL enum of the columns of an export. */
const InventoryColumnEnum = enumOf(EXPORT_COLUMNS);
registerEnumType(InventoryColumnEnum, { name: 'InventoryColumn' });

@InputType({ description: 'The rows and the columns of a file.' })
export class PrepareInventoryExportInput {
  @Field(() => ExportFormatEnum)
  format!: FormatName;

  @Field(() => InventoryFilter, { nullable: true })
  @ValidateNested()
  filter?: InventoryFilter | null;

  @Field(() => [InventoryOrder], {
    nullable: true,
    description: 'Default: by customer and part number. Nulls come last in both directions.',
  })
  @ArrayMaxSize(12)
  orderBy?: InventoryOrder[] | null;

  @Field(() => [InventoryColumnEnum], {
    nullable: true,
    description: 'The columns in their order; all if left out.',
  })
  @ArrayMaxSize(EXPORT_COLUMNS.length)
  @ArrayUnique({ message: 'found a column twice; wanted each at most once' })
  columns?: ExportColumn[] | null;
}

/** The arguments of `prepareInventoryExport`. */
@ArgsType()
export class PrepareInventoryExportArgs {
  @Field(() => PrepareInventoryExportInput)
  @ValidateNested()
  input!: PrepareInventoryExportInput;
}

import { ValidateNested } from 'class-validator';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars.js';
import { AuditFilter } from '../../audit/audit-entry.args.js';
import type { FormatName } from '../formats/export-formats.js';
import { ExportFormatEnum } from './export-format.enum.js';
import type { PreparedRequest } from './prepared-request.js';

@ObjectType({
  description:
    'An address that gives one file, once, within a minute, to whoever opens it: a browser can put no token into a download. Session and scope are checked again when it is opened.',
})
export class Download {
  @Field(() => String, {
    description: 'For CSV, add ?bom=1 for a byte order mark, and ?sep=; for another separator.',
  })
  url!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;

  /** What the `rowCount` field counts. */
  request!: PreparedRequest;
}

/** The arguments of `prepareAuditExport`. */
@ArgsType()
export class PrepareAuditExportArgs {
  @Field(() => AuditFilter, { nullable: true })
  @ValidateNested()
  filter?: AuditFilter | null;

  @Field(() => ExportFormatEnum, { defaultValue: 'CSV' })
  format!: FormatName;
}

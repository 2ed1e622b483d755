import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';
import type { FormatName } from '../formats/export-formats.js';

/** The GraphQL enum of file formats. */
export const ExportFormatEnum = enumOf(['XLSX', 'CSV', 'NDJSON', 'PARQUET'] satisfies FormatName[]);
registerEnumType(ExportFormatEnum, { name: 'ExportFormat', description: 'The format of a file.' });

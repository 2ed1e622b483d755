import { z } from 'zod';
import { type Checked, webAddress } from './values.js';

const EXAMPLE = 'https://s3.example.com';
/** Printable ASCII without blanks, as these go into a header. */
const key = (max: number) =>
  z
    .string()
    .regex(new RegExp(`^[\\x21-\\x7e]{1,${max}}$`), `wanted at most ${max} characters, without blanks`);

/** The environment variables of files: photos and signatures. */
export const fileSettings = {
  FILES_S3_ENDPOINT: webAddress(EXAMPLE)
    .refine(isOrigin, `wanted an address such as ${EXAMPLE}, without a path`)
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, 'wanted the name of a bucket, such as portico-files')
    .optional(),
  FILES_S3_REGION: z
    .string()
    .regex(/^[a-z\d-]{1,50}$/i, 'wanted the name of a region, such as us-east-1')
    .default('us-east-1'),
  FILES_S3_ACCESS_KEY_ID: key(256)
    .refine((id) => !/[,/=]/.test(id), 'wanted the id of an access key')
    .optional(),
  FILES_S3_SECRET_ACCESS_KEY: key(1024).optional(),
};
type FileSettings = Checked<typeof fileSettings>;

/** Where photos and signatures are stored: a bucket, or a folder in `DATA_DIR`. */
export type FilesConfig =
  | { kind: 'folder' }
  | {
      kind: 's3';
      endpoint: string;
      bucket: string;
      region: string;
      accessKeyId: string;
      secretAccessKey: string;
    };

const TOGETHER = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_ACCESS_KEY_ID',
  'FILES_S3_SECRET_ACCESS_KEY',
] as const;

/** Settings of the bucket that are missing while others are there. */
export function fileProblems(s: FileSettings): string[] {
  const given = TOGETHER.find((name) => s[name] !== undefined);
  if (given === undefined) return [];
  return TOGETHER.filter((name) => s[name] === undefined).map(
    (name) => `${name}: missing; ${given} needs it`,
  );
}

/** The configuration of files, from its settings. */
export function toFiles(s: FileSettings): FilesConfig {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = s;
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = s;
  if (
    endpoint === undefined ||
    bucket === undefined ||
    accessKeyId === undefined ||
    secretAccessKey === undefined
  )
    return { kind: 'folder' };
  return { kind: 's3', endpoint, bucket, region, accessKeyId, secretAccessKey };
}

function isOrigin(address: string): boolean {
  const { pathname, search, hash } = new URL(address);
  return pathname === '/' && search === '' && hash === '' && !/[?#]/.test(address);
}

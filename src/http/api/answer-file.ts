import { create as contentDisposition } from 'content-disposition';
import type { Response } from 'express';
import type { ApiFile, FileAnswer, FileType } from './operation.js';

/**
 * A browser treats an image as a page of its own, which gets no rights. It doesn't open a PDF with `sandbox`, but it
 * opens one in a viewer that is isolated anyway.
 */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const POLICIES: Readonly<Record<FileType, string>> = {
  'image/jpeg': `${POLICY}; sandbox`,
  'image/png': `${POLICY}; sandbox`,
  'application/pdf': POLICY,
};

/**
 * Answers with a file. Browsers show it and never guess its type; neither they nor proxies keep it.
 *
 * @param anyOrigin whether pages of other origins may show it, for addresses that are themselves the secret
 * @throws Error if the operation's description doesn't have the file's media type
 */
export function answerFile(
  response: Response,
  status: number,
  { fileTypes }: FileAnswer,
  { file, anyOrigin }: { file: ApiFile; anyOrigin: boolean },
): void {
  const { bytes, mediaType, name } = file;
  if (!fileTypes.includes(mediaType)) throw new Error(`the API description has no file of type ${mediaType}`);
  response.status(status).set({
    'content-type': mediaType,
    'content-disposition': contentDisposition(name, { type: 'inline' }),
    'content-security-policy': POLICIES[mediaType],
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': anyOrigin ? 'cross-origin' : 'same-origin',
  });
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
/** `ptk_`, by which scanners for leaked secrets recognise a key, and 256 bits in base64url. */
const SECRET_FORMAT = /^ptk_[\w-]{43}$/;
const PREFIX_LENGTH = 'ptk_'.length + 8;

/** A new secret. It must appear only in the response to its creation. */
export const newApiKeySecret = (): string => `ptk_${randomBytes(SECRET_BYTES).toString('base64url')}`;

/** True if a text has the form of a secret. */
export const isApiKeySecret = (text: string): boolean => SECRET_FORMAT.test(text);

/** The first characters of a secret: enough to recognise it, far too few to guess it. */
export const prefixOf = (secret: string): string => secret.slice(0, PREFIX_LENGTH);

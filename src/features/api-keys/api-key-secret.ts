import { newToken, TOKEN_FORMAT } from '../../shared/secret-token.js';

/** Scanners for leaked secrets recognise a key by it. A token follows. */
const KIND = 'ptk_';
const PREFIX_LENGTH = KIND.length + 8;

/** A new secret. It must appear only in the response to its creation. */
export const newApiKeySecret = (): string => `${KIND}${newToken()}`;

/** True if a text has the form of a secret. */
export const isApiKeySecret = (text: string): boolean =>
  text.startsWith(KIND) && TOKEN_FORMAT.test(text.slice(KIND.length));

/** The first characters of a secret: enough to recognise it, far too few to guess it. */
export const prefixOf = (secret: string): string => secret.slice(0, PREFIX_LENGTH);

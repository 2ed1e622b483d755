import { NOT_ENCRYPTED } from './erp.js';
import type { KnownFault } from './known-fault.js';

/** Faults by error code of the operating system, of OpenSSL or of SQL Server's driver. */
const CODES = new Map<string, KnownFault>([
  ...['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'].map((code) => [code, { fault: 'lost' }] as const),
  ['ECONNCLOSED', { fault: 'lost' }],
  ['ECLOSE', { fault: 'lost' }],
  ['ECONNREFUSED', { fault: 'silent', words: 'no server listens at the address of the ERP' }],
  ['ENOTFOUND', { fault: 'silent', words: 'the name in ERP_HOST is not known' }],
  ['EINSTLOOKUP', { fault: 'silent', words: 'the SQL Server Browser does not say where ERP_INSTANCE is' }],
  [NOT_ENCRYPTED, { fault: 'insecure', words: 'the ERP offers no encryption, and ERP_ENCRYPT wants it' }],
  [
    'EENCRYPT',
    { fault: 'insecure', words: 'the ERP accepts only encrypted connections: set ERP_ENCRYPT=true' },
  ],
]);

/** OpenSSL's codes for a certificate that can't be verified, as Node names them. */
const CERTIFICATE =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MIS)/;
/** A TLS handshake that failed, by Node's codes. */
const HANDSHAKE = /^(ERR_SSL_|ERR_TLS_|EPROTO$)/;

/** Node's message for a connection that ends during the handshake. Its code is that of any broken connection. */
const NO_HANDSHAKE = /before secure TLS connection was established/;

/** What an error of the connection says, by its code; undefined if that isn't known. */
export function connectionFault(error: Error): KnownFault | undefined {
  const { code } = error as { code?: unknown };
  if (NO_HANDSHAKE.test(error.message)) {
    const words =
      'the ERP ended the connection instead of encrypting it: ERP_ENCRYPT=strict needs SQL Server 2022';
    return { fault: 'insecure', words };
  }
  if (typeof code !== 'string') return undefined;
  if (CERTIFICATE.test(code)) {
    return { fault: 'insecure', words: `the certificate of the ERP can't be verified (${code})` };
  }
  if (HANDSHAKE.test(code)) {
    return { fault: 'insecure', words: 'the ERP and Portico do not agree on an encryption' };
  }
  return CODES.get(code);
}

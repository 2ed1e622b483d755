import { TLSSocket } from 'node:tls';
import type { ConnectionSecurity } from './erp.js';

/** How a connection is protected, from its socket. */
export function securityOf(socket: unknown): ConnectionSecurity {
  if (!(socket instanceof TLSSocket)) return 'none';
  return {
    protocol: socket.getProtocol() ?? 'TLS',
    cipher: socket.getCipher()?.standardName ?? 'unknown',
    verified: socket.authorized,
  };
}

/** The same in a few words, such as: TLSv1.3 (TLS_AES_256_GCM_SHA384), certificate verified. */
export function describeSecurity(security: ConnectionSecurity): string {
  if (security === 'none') return 'none';
  const { protocol, cipher, verified } = security;
  return `${protocol} (${cipher}), certificate ${verified ? 'verified' : 'not verified'}`;
}

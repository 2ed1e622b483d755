import { z } from 'zod';
import { type Checked, isWebAddress, whole } from './values.js';

/** The hosts that mean this machine. Data sent to them does not cross a network. */
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const WINDOWS_PATH = /^[a-z]:[\\/]/i;
/**
 * Whether a text is meant as an address. So is one that a person mistyped, such as `https:/user:password@host`: as the
 * path of a file it would be printed with its password when the file can't be written.
 */
const isAddress = (text: string) =>
  !WINDOWS_PATH.test(text) && (/^\s*[a-z][a-z\d+.-]*:/i.test(text) || /:.*@/s.test(text));

/** The environment variables of the audit log. */
export const auditSettings = {
  AUDIT_ANCHOR: z
    .string()
    .refine(
      (text) => !isAddress(text) || isWebAddress(text),
      'wanted the path of a file, or an address such as https://audit.example.com/heads without a user name or an unescaped @',
    )
    .optional(),
  AUDIT_ANCHOR_SECONDS: whole(1, 86_400).default(60),
};
type AuditSettings = Checked<typeof auditSettings>;

/** Where the head of the audit log is published, and the minimum interval in seconds between two publications. */
export interface AuditConfig {
  anchor: { kind: 'file'; path: string } | { kind: 'webhook'; address: string } | null;
  anchorSeconds: number;
}

/** Refuses a webhook without TLS in production, because anyone on the network path could answer in its place. */
export function auditProblems(s: AuditSettings & { NODE_ENV?: string | undefined }): string[] {
  if (s.NODE_ENV !== 'production' || s.AUDIT_ANCHOR === undefined || !isAddress(s.AUDIT_ANCHOR)) return [];
  const { protocol, hostname } = new URL(s.AUDIT_ANCHOR);
  if (protocol === 'https:' || LOOPBACK_HOST.test(hostname)) return [];
  return ['AUDIT_ANCHOR: found an address without TLS; wanted https in production, except on this machine'];
}

/** The configuration of the audit log, from its settings. */
export function toAudit({
  AUDIT_ANCHOR: anchor,
  AUDIT_ANCHOR_SECONDS: anchorSeconds,
}: AuditSettings): AuditConfig {
  if (anchor === undefined) return { anchor: null, anchorSeconds };
  return {
    anchor: isAddress(anchor) ? { kind: 'webhook', address: anchor } : { kind: 'file', path: anchor },
    anchorSeconds,
  };
}

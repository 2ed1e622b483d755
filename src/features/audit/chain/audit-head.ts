/** The entry that the chain ends with: who knows it can tell whether anything before it has changed. */
export interface AuditHead {
  sequence: number;
  /** In lower-case hexadecimal. */
  hash: string;
}

/** PostgreSQL's largest integer, which a sequence is. */
export const LARGEST_SEQUENCE = 2_147_483_647;

const PRINTED = /^([1-9]\d{0,8}):([0-9a-f]{64})$/i;

/** A head as it is written down: `<sequence>:<hash>`. */
export const printHead = ({ sequence, hash }: AuditHead): string => `${sequence}:${hash}`;

/** Reads one back; null where the text is none. */
export function parseHead(text: string): AuditHead | null {
  const [, sequence, hash] = PRINTED.exec(text) ?? [];
  return sequence === undefined || hash === undefined
    ? null
    : { sequence: Number(sequence), hash: hash.toLowerCase() };
}

/** Whether a value out of a file is one. */
export function isHead(value: unknown): value is AuditHead {
  if (typeof value !== 'object' || value === null) return false;
  const { sequence, hash } = value as Record<string, unknown>;
  const isSequence =
    Number.isInteger(sequence) && Number(sequence) > 0 && Number(sequence) <= LARGEST_SEQUENCE;
  return isSequence && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}

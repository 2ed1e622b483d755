/** The last entry of the chain. With a known head, any change to the entries up to it can be detected. */
export interface AuditHead {
  sequence: number;
  /** In lower-case hexadecimal. */
  hash: string;
}

/** The largest value of PostgreSQL's integer type, which the sequence has. */
export const LARGEST_SEQUENCE = 2_147_483_647;

const PRINTED_HEAD = /^([1-9]\d{0,8}):([0-9a-f]{64})$/i;

/** Formats a head as `<sequence>:<hash>`. */
export const printHead = ({ sequence, hash }: AuditHead): string => `${sequence}:${hash}`;

/** Parses the output of `printHead`; null if the text is not a head. */
export function parseHead(text: string): AuditHead | null {
  const [, sequence, hash] = PRINTED_HEAD.exec(text) ?? [];
  return sequence === undefined || hash === undefined
    ? null
    : { sequence: Number(sequence), hash: hash.toLowerCase() };
}

/** Whether a parsed JSON value is a head. */
export function isHead(value: unknown): value is AuditHead {
  if (typeof value !== 'object' || value === null) return false;
  const { sequence, hash } = value as Record<string, unknown>;
  const isSequence =
    Number.isInteger(sequence) && Number(sequence) > 0 && Number(sequence) <= LARGEST_SEQUENCE;
  return isSequence && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}

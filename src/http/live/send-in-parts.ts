/** So much is sent at a time. */
const PART_BYTES = 64 * 1_024;

/** How something long is sent to a client. */
export interface SendingInParts {
  /** Whether there is still somebody to send it to. */
  isOpen: () => boolean;
  /** Sends a part. Resolves once the client's side has taken it, or nobody is there any more. */
  send: (part: Buffer, isLast: boolean) => Promise<void>;
  /** How long a client may read nothing. */
  stalledMs: number;
  /** Called if it does. */
  onStalled: () => void;
}

/** Sends bytes in parts, each once the one before was taken: whether a client reads at all is seen by that. */
export async function sendInParts(
  bytes: Buffer,
  { isOpen, send, stalledMs, onStalled }: SendingInParts,
): Promise<void> {
  for (let start = 0; start < bytes.length && isOpen(); start += PART_BYTES) {
    const end = start + PART_BYTES;
    const timer = setTimeout(onStalled, stalledMs);
    await send(bytes.subarray(start, end), end >= bytes.length);
    clearTimeout(timer);
  }
}

/**
 * Wakes one waiter. It stays rung until somebody has waited, so that nothing is missed in between, and ringing it again
 * meanwhile adds nothing.
 */
export class Bell {
  #rung = false;
  #wake: (() => void) | null = null;

  readonly ring = (): void => {
    this.#rung = true;
    this.#wake?.();
  };

  /** Resolves once it is rung, or at once if it was. @throws the signal's reason once that fires */
  async wait(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!this.#rung) {
      await new Promise<void>((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        this.#wake = () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        };
      });
    }
    this.#rung = false;
    this.#wake = null;
  }
}

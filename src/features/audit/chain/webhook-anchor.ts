import type { AuditAnchor, PublishedHead } from './audit-anchor.js';

/** An address that each head is posted to as JSON. What it does with them is its own affair: they can't be read back. */
export class WebhookAnchor implements AuditAnchor {
  constructor(private readonly address: string) {}

  async publish(head: PublishedHead, signal: AbortSignal): Promise<void> {
    const response = await fetch(this.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(head),
      // Elsewhere than where it was meant to go, nobody may be keeping it.
      redirect: 'error',
      signal,
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the audit log's anchor answered with status ${response.status}`);
  }

  async *heads(): AsyncGenerator<never> {}
}

import { type Erp, type ErpColumn, type ErpQuery, ErpStatementError, type WritePrivilege } from './erp.js';
import { classifyFault } from './erp-fault.js';
import type { ErpGate } from './gate.js';

/**
 * An ERP whose queries take their turns among those of pages, so that what asks beside them, such as the check, takes
 * none of the ERP's capacity for itself. The owner of the ERP closes it.
 */
export class GatedErp implements Erp {
  readonly kind: Erp['kind'];
  readonly dialect: Erp['dialect'];

  constructor(
    private readonly erp: Erp,
    private readonly gate: ErpGate,
  ) {
    this.kind = erp.kind;
    this.dialect = erp.dialect;
  }

  read(query: ErpQuery, signal: AbortSignal) {
    return this.gate.inTurn(signal, (limited) => this.erp.read(query, limited));
  }

  identify(signal: AbortSignal) {
    return this.gate.inTurn(signal, (limited) => this.erp.identify(limited));
  }

  /** @throws ErpStatementError without the server's words if it refuses the SELECT, because they may quote it */
  async describe(select: string, signal: AbortSignal): Promise<ErpColumn[]> {
    try {
      return await this.gate.inTurn(signal, (limited) => this.erp.describe(select, limited));
    } catch (error) {
      if (!(error instanceof ErpStatementError) && classifyFault(error) !== 'denied') throw error;
      throw new ErpStatementError(new Error('the command erp check says why'));
    }
  }

  async *writePrivileges(
    selects: readonly string[],
    deadline: () => AbortSignal,
  ): AsyncGenerator<WritePrivilege[], void, undefined> {
    // The few queries of a part share its turn, and must end with it.
    let turn = deadline();
    const parts = this.erp.writePrivileges(selects, () => turn)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const part = await this.gate.inTurn(deadline(), (limited) => {
          turn = limited;
          return parts.next();
        });
        if (part.done) return;
        yield part.value;
      }
    } finally {
      await parts.return?.();
    }
  }

  /** Not in turn: streams have slots of their own. The check opens none. */
  stream(...args: Parameters<Erp['stream']>) {
    return this.erp.stream(...args);
  }

  security() {
    return this.erp.security();
  }

  poolState() {
    return this.erp.poolState();
  }

  async close(): Promise<void> {}
}

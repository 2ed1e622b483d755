import { anchorOf, concatHeads } from '../composition/audit.js';
import type { Config } from '../config.js';
import { type AuditHead, parseHead, printHead } from '../features/audit/chain/audit-head.js';
import { countOverdue } from '../features/audit/chain/overdue.js';
import { sealPending } from '../features/audit/chain/seal-pending.js';
import { verifyAuditLog } from '../features/audit/chain/verify-audit-log.js';
import { assertDatabaseExists, withDatabase } from './with-database.js';

/**
 * Reads the whole audit log and compares it with the given heads, and with those of AUDIT_ANCHOR if that is a file. It
 * prints the result and, if the log was altered, where and why. Also says how many entries have waited too long to be
 * chained.
 *
 * @returns whether the log is intact and no entry is overdue
 */
export async function auditVerify(
  config: Config,
  heads: readonly AuditHead[],
  say: (line: string) => void,
): Promise<boolean> {
  assertDatabaseExists(config);
  return withDatabase(config, async (dataSource) => {
    // `withDatabase` tries again at the end, and that error says why it fails. Until then, the rest is verified.
    await sealPending(dataSource).catch(() => {});
    const known = concatHeads(heads, anchorOf(config.audit.anchor).heads());
    const { broken, entriesChecked, head } = await verifyAuditLog(dataSource, known);
    if (broken) {
      say(`The audit log is not what was written, from entry ${broken.sequence} on: ${broken.reason}.`);
      return false;
    }
    say(`The audit log is what was written: ${entriesChecked} entries checked.`);
    if (head) say(`It ends with ${printHead(head)}`);
    const overdue = await countOverdue(dataSource);
    if (overdue > 0) say(`Not chained for longer than a minute, and so not protected: ${overdue} entries.`);
    return overdue === 0;
  });
}

/** Parses the value of --head. @throws Error if it is not a head */
export function readHead(text: string): AuditHead {
  const head = parseHead(text);
  if (head) return head;
  throw new Error(
    `--head: found "${text.slice(0, 100)}"; wanted <sequence>:<hash>, such as 42:9f86d0… with 64 digits`,
  );
}

import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { type Config, ConfigError } from '../config.js';
import { AuditEntryStore } from '../features/audit/audit-entry.store.js';
import type { AuditVerification } from '../features/audit/audit-entry.type.js';
import { AuditLog } from '../features/audit/audit-log.js';
import { type AuditAnchor, NO_ANCHOR } from '../features/audit/chain/audit-anchor.js';
import type { AuditHead } from '../features/audit/chain/audit-head.js';
import { FileAnchor } from '../features/audit/chain/file-anchor.js';
import { HeadPublisher } from '../features/audit/chain/head-publisher.js';
import { countOverdue } from '../features/audit/chain/overdue.js';
import { Sealer } from '../features/audit/chain/sealer.js';
import { type KnownHeads, verifyAuditLog } from '../features/audit/chain/verify-audit-log.js';
import { WebhookAnchor } from '../features/audit/chain/webhook-anchor.js';
import { type Denial, recordDenial } from '../features/audit/record-denial.js';
import type { RequestIdentity } from '../features/identity/sessions/authenticate.js';
import { singleFlight } from '../shared/single-flight.js';

/** What composing the audit log needs. */
export interface AuditInput {
  dataSource: DataSource;
  logger: Logger;
  now: () => Date;
}

/**
 * Composes the audit log and the parts that chain, read and verify it.
 *
 * @throws ConfigError if its anchor is a file that can't be written
 */
export async function composeAudit(config: Config['audit'], { dataSource, logger, now }: AuditInput) {
  const anchor = await openAnchor(config.anchor);
  const publisher = new HeadPublisher({ anchor, everySeconds: config.anchorSeconds, logger, now });
  const sealer = new Sealer({ dataSource, publisher, logger });
  const audit = new AuditLog(sealer.onAppended);
  sealer.start();
  const verify = singleFlight(async (): Promise<AuditVerification> => {
    await sealer.seal();
    const known = sealer.knownHead;
    const heads = concatHeads(known ? [known] : [], anchor.heads());
    const { broken, entriesChecked, head } = await verifyAuditLog(dataSource, heads);
    if (broken) logger.error(broken, 'the audit log was altered');
    // Another instance may have chained the last entries.
    else if (head) await sealer.noteHead(head);
    const overdue = await countOverdue(dataSource);
    if (overdue > 0) logger.error({ overdue }, 'audit entries wait to be chained for longer than a minute');
    return { intact: !broken, entriesChecked, firstBrokenSequence: broken?.sequence ?? null, overdue };
  });
  return {
    audit,
    entries: { store: new AuditEntryStore(dataSource), seal: () => sealer.seal() },
    verify,
    onDenied: denialRecorder({ dataSource, audit, logger }),
    stop: () => sealer.stop(),
  };
}

/** The anchor of the settings, ready to be written. @throws ConfigError for a file that can't be written */
async function openAnchor(anchor: Config['audit']['anchor']): Promise<AuditAnchor> {
  if (anchor?.kind !== 'file') return anchorOf(anchor);
  const file = new FileAnchor(anchor.path);
  await file.prepare().catch((error: NodeJS.ErrnoException) => {
    const wanted = 'wanted the path of a file that this process can write';
    throw new ConfigError([
      `AUDIT_ANCHOR: found "${anchor.path}", which can't be written (${error.code}); ${wanted}`,
    ]);
  });
  return file;
}

/** The anchor of the settings. Unlike `openAnchor`, creates no file, so that a command can read the heads. */
export function anchorOf(anchor: Config['audit']['anchor']): AuditAnchor {
  if (anchor === null) return NO_ANCHOR;
  return anchor.kind === 'file' ? new FileAnchor(anchor.path) : new WebhookAnchor(anchor.address);
}

/** These heads, followed by those of an anchor. */
export async function* concatHeads(
  heads: readonly AuditHead[],
  others: KnownHeads,
): AsyncGenerator<readonly AuditHead[]> {
  yield heads;
  yield* others;
}

type Caller = Pick<RequestIdentity, 'viewer' | 'apiKey' | 'origin'>;

/** Records a refusal once per request and field, however often the request contains the field. A failure is logged. */
function denialRecorder({
  dataSource,
  audit,
  logger,
}: Pick<AuditInput, 'dataSource' | 'logger'> & { audit: AuditLog }) {
  const recorded = new WeakMap<Caller, Map<string, Promise<void>>>();
  return (caller: Caller, field: string, args: Denial['args']): Promise<void> => {
    // Not recorded for a client that is not identified: it could fill the log.
    if (!caller.viewer && !caller.apiKey) return Promise.resolve();
    const ofRequest = recorded.get(caller) ?? new Map<string, Promise<void>>();
    recorded.set(caller, ofRequest);
    const known = ofRequest.get(field);
    if (known) return known;
    const recording = recordDenial({ dataSource, audit }, { ...caller, field, args }).catch(
      (error: unknown) => logger.error({ err: error, field }, 'a refused attempt could not be audited'),
    );
    ofRequest.set(field, recording);
    return recording;
  };
}

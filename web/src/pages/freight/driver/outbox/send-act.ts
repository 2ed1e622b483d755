import { ApiError, type Operation } from '../../../../app/ask';
import type { PortalStopStateQuery, StopPartsFragment } from '../../../../app/operations.generated';
import { query } from '../../../../app/query';
import { sessionState } from '../../../../app/session-state';
import { uploadPhoto } from '../../photos/upload-photo';
import {
  PortalMoveStopDocument,
  PortalNoteStopDocument,
  PortalRecordAttemptDocument,
  PortalStopStateDocument,
} from '../run.generated';
import type { Act, ActPhoto, Deed } from './act';
import { actsBehind, giveUpTimes, saveAct } from './acts';

/** How long the server has to answer before the act waits on. */
const ANSWER_MS = 30_000;
/** A photo that no proof uses is deleted by the server after a day. */
const PHOTO_MS = 20 * 3600_000;
/** What is sent so soon has not waited. */
const AT_ONCE_MS = 5_000;

type StopState = NonNullable<PortalStopStateQuery['connote']>;

/** @throws UNAUTHENTICATED unless the act's driver is signed in: another may be by now, who must not act for them */
function mustBeOwner({ owner }: Act): void {
  const state = sessionState();
  if (state.kind === 'none' || state.session.viewer.user.id !== owner)
    throw new ApiError('UNAUTHENTICATED', 'Another user is signed in.');
}

async function askFor<R, V>(act: Act, operation: Operation<R, V>, variables: V): Promise<R> {
  mustBeOwner(act);
  return query(operation, variables, AbortSignal.timeout(ANSWER_MS));
}

/** The connote of an act as it is now; null if it isn't the driver's any more. */
export const stopState = async (act: Act): Promise<StopState | null> =>
  (await askFor(act, PortalStopStateDocument, { id: act.connoteId })).connote;

/**
 * Sends an act once, also if an answer was lost and it is sent again: what the server has done of it is found among the
 * events that weren't there before.
 *
 * @returns the stop as it is now; null if it had been done before
 * @throws ApiError as the server answers, or OFFLINE
 */
export async function sendAct(act: Act): Promise<StopPartsFragment | null> {
  const hasWaited = act.known !== null || Date.now() - Date.parse(act.madeAt) > AT_ONCE_MS;
  const state = await stopState(act);
  if (act.known !== null && state && isDone(act, state)) return null;
  if (act.known === null && state) {
    act.known = state.events.map(({ id }) => id);
    await saveAct(act);
  }
  const { deed } = act;
  if (deed.kind === 'DELIVERED') {
    // No photos are sent for what would be refused.
    if (state?.status !== act.from) throw new ApiError('CONFLICT', 'The connote has changed.');
    await uploadAll(act, deed.photos);
  }
  return send(act, await timeOf(act, hasWaited));
}

/** Whether what happened since the act was sent first is that act. */
export function isDone({ known, owner, deed }: Act, { events }: StopState): boolean {
  const before = new Set(known);
  return events.some(({ id, by, ...event }) => !before.has(id) && by?.id === owner && isEventOf(deed, event));
}

function isEventOf(deed: Deed, { kind, to, note }: Omit<StopState['events'][number], 'id' | 'by'>): boolean {
  if (deed.kind === 'PICKED_UP') return kind === 'STATUS' && to === 'IN_TRANSIT';
  if (deed.kind === 'DELIVERED') return kind === 'STATUS' && to === 'DELIVERED';
  return kind === deed.kind && note === deed.note;
}

/** Sends the photos that the server doesn't have. Each is remembered, or they would be sent again after an interruption. */
async function uploadAll(act: Act, photos: ActPhoto[]): Promise<void> {
  for (const photo of photos) {
    if (photo.sent && Date.now() - photo.sent.at < PHOTO_MS) continue;
    mustBeOwner(act);
    photo.sent = { id: await uploadPhoto(act.connoteId, photo.file, 'DELIVERY'), at: Date.now() };
    await saveAct(act).catch(() => undefined);
  }
}

/**
 * When an act was done, for the server; null where its own clock, which may be right where this one isn't, will do. That
 * puts the act at the end of the history, so it won't do while others that were done later wait behind it, unless these go
 * without their times, too.
 */
async function timeOf(act: Act, hasWaited: boolean): Promise<string | null> {
  const behind = await actsBehind(act);
  if (!act.withoutTime) return hasWaited || behind.length > 0 ? act.madeAt : null;
  await giveUpTimes(behind);
  return null;
}

async function send(act: Act, at: string | null): Promise<StopPartsFragment> {
  const { connoteId: id, from, deed } = act;
  const { note } = deed;
  if (deed.kind === 'NOTE')
    return (await askFor(act, PortalNoteStopDocument, { id, note: deed.note, at })).addConnoteNote.connote;
  if (deed.kind === 'ATTEMPT') {
    const input = { id, reason: deed.reason, note, at };
    return (await askFor(act, PortalRecordAttemptDocument, { input })).recordAttempt.connote;
  }
  const input =
    deed.kind === 'PICKED_UP'
      ? { id, from, to: 'IN_TRANSIT' as const, note, at }
      : { id, from, to: 'DELIVERED' as const, note, at, proof: proofOf(deed) };
  return (await askFor(act, PortalMoveStopDocument, { input })).updateConnoteStatus.connote;
}

const proofOf = ({ receivedBy, signaturePng, photos }: Extract<Deed, { kind: 'DELIVERED' }>) => ({
  receivedBy,
  signaturePng,
  photoIds: photos.flatMap(({ sent }) => (sent ? [sent.id] : [])),
});

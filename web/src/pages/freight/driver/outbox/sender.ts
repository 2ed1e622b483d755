import { ApiError } from '../../../../app/ask';
import type { StopPartsFragment } from '../../../../app/operations.generated';
import { PLACE } from '../../../../app/session-share';
import { sessionState } from '../../../../app/session-state';
import type { Act } from './act';
import { actOf, actsOf, forgetAct, releaseAct, saveAct } from './acts';
import { isDone, sendAct, stopState } from './send-act';
import { setWaitingReason } from './waiting-reasons';

/** One tab sends at a time. */
const LOCK = `portico-driver ${PLACE}`;
const EVERY_MS = 30_000;
/** A phone says that it has a network a moment before it has one. */
const SOON_MS = 5_000;
/** With these the server says that it won't take the act, now or later. With anything else the act waits on. */
const REFUSALS = ['CONFLICT', 'NOT_FOUND', 'BAD_USER_INPUT', 'FORBIDDEN'];
/** After these it is of no use to send another act. */
const ENDS_ROUND = ['OFFLINE', 'UNAUTHENTICATED', 'RATE_LIMITED', 'PASSWORD_CHANGE_REQUIRED'];

/** What the server answered about an act. */
export interface Outcome {
  act: Act;
  isDone: boolean;
  /** The stop as it is now; null where that has to be asked for. */
  stop: StopPartsFragment | null;
}

type Listener = (outcome: Outcome) => Promise<void>;
let tell: Listener | null = null;
let isSending = false;
let isWanted = false;

/** Sends what waits from now on: at once, when the network or the page comes back, and from time to time. */
export function startSending(onOutcome: Listener): void {
  if (!tell) {
    addEventListener('online', sendSoon);
    document.addEventListener('visibilitychange', sendSoon);
    setInterval(sendSoon, EVERY_MS);
  }
  tell = onOutcome;
  sendSoon();
}

/** Sends what waits, if it can be sent. */
export function sendSoon(): void {
  isWanted = true;
  if (!isSending) void sendAll();
}

async function sendAll(): Promise<void> {
  isSending = true;
  while (isWanted) {
    isWanted = false;
    // What fails here is tried again with the next round.
    if (navigator.onLine) await alone(sendRound).catch(() => undefined);
  }
  isSending = false;
}

/** Browsers have locks only with HTTPS and on localhost. Elsewhere two tabs may both send; the server takes one. */
async function alone(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(LOCK, work);
  else await work();
}

/**
 * One after the other, in the order in which they were made. What waits at a stop holds back only that stop, and so does what
 * was refused for its time: the driver sends it without.
 */
async function sendRound(): Promise<void> {
  const state = sessionState();
  if (state.kind !== 'open') return;
  const held = new Set<string>();
  for (const { id } of await actsOf(state.session.viewer.user.id)) {
    // The one before may have changed it.
    const act = await actOf(id);
    if (!act || held.has(act.connoteId)) continue;
    const code = act.refusal ? null : await tryOne(act);
    if (code !== null && ENDS_ROUND.includes(code)) return;
    if (code !== null || act.refusal?.isForTime) held.add(act.connoteId);
  }
}

/** Sends an act, and says why it waits on. @returns null if it is done or refused; else the code of why it waits on */
async function tryOne(act: Act): Promise<string | null> {
  const code = await sendOne(act);
  setWaitingReason(act.id, code);
  if (code === 'OFFLINE' && navigator.onLine) setTimeout(sendSoon, SOON_MS);
  return code;
}

async function sendOne(act: Act): Promise<string | null> {
  const wasTried = act.known !== null;
  try {
    const stop = await sendAct(act);
    await finish(act, stop);
    return null;
  } catch (error) {
    if (!(error instanceof ApiError) || !REFUSALS.includes(error.code)) return codeOf(error);
    return takeRefusal(act, error, wasTried);
  }
}

/** What isn't the server's answer comes from this machine, which could not keep something. */
const codeOf = (error: unknown): string => (error instanceof ApiError ? error.code : 'STORAGE');

/** The page shows what has come of it before the act goes, so that it never shows the stop as it was before. */
async function finish(act: Act, stop: StopPartsFragment | null): Promise<void> {
  await tell?.({ act, isDone: true, stop });
  await forgetAct(act.id);
}

/** A refusal is kept for the driver to see, unless it passes or is of an act that the server had done already. */
async function takeRefusal(act: Act, error: ApiError, wasTried: boolean): Promise<string | null> {
  const { code, message } = error;
  try {
    const state = await stopState(act);
    if (wasTried && state && isDone(act, state)) await finish(act, null);
    else if (code === 'CONFLICT' && state?.status === act.from && isMove(act)) {
      await releaseAct(act);
      return code;
    } else {
      const isForTime = error.fields.some(({ path }) => /(^|\.)at$/.test(path));
      act.refusal = { code, message, status: state?.status ?? null, isForTime };
      await saveAct(act);
      await tell?.({ act, isDone: false, stop: null });
    }
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

/** In the status that it starts from, the server refuses a move only if somebody else changed the connote just then. */
const isMove = ({ deed: { kind } }: Act): boolean => kind === 'PICKED_UP' || kind === 'DELIVERED';

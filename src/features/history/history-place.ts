import type { Position } from '../../shared/cursor.js';
import { addDays, dayIn, startOfDay } from '../../shared/day-in.js';
import type { ErpHistoryKind } from './history-kind.js';

/** The first day that the ERP may have. */
const FIRST_DAY = '0001-01-01';
/** From here on a calendar writes years with four digits. */
const FIRST_ZONED_DAY = '1000-01-01';

/** Where an entry of the local database stands. */
export interface LocalPlace {
  source: 'LOCAL';
  at: Date;
  id: string;
}

/** Where an entry of the ERP stands: it has a day, which begins at a time. */
export interface ErpPlace {
  source: ErpHistoryKind;
  at: Date;
  day: string;
  /** Its position among the rows of its source. */
  position: Position;
}

/** Where an entry stands among those of all sources. */
export type Place = LocalPlace | ErpPlace;

/** At one time, and of one day: which source comes first. */
const RANKS: Record<Place['source'], number> = { LOCAL: 0, PAYMENT: 1, INVOICE: 2 };

/**
 * The order of a history, newest first; 0 within one source, whose rows are in order already. Days are compared by
 * themselves, because in some time zones a day that is skipped begins when the next one does.
 */
export function comparePlaces(a: Place, b: Place): number {
  const later = b.at.getTime() - a.at.getTime();
  if (later !== 0) return later;
  if (a.source !== 'LOCAL' && b.source !== 'LOCAL' && a.day !== b.day) return a.day < b.day ? 1 : -1;
  return RANKS[a.source] - RANKS[b.source];
}

/** Where the local database is read on after a place. */
export type LocalStart = { at: Date; id: string } | { before: Date } | null;

/** Where the local database is read on: at the start of an ERP's day, all its entries of that moment came before. */
export function localStart(after: Place | null): LocalStart {
  if (after === null) return null;
  return after.source === 'LOCAL' ? { at: after.at, id: after.id } : { before: after.at };
}

/** Where a source of the ERP is read on: after a row of its own, or from a day on. Null if nothing is left. */
export function erpStart(
  source: ErpHistoryKind,
  after: Place | null,
  timeZone: string,
): { after: Position | null; to: string | null } | null {
  if (after === null) return { after: null, to: null };
  if (after.source === source) return { after: after.position, to: null };
  const to = lastDayAfter(source, after, timeZone);
  return to < FIRST_DAY ? null : { after: null, to };
}

function lastDayAfter(source: ErpHistoryKind, after: Place, timeZone: string): string {
  if (after.source === 'LOCAL') return dayIn(timeZone, after.at);
  return RANKS[source] > RANKS[after.source] ? after.day : addDays(after.day, -1);
}

/** When days begin in a time zone. Each is calculated once. */
export class DayStarts {
  readonly #known = new Map<string, Date>();

  constructor(readonly timeZone: string) {}

  of(day: string): Date {
    const known = this.#known.get(day) ?? startOf(this.timeZone, day);
    this.#known.set(day, known);
    return known;
  }
}

const startOf = (timeZone: string, day: string): Date =>
  day < FIRST_ZONED_DAY ? new Date(`${day}T00:00:00Z`) : startOfDay(timeZone, day);

/** A place in a walk through a history, and the sources that the walk goes without. */
export interface WalkPosition {
  place: Place;
  missing: readonly ErpHistoryKind[];
}

/** What a cursor carries. */
export function toPosition({ place, missing }: WalkPosition): Position {
  const { source } = place;
  const own = source === 'LOCAL' ? [place.at.toISOString(), place.id] : [place.day, ...place.position];
  return [missing.join(' '), source, ...own];
}

/** The same the other way. The signature of the cursor proves that it is one of `toPosition`. */
export function fromPosition([missing, source, first, ...own]: Position, days: DayStarts): WalkPosition {
  const kinds = (missing ?? '').split(' ').filter((kind) => kind !== '') as ErpHistoryKind[];
  const when = first ?? '';
  const place: Place =
    source === 'LOCAL'
      ? { source, at: new Date(when), id: own[0] ?? '' }
      : { source: source as ErpHistoryKind, at: days.of(when), day: when, position: own };
  return { place, missing: kinds };
}

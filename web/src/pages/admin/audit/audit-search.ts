import type { AuditOutcome } from '../../../app/operations.generated';
import { readDay } from '../../../app/read-day';
import { readList, readOneOf, readText } from '../../../app/search';
import { OUTCOMES } from './audit-actions';

/** What of the log is shown, as the address says it: `?actor=admin1&actions=LOGIN_FAILED&from=2026-11-01&entry=42`. */
export interface AuditSearch {
  /** Who acted: a user name or id, or `system`, `command line`, `nobody`. */
  actor?: string | undefined;
  /** What was acted on: its name, number, e-mail or id. */
  target?: string | undefined;
  type?: string | undefined;
  actions?: string[] | undefined;
  outcome?: AuditOutcome | undefined;
  /** The first and the last day. */
  from?: string | undefined;
  to?: string | undefined;
  /** The number of the entry that is open beside the list. */
  entry?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
}

const isName = (text: string): boolean => /^[A-Z_]{1,60}$/.test(text);

/** Reads the view of the log from its address. Whether its names mean something is for the page to say. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const actions = readList(search['actions'])?.filter(isName);
  const type = readText(search['type']);
  const entry = readText(search['entry']);
  return {
    actor: readText(search['actor']),
    target: readText(search['target']),
    type: type && isName(type) ? type : undefined,
    actions: actions && actions.length > 0 ? actions : undefined,
    outcome: readOneOf(OUTCOMES, search['outcome']),
    from: readDay(search['from']),
    to: readDay(search['to']),
    entry: entry && /^\d{1,9}$/.test(entry) ? entry : undefined,
    after: readText(search['after']),
    before: readText(search['before']),
  };
}

/** Whether the view leaves entries out. */
export const isFiltered = ({ actor, target, type, actions, outcome, from, to }: AuditSearch): boolean =>
  Boolean(actor || target || type || actions || outcome || from || to);

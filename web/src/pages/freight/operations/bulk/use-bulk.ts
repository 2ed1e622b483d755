import { useEffect, useRef, useState } from 'react';
import { hasCode } from '../../../../app/ask';
import type { PortalConnoteStateQuery, StaffConnoteRowFragment } from '../../../../app/operations.generated';
import { query, queryClient } from '../../../../app/query';
import { PortalConnoteStateDocument } from '../connotes.generated';

/** What is done with connotes together. */
export type BulkAct = 'CONFIRM' | 'ALLOCATE';

/** What became of one connote. */
export type Outcome = { kind: 'busy' | 'done' } | Refusal;

/** Why it was not done. */
export interface Refusal {
  kind: 'refused';
  error: unknown;
  /** What the connote is instead, where that is the reason. */
  now: PortalConnoteStateQuery['connote'];
}

type Row = StaffConnoteRowFragment;

/** Does the same with some connotes, one after another. It ends early if it is stopped or the page is left. */
export function useBulk(rows: readonly Row[]) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [phase, setPhase] = useState<'ready' | 'running' | 'ended'>('ready');
  const isStopped = useRef(false);
  useEffect(() => {
    isStopped.current = false;
    return () => {
      isStopped.current = true;
    };
  }, []);
  const note = (id: string, outcome: Outcome) => setOutcomes((old) => new Map(old).set(id, outcome));
  const run = async (act: (row: Row) => Promise<unknown>) => {
    setPhase('running');
    for (const row of rows) {
      if (isStopped.current) break;
      note(row.id, { kind: 'busy' });
      note(row.id, await outcomeOf(row, act));
    }
    setPhase('ended');
    await queryClient.invalidateQueries();
  };
  const all = [...outcomes];
  return {
    ...{ outcomes, phase, run },
    handled: all.filter(([, { kind }]) => kind !== 'busy').length,
    doneIds: all.flatMap(([id, { kind }]) => (kind === 'done' ? [id] : [])),
    /** What those are that were refused because somebody else changed them. */
    changed: all.flatMap(([, outcome]) => (outcome.kind === 'refused' && outcome.now ? [outcome.now] : [])),
    stop: () => {
      isStopped.current = true;
    },
  };
}

async function outcomeOf(row: Row, act: (row: Row) => Promise<unknown>): Promise<Outcome> {
  try {
    await act(row);
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'refused', error, now: hasCode(error, 'CONFLICT') ? await stateNow(row) : null };
  }
}

/** What a connote is now; null if that can't be known. */
async function stateNow({ id }: Row) {
  try {
    return (await query(PortalConnoteStateDocument, { id })).connote;
  } catch {
    return null;
  }
}

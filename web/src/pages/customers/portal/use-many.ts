import { useEffect, useRef, useState } from 'react';
import { sayRefusals } from '../../../app/ask';
import type { PortalProvisionAccountsMutation } from '../../../app/operations.generated';
import { query } from '../../../app/query';
import type { Refusal } from '../../../app/refusal-words';
import { reload } from '../customer-queries';
import type { AccountRefusal } from './account-refusal';
import { PortalProvisionAccountsDocument } from './portal-account.generated';

/** What became of a customer's account. */
export type Result = { id: string; name: string } & (
  | { state: 'waiting' | 'exists' }
  | { state: 'created'; email: string | null; password: string | null }
  | ({ state: 'refused' } & AccountRefusal)
);

type Payload = PortalProvisionAccountsMutation['provisionPortalAccounts'];
type Answer = Pick<Payload, 'provisioned'> & {
  failures: readonly (AccountRefusal & { customerId: string })[];
};

/** So many accounts are asked for at a time, so that one sees how it goes on and can stop it. */
const BATCH = 5;

/**
 * Creates the accounts of many customers, batch by batch, and keeps what became of each. It ends early if it is stopped or
 * the page is left.
 */
export function useMany(customers: readonly { id: string; name: string }[]) {
  const [results, setResults] = useState<Result[]>(() =>
    customers.map((customer) => ({ ...customer, state: 'waiting' })),
  );
  const [phase, setPhase] = useState<'asking' | 'running' | 'done'>('asking');
  const [problem, setProblem] = useState<unknown>(null);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const left = results.filter(({ state }) => state === 'waiting' || state === 'refused');

  const run = async (sendWelcomeEmail: boolean) => {
    const ids = left.map(({ id }) => id);
    stopped.current = false;
    setProblem(null);
    setPhase('running');
    setResults((before) => before.map((one) => (ids.includes(one.id) ? asWaiting(one) : one)));
    try {
      for (let from = 0; from < ids.length && !stopped.current; from += BATCH) {
        const input = { customerIds: ids.slice(from, from + BATCH), sendWelcomeEmail };
        const { provisionPortalAccounts } = await query(PortalProvisionAccountsDocument, { input });
        const answer = await inReadersWords(provisionPortalAccounts);
        setResults((before) => before.map((one) => resultOf(one, answer)));
      }
    } catch (error) {
      setProblem(error);
    }
    setPhase('done');
    void reload();
  };
  return {
    ...{ results, phase, problem, run, left: left.length },
    stop: () => {
      stopped.current = true;
    },
  };
}

const asWaiting = ({ id, name }: Result): Result => ({ id, name, state: 'waiting' });

async function inReadersWords({ provisioned, failures }: Payload): Promise<Answer> {
  const refusals = failures.map((failure) => ({ ...failure, params: failure.params as Refusal['params'] }));
  return { provisioned, failures: await sayRefusals(refusals) };
}

/** The result as an answer tells it; the one before if it doesn't. */
function resultOf(before: Result, { provisioned, failures }: Answer): Result {
  const { id, name } = before;
  const made = provisioned.find(({ customer }) => customer.id === id);
  if (made?.accountExists) return { id, name, state: 'exists' };
  if (made) {
    const { temporaryPassword: password, portalAccount } = made;
    return { id, name, state: 'created', email: portalAccount.email, password };
  }
  const failure = failures.find(({ customerId }) => customerId === id);
  return failure ? { id, name, state: 'refused', ...failure } : before;
}

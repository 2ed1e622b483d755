import { inTransaction } from '../../db/in-transaction.js';
import { badUserInput } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import { accountTarget } from '../portal-users/account-audit.js';
import { markEmailConfirmed } from './confirmed-email.store.js';
import type { IdentityDependencies } from './identity-dependencies.js';
import { asNobody } from './sign-in-events.js';

type Dependencies = Pick<IdentityDependencies, 'dataSource' | 'accountTokens' | 'audit'>;

/**
 * Confirms an address by a mailed link's token. The same link once more changes nothing, and is no mistake.
 *
 * @throws BAD_USER_INPUT for a token that has run out or never was one, or whose login has another address by now
 */
export function confirmEmail(
  { dataSource, accountTokens, audit }: Dependencies,
  token: string,
  origin: Origin,
): Promise<void> {
  return inTransaction(dataSource, async (tx) => {
    const user = await accountTokens.consume(tx, token, 'EMAIL_CONFIRMATION');
    if (!user) {
      if (await accountTokens.hasConfirmed(tx, token)) return;
      const message = 'found a link that has run out or never was one; wanted the newest that was mailed';
      throw badUserInput({ path: 'token', message });
    }
    if (!(await markEmailConfirmed(tx, user.id))) return;
    await audit.append(tx, asNobody(origin), {
      action: 'EMAIL_CONFIRMED',
      target: accountTarget(user),
      changes: changesBetween({ emailConfirmed: false }, { emailConfirmed: true }),
    });
  });
}

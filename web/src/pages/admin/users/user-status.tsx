import { useTranslations } from 'use-intl';
import { StatusMark, type Tone } from '../../../parts/status-mark';
import type { UserState } from './user-search';

/** What the state of a login is told by. */
interface LoginState {
  active: boolean;
  lockedUntil: string | null;
  mustChangePassword: boolean;
  emailConfirmed: boolean;
}

const TONES: Record<UserState, Tone> = {
  ACTIVE: 'good',
  INACTIVE: 'neutral',
  LOCKED: 'bad',
  TEMPORARY: 'warn',
  UNCONFIRMED: 'warn',
};

/** What matters most about a login now. */
function stateOf({ active, lockedUntil, mustChangePassword, emailConfirmed }: LoginState): UserState {
  if (!active) return 'INACTIVE';
  if (lockedUntil) return 'LOCKED';
  if (mustChangePassword) return 'TEMPORARY';
  return emailConfirmed ? 'ACTIVE' : 'UNCONFIRMED';
}

/** The state of a login. */
export function UserStatusMark({ user }: { user: LoginState }) {
  const t = useTranslations('adminUsers.states');
  const state = stateOf(user);
  return <StatusMark tone={TONES[state]}>{t(state)}</StatusMark>;
}

import type { ChangePasswordInput } from './operations.generated';
import { asViewer } from './query';
import { changePasswordWith } from './session';
import type { Viewer } from './session-state';

/** Changes the viewer's password. It ends all their sessions, and opens another here. */
export const changePassword = (input: ChangePasswordInput): Promise<Viewer> =>
  asViewer((token) => changePasswordWith(token, input));

import type { DataSource } from 'typeorm';
import type { PortalUserStore } from '../portal-users/portal-user.store.js';
import type { Decoys } from './decoys.js';
import type { DeviceMarks } from './device-marks.js';
import type { LoginCounter } from './login-counter.js';
import type { SessionOpener } from './open-session.js';
import type { PasswordHasher } from './password-hasher.js';

/** What signing in, and what the signed-in do about it, take. */
export interface IdentityDependencies extends SessionOpener {
  dataSource: DataSource;
  users: PortalUserStore;
  hasher: PasswordHasher;
  loginCounter: LoginCounter;
  decoys: Decoys;
  devices: DeviceMarks;
}

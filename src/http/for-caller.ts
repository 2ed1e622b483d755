import type { Request } from 'express';
import {
  type AuthenticationDependencies,
  authenticate,
  type RequestIdentity,
} from '../features/identity/sessions/authenticate.js';
import { PorticoError } from '../shared/errors.js';
import { noteCaller, requestScope } from '../shared/request-scope.js';
import { clientOf } from './client-address.js';

/** Called when a caller is refused for their role. The refusal is sent after this has resolved. */
export type OnDenied = (
  identity: RequestIdentity,
  label: string,
  args: Readonly<Record<string, unknown>>,
) => Promise<void>;

/** What a caller asks for, as the audit log names it if it is refused. */
export interface CallerRequest {
  identity: RequestIdentity;
  label: string;
  args?: Readonly<Record<string, unknown>>;
}

/**
 * Identifies the caller by the Authorization header alone. Cookies don't count, because browsers also send them with
 * requests from other sites.
 *
 * @throws RATE_LIMITED
 */
export const identify = (
  authentication: AuthenticationDependencies,
  request: Request,
): Promise<RequestIdentity> =>
  authenticate(authentication, request.headers.authorization, { ...clientOf(request), deviceCookie: null });

/** Runs what a caller asks for. The log names the caller, and a refusal for their role is reported before it is thrown. */
export async function forCaller(
  { identity, label, args = {} }: CallerRequest,
  onDenied: OnDenied,
  run: () => Promise<void>,
): Promise<void> {
  const tally = requestScope.getStore()?.tally;
  if (tally) noteCaller(tally, identity);
  try {
    await run();
  } catch (error) {
    if (error instanceof PorticoError && error.code === 'FORBIDDEN') await onDenied(identity, label, args);
    throw error;
  }
}

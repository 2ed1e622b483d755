import { mustHaveViewer, type Viewer } from '../../shared/auth.js';
import type { Origin } from '../../shared/origin.js';

/** Who acts on a quote or connote: their scope and role, and what the audit log records about them. */
export interface Acting {
  viewer: Viewer;
  origin: Origin;
}

/** A request, which may not be signed in. */
export interface ActingContext {
  viewer: Viewer | null;
  origin: Origin;
}

/** The signed-in viewer of a request. @throws UNAUTHENTICATED */
export const actingOf = (context: ActingContext): Acting => ({
  viewer: mustHaveViewer(context),
  origin: context.origin,
});

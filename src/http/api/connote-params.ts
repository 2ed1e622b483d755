import { z } from 'zod';
import { ROLES } from '../../shared/auth.js';

const id = z.guid().toLowerCase();

/** The path parameters of operations on a connote. Ids are read in any case, as in GraphQL. */
export const connoteParams = z.strictObject({ id: id.describe("The connote's id.") });

/** Those of operations on one of its photos. */
export const photoParams = connoteParams.extend({ photoId: id.describe("The photo's id.") });

/** What operations that read a file of a connote have in common. The scope decides which connotes each role sees. */
export const CONNOTE_FILE = {
  method: 'get',
  requires: ROLES,
  signedAddress: true,
  body: null,
} as const;

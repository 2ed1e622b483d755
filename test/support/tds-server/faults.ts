import type { SqlError, Statement } from './sql-types.js';

/** What the server does wrong. All of it can be changed while it runs. */
export interface Faults {
  /** Takes connections and never answers PRELOGIN. */
  hangAtPrelogin: boolean;
  /** Takes statements and answers none of them; an attention it answers. */
  hangOnStatement: (statement: Statement) => boolean;
  /** Doesn't answer attentions either. */
  deafToAttention: boolean;
  /** Answers the next statements with these, one after the other. */
  errors: SqlError[];
  /** Cuts the connection once so many rows of an answer have been sent. */
  dropAfterRows: number | null;
  /** Waited for before each row, which is sent with what came before it. */
  beforeRow: ((row: number) => Promise<void> | void) | null;
  /** Refuses the next logins with these, one after the other; with several errors where it is a list. */
  loginErrors: (SqlError | SqlError[])[];
  /** Logins beyond this get an error. */
  maxConnections: number;
}

export function noFaults(): Faults {
  return {
    hangAtPrelogin: false,
    hangOnStatement: () => false,
    deafToAttention: false,
    errors: [],
    dropAfterRows: null,
    beforeRow: null,
    loginErrors: [],
    maxConnections: Number.POSITIVE_INFINITY,
  };
}

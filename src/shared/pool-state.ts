/** The connections of a pool, and how many callers wait for one. */
export interface PoolState {
  open: number;
  idle: number;
  waiting: number;
}

/** The number of connections in a pool, and of callers that wait for one. */
export interface PoolState {
  open: number;
  idle: number;
  waiting: number;
}

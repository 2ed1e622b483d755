declare module 'fs-native-extensions' {
  /** Takes an exclusive advisory lock on an open file; false where another open file holds it. */
  export function tryLock(fd: number): boolean;
}

/** The guide as HTML: see compile-help.ts. */
declare module '*/docs/portal.md' {
  export const guide: string;
}

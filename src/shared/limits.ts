/** The limits on one request. docs/operations.md says what counts towards each. */
export interface Limits {
  bodyBytes: number;
  characters: number;
  tokens: number;
  operations: number;
  depth: number;
  rootFields: number;
  aliases: number;
  duplicates: number;
  directives: number;
  recursion: number;
  listItems: number;
  cost: number;
}

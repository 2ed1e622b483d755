/** What one request may ask for at most. docs/operations.md says what counts toward each. */
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

/** An index by its columns, in their order. */
export interface Index {
  name: string;
  columns: string[];
}

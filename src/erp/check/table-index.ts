/** An index with its columns in order. */
export interface Index {
  name: string;
  columns: string[];
}

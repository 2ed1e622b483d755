import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { USER_COLUMNS, type UserRow } from '../features/user-admin/import-row.js';
import { redactHashes } from './redact-hashes.js';

const REQUIRED = ['username', 'email', 'password_hash'] as const;

/** A row of the file: the values of its columns, or a problem if their number differs from the header. */
export interface NumberedRow {
  /** The line that it starts on, counted from 1. */
  line: number;
  row: UserRow | { problem: string };
}

/**
 * Reads users from a CSV file with a header, in UTF-8.
 *
 * @throws Error if the file as a whole is wrong, saying why
 */
export function readUsersCsv(file: string, delimiter: string): NumberedRow[] {
  const text = decode(file).replace(/\r\n?/g, '\n');
  const [header, ...records] = split(file, text, delimiter);
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  assertColumns(file, columns);
  return records.map(({ record, info }) => {
    // The parser gives the line that a record ends on.
    const line = info.lines - record.join('').split('\n').length + 1;
    if (record.length !== columns.length) {
      return { line, row: { problem: `found ${record.length} fields; wanted ${columns.length}` } };
    }
    return { line, row: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])) };
  });
}

function decode(file: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Error(`${file}: found bytes that are no UTF-8 text; wanted a CSV file in UTF-8`);
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

function split(file: string, text: string, delimiter: string): Parsed[] {
  try {
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    return parse(text, options) as unknown as Parsed[];
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function assertColumns(file: string, columns: readonly string[]): void {
  const known: readonly string[] = USER_COLUMNS;
  const problems = [
    ...REQUIRED.filter((name) => !columns.includes(name)).map((name) => `missing ${name}`),
    ...columns
      .filter((name) => !known.includes(name))
      .map((name) => `unknown "${redactHashes(name.slice(0, 80))}"`),
    ...columns.filter((name, index) => columns.indexOf(name) !== index).map((name) => `twice ${name}`),
  ];
  if (problems.length === 0) return;
  const others = USER_COLUMNS.filter((name) => !REQUIRED.some((required) => required === name));
  const wanted = `wanted ${REQUIRED.join(', ')}, and optionally ${others.join(', ')}`;
  throw new Error(`${file}: the columns of the first line: ${problems.join('; ')}; ${wanted}`);
}

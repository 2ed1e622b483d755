const NAME_MAX = 31;
/** Room for the number that a further sheet has after its name. */
const NUMBER_ROOM = 5;
/** What Excel forbids in the name of a sheet, or would have to be escaped in the name of its cells. */
const FORBIDDEN = /[[\]:*?/\\'\p{Cc}\p{Cs}]/gu;
/** The sheet about the file has the first of these names; Excel keeps the second for itself. */
const TAKEN = ['about', 'history'];

/** The name of the sheet about the file. */
export const ABOUT = 'About';

/** A name that Excel accepts for a sheet of a table. @param index 0 for the first of the table's sheets */
export function sheetName(title: string, index: number): string {
  const cleaned = title
    .slice(0, NAME_MAX - NUMBER_ROOM)
    .replace(FORBIDDEN, ' ')
    .trim();
  const name = cleaned === '' || TAKEN.includes(cleaned.toLowerCase()) ? 'Table' : cleaned;
  return index === 0 ? name : `${name} ${index + 1}`;
}

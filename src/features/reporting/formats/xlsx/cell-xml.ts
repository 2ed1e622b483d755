import { epochDays, epochMilliseconds, isNumber, startsLikeFormula } from '../cell-values.js';
import type { CellType } from '../table.js';
import { STYLES } from './workbook-xml.js';
import { xmlText } from './xml-text.js';

/** Where a cell is, such as B7, and how it is styled. */
interface Place {
  reference: string;
  style: number;
}

/** The most UTF-16 code units that a cell can hold. */
export const TEXT_MAX = 32_767;

/** Excel keeps no more significant digits of a number than these. */
const NUMBER_DIGITS = 15;
/** Excel counts a February 29, 1900 that didn't exist. From the day after it on, its dates are right. */
const FIRST_DAY = '1900-03-01';
/** What Excel counts at 1970-01-01. */
const EPOCH = 25_569;
const DAY_MS = 86_400_000;

/** A cell. What its type can't hold exactly as a number or date of Excel is written as text. */
export function cellXml(reference: string, type: CellType, cell: string): string {
  if (type === 'decimal' || type === 'integer') {
    if (isExactNumber(cell)) return numberXml({ reference, style: styleOf(cell) }, cell);
  } else if (type !== 'text' && cell >= FIRST_DAY) {
    const days = type === 'date' ? epochDays(cell) : daysUntil(epochMilliseconds(cell));
    if (days !== null) return numberXml({ reference, style: STYLES[type] }, String(days + EPOCH));
  }
  return textXml({ reference, style: startsLikeFormula(cell) ? STYLES.quoted : STYLES.normal }, cell);
}

/** A cell with a text, which is never a formula. A text that is too long is cut, and ends in …. */
export function textXml({ reference, style }: Place, text: string): string {
  const whole =
    text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(whole)}</t></is></c>`;
}

function numberXml({ reference, style }: Place, value: string): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

function isExactNumber(text: string): boolean {
  if (!isNumber(text)) return false;
  return (
    text.length <= NUMBER_DIGITS || text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length <= NUMBER_DIGITS
  );
}

/** The general style shows long whole numbers with an exponent. */
const styleOf = (number: string) => (number.includes('.') ? STYLES.normal : STYLES.whole);

const daysUntil = (milliseconds: number | null) => (milliseconds === null ? null : milliseconds / DAY_MS);

/** The letters of a column, such as AA for the 27th. @param index counted from 0 */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

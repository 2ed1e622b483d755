import { badUserInput, type FieldProblem } from './errors.js';
import { type Reason, tooLong } from './refusal-reasons.js';
import { UNPRINTABLE } from './unprintable.js';

/** The same, without the characters that make lines and tables in a text of several lines. */
const UNPRINTABLE_BUT_BREAKS = /(?![\n\r\t])[\p{Cc}\p{Cs}]/u;
const MAX_SHOWN = 80;

/** What a text field must be. */
export interface TextRule {
  maxLength: number;
  /** Whether it may contain line breaks. */
  lines?: boolean;
}

/** Collects the problems of an input, so that one answer names them all. */
export class FieldProblems {
  readonly #problems: FieldProblem[] = [];

  /** @param found what was found, in words or as `quoted` shows it */
  add(path: string, found: string, wanted: string, reason: Reason): void {
    this.#problems.push({ path, message: `found ${found}; wanted ${wanted}`, ...reason });
  }

  /** Adds problems that were found elsewhere. */
  include(...problems: readonly FieldProblem[]): void {
    this.#problems.push(...problems);
  }

  /** Whether a problem was found. */
  get any(): boolean {
    return this.#problems.length > 0;
  }

  /** @throws BAD_USER_INPUT naming every problem, if there is one */
  assertNone(): void {
    const [first, ...others] = this.#problems;
    if (first) throw badUserInput(first, ...others);
  }

  /** An optional text, in NFC and without blanks around; null if nothing remains. */
  text(path: string, value: string | null | undefined, rule: TextRule): string | null {
    const text = value?.normalize('NFC').trim() || null;
    if (text === null) return null;
    const wanted = `at most ${rule.maxLength} characters that can be printed`;
    if (text.length > rule.maxLength) {
      this.add(path, `${text.length} characters`, wanted, tooLong(rule.maxLength));
    } else if ((rule.lines ? UNPRINTABLE_BUT_BREAKS : UNPRINTABLE).test(text)) {
      this.add(path, "a character that can't be printed", wanted, { reason: 'UNPRINTABLE' });
    }
    return text;
  }

  /** The same of a text that must be given. */
  requiredText(path: string, value: string | null | undefined, rule: TextRule): string {
    const text = this.text(path, value, rule);
    if (text === null) this.add(path, 'nothing', `1 to ${rule.maxLength} characters`, { reason: 'REQUIRED' });
    return text ?? '';
  }
}

/** A value of the input for a message, cut to a readable length. */
export const quoted = (value: string): string => JSON.stringify(value.slice(0, MAX_SHOWN));

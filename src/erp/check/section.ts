/** The severity of a finding. Only a problem must be fixed. */
export type Level = 'remark' | 'warning' | 'problem';

/** Something that the check noticed about the ERP. */
export interface Finding {
  level: Level;
  text: string;
  /** A statement that would fix it. */
  mend?: string;
}

/** The result for one topic of the check. The keys of facts in milliseconds end with Ms. */
export interface Section {
  title: string;
  facts: Record<string, string | number | boolean | null>;
  findings: Finding[];
  /** Set if something of it could not be found out, as a finding says. */
  incomplete?: true;
}

/** The first few of many names, quoted: a name from an ERP may have blanks that are not visible otherwise. */
export function quoteSome(names: readonly string[], max = 3): string {
  const named = names.slice(0, max).map((name) => JSON.stringify(name));
  const more = names.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** The label of a fact: `latencyMs` becomes `latency`, because the unit follows the value. */
export function labelOf(key: string): string {
  return key.replace(/Ms$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The value of a fact in words, with its unit. */
export function factText(key: string, value: Section['facts'][string]): string {
  const unit = key.endsWith('Ms') ? ' ms' : '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `${value === null ? '–' : value}${unit}`;
}

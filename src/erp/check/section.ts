/** Only a problem is something that has to be mended. */
export type Level = 'remark' | 'warning' | 'problem';

export interface Finding {
  level: Level;
  text: string;
  /** A statement that would mend it. */
  mend?: string;
}

/** What was found out about one side of an ERP. The keys of facts that are milliseconds end with Ms. */
export interface Section {
  title: string;
  facts: Record<string, string | number | boolean | null>;
  findings: Finding[];
}

/** A few of many, quoted: what comes out of an ERP may have blanks where one doesn't see them. */
export function quoteSome(names: readonly string[], most = 3): string {
  const named = names.slice(0, most).map((name) => JSON.stringify(name));
  const more = names.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

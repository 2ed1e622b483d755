import type { ErpReport } from '../erp/check/erp-report.js';
import { factText, labelOf, type Section } from '../erp/check/section.js';

const WIDTH = 26;

/** Formats a report as a table. */
export function printErpReport({ ok, sections }: ErpReport): string {
  const levels = sections.flatMap(({ findings }) => findings.map(({ level }) => level));
  const count = (level: string) => levels.filter((other) => other === level).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  return [
    ...sections.flatMap((section) => [...linesOf(section), '']),
    `${verdictOf(ok, problems)}: ${numbered(problems, 'problem')}, ${numbered(warnings, 'warning')}.`,
  ].join('\n');
}

function verdictOf(ok: boolean, problems: number): string {
  if (problems > 0) return 'Portico cannot work well with this ERP';
  return ok ? 'Portico can work with this ERP' : 'The check is incomplete';
}

function linesOf({ title, facts, findings }: Section): string[] {
  return [
    title.toUpperCase(),
    ...Object.entries(facts).map(([key, value]) => lineOf(labelOf(key), factText(key, value))),
    ...findings.flatMap(({ level, text, mend }) => [
      lineOf(level === 'problem' ? 'PROBLEM' : level, text),
      ...(mend ? [lineOf('', `→ ${mend}`)] : []),
    ]),
    ...(findings.length === 0 && Object.keys(facts).length === 0 ? [lineOf('', 'nothing to report')] : []),
  ];
}

const lineOf = (label: string, text: string) => `  ${label.padEnd(WIDTH)}${text}`;
const numbered = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

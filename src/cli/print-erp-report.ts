import type { ErpReport } from '../composition/erp-check.js';
import { factText, labelOf, type Section } from '../erp/check/section.js';

const WIDTH = 26;

/** Formats a report as a table. */
export function printErpReport({ sections }: ErpReport): string {
  const levels = sections.flatMap(({ findings }) => findings.map(({ level }) => level));
  const count = (level: string) => levels.filter((other) => other === level).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  const verdict = problems > 0 ? 'Portico cannot work well with this ERP' : 'Portico can work with this ERP';
  return [
    ...sections.flatMap((section) => [...linesOf(section), '']),
    `${verdict}: ${numbered(problems, 'problem')}, ${numbered(warnings, 'warning')}.`,
  ].join('\n');
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

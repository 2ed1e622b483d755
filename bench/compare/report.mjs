import { spread } from './rounds.mjs';

/** What the figures are called. A ratio is given for those that have one. */
const FIGURES = {
  rate: { label: 'requests/s', digits: 0, ratio: true },
  cpu: { label: 'CPU ms/request', digits: 2, ratio: true },
  server: { label: 'server', digits: 2 },
  database: { label: 'database', digits: 2 },
  queries: { label: 'ERP queries/request', digits: 3 },
  seconds: { label: 'seconds', digits: 2, ratio: true },
  cpuSeconds: { label: 'CPU s', digits: 2, ratio: true },
  serverSeconds: { label: 'server s', digits: 2 },
  databaseSeconds: { label: 'database s', digits: 2 },
  peakMb: { label: 'peak MB', digits: 0, ratio: true },
};

/**
 * Sums up the rounds of a table. Ratios are to its base, and made in each round, because those of one round had the same
 * machine.
 */
export function summarize({ title, base, subjects }) {
  const baseSamples = subjects.find(({ name }) => name === base)?.samples;
  return {
    title,
    base,
    subjects: subjects.map(({ name, samples }) => {
      const figures = {};
      for (const figure of Object.keys(samples[0] ?? {})) {
        figures[figure] = spread(samples.map((sample) => sample[figure]));
        if (!FIGURES[figure].ratio || !baseSamples) continue;
        const ratios = samples.map((sample, round) => sample[figure] / baseSamples[round][figure]);
        figures[figure].ratio = spread(ratios);
      }
      return { name, figures, samples };
    }),
  };
}

/** A table in Markdown. */
export function toMarkdown({ title, base, subjects }) {
  const names = Object.keys(subjects[0]?.figures ?? {});
  const header = names.flatMap((name) => {
    const { label, ratio } = FIGURES[name];
    return ratio ? [label, `× ${base}`] : [label];
  });
  const rows = subjects.map(({ name, figures }) => [
    name,
    ...names.flatMap((figure) => {
      const { digits, ratio } = FIGURES[figure];
      const own = figures[figure];
      return ratio ? [cell(own, digits), own.ratio ? cell(own.ratio, 2) : ''] : [cell(own, digits)];
    }),
  ]);
  const table = [['', ...header], ['---', ...header.map(() => '---:')], ...aligned(rows)];
  return `**${title}**\n\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

/** In a terminal, a table is read as text. */
function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  return rows.map((row) =>
    row.map((text, index) => (index === 0 ? text.padEnd(widths[0]) : text.padStart(widths[index]))),
  );
}

function cell({ median, min, max }, digits) {
  const shown = (number) => number.toFixed(digits);
  return shown(min) === shown(max) ? shown(median) : `${shown(median)} (${shown(min)}–${shown(max)})`;
}

import { actingOf } from '../../features/freight/acting.js';
import type { PaperName } from '../../features/freight/paper/paper-thread.js';
import { type PaperDependencies, printPaper } from '../../features/freight/paper/print-paper.js';
import { CONNOTE_FILE, connoteParams } from './connote-params.js';
import { type ApiOperation, answerWith, operation } from './operation.js';

/** The REST operations that print a connote and its labels. */
export const connotePapers = (dependencies: PaperDependencies): ApiOperation[] => [
  paper(dependencies, 'connote', {
    id: 'printConnote',
    summary: 'Returns the paper that goes with the goods: A4, without amounts.',
  }),
  paper(dependencies, 'label', {
    id: 'printConnoteLabels',
    summary: 'Returns the labels of a connote: 100 × 150 mm, one page for each unit.',
  }),
];

function paper(
  dependencies: PaperDependencies,
  name: PaperName,
  description: Pick<ApiOperation, 'id' | 'summary'>,
): ApiOperation {
  return operation({
    ...CONNOTE_FILE,
    ...description,
    path: `/connotes/{id}/${name}.pdf`,
    params: connoteParams,
    answers: { 200: { description: 'The document.', fileTypes: ['application/pdf'] } },
    problems: {
      404: 'There is no such connote.',
      429: 'Too many requests, two papers of this login are not finished, or too many papers wait.',
      503: 'This instance is stopping, or the paper takes too long to print.',
    },
    handle: async ({ params: { id: connoteId }, signal, ...request }) => {
      const wanted = { connoteId, name, signal };
      const { bytes, number } = await printPaper(dependencies, actingOf(request), wanted);
      const fileName = `${number}-${name}.pdf`;
      return answerWith(200, { bytes, mediaType: 'application/pdf' as const, name: fileName });
    },
  });
}

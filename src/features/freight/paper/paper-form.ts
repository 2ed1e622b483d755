/** What is drawn alike on several pages. It is stored once in a document, as a form XObject. */
export interface PaperForm {
  name: string;
  form: PDFKit.PDFKitReference;
}

/**
 * Stores what `draw` draws, instead of drawing it on the current page.
 * @param name unique in the document, letters and digits only
 */
export function storeForm(doc: PDFKit.PDFDocument, name: string, draw: () => void): PaperForm {
  const { page } = doc;
  const resources = {};
  const form = doc.ref({
    ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, page.width, page.height] },
    Resources: resources,
  });
  // pdfkit draws on its current page only: on this one, but with the content and the fonts of the form.
  doc.page = Object.create(page, { content: { value: form }, resources: { value: { data: resources } } });
  try {
    draw();
  } finally {
    doc.page = page;
  }
  form.end('');
  return { name, form };
}

/** Draws a stored form on the current page, at the place where it was drawn when it was stored. */
export function drawForm(doc: PDFKit.PDFDocument, { name, form }: PaperForm): void {
  doc.page.xobjects[name] = form;
  doc.addContent(`/${name} Do`);
}

import { mailWriterOf } from '../composition/mail.js';
import type { MailSettings } from '../config.js';
import { compileEml } from '../features/mail/delivery/compile-eml.js';
import { MAIL_SAMPLES } from '../features/mail/templates/mail-samples.js';
import { type MailTemplate, templateName } from '../features/mail/templates/mail-templates.js';
import type { TemplateData } from '../features/mail/templates/mail-writer.js';
import type { PreviewFormat } from './preview-formats.js';

const SAMPLE_ID = '00000000-0000-4000-8000-000000000000';

/**
 * Writes a mail with the brand and addresses of these settings, filled in with sample data.
 *
 * @param name such as password-reset
 * @throws Error for an unknown name, listing all mails
 */
export async function previewMail(
  settings: MailSettings,
  name: string,
  format: PreviewFormat,
): Promise<string> {
  const templates = Object.keys(MAIL_SAMPLES) as MailTemplate[];
  const template = templates.find((candidate) => templateName(candidate) === name);
  if (template === undefined) {
    throw new Error(
      `There is no mail "${name}". Those that there are: ${templates.map(templateName).join(', ')}`,
    );
  }
  const written = mailWriterOf(settings).write({ template, data: MAIL_SAMPLES[template] } as TemplateData);
  if (format !== 'eml') return written[format];
  const mail = { ...written, template, id: SAMPLE_ID, to: 'ada@example.com', createdAt: new Date() };
  return (await compileEml(mail, settings.mail)).toString('utf8');
}

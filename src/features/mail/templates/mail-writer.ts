import * as account from './account-mails.js';
import * as apiKey from './api-key-mails.js';
import * as freight from './freight-mails.js';
import type { Brand, MailContent, PortalInfo, WriteMail } from './mail-content.js';
import { renderHtml } from './mail-html.js';
import type { MailData, MailTemplate } from './mail-templates.js';
import { renderText } from './mail-text.js';
import { type ReaderPreferences, type TimeFormat, timeFormatOf } from './time-format.js';

/** A template and its data. */
export type TemplateData<Template extends MailTemplate = MailTemplate> = {
  template: Template;
  data: MailData[Template];
};

/** A mail in both formats. */
export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

const WRITERS: { [T in MailTemplate]: WriteMail<T> } = {
  WELCOME: account.welcome,
  TEMPORARY_PASSWORD: account.temporaryPassword,
  PASSWORD_RESET: account.passwordReset,
  EMAIL_CONFIRMATION: account.emailConfirmation,
  PASSWORD_CHANGED: account.passwordChanged,
  EMAIL_CHANGE_REQUESTED: account.emailChangeRequested,
  EMAIL_CHANGED: account.emailChanged,
  API_KEY_CREATED: apiKey.apiKeyCreated,
  API_KEY_EXPIRING: apiKey.apiKeyExpiring,
  QUOTE_REQUESTED: freight.quoteRequested,
  QUOTE_PRICED: freight.quotePriced,
  CONNOTE_BOOKED: freight.connoteBooked,
  CONNOTE_STATUS_CHANGED: freight.connoteStatusChanged,
};

const NO_PREFERENCES: ReaderPreferences = { locale: null, timeZone: null };

/** Writes mails in plain text and in HTML, from one text for each template. */
export class MailWriter {
  readonly #portal: PortalInfo;

  constructor(
    private readonly brand: Brand,
    { baseUrl, ...portal }: Omit<PortalInfo, 'brandName'>,
  ) {
    this.#portal = { ...portal, brandName: brand.name, baseUrl: baseUrl.replace(/\/+$/, '') };
  }

  /** The subject alone. The outbox stores it, so that it can be shown after the data is erased. */
  subjectOf(mail: TemplateData): string {
    return this.#contentOf(mail, timeFormatOf(NO_PREFERENCES)).subject;
  }

  /** Writes the whole mail. @param reader how its reader has times written; left out if that is not known */
  write(mail: TemplateData, reader: ReaderPreferences = NO_PREFERENCES): WrittenMail {
    const content = this.#contentOf(mail, timeFormatOf(reader));
    return {
      subject: content.subject,
      text: renderText(content, this.brand),
      html: renderHtml(content, this.brand),
    };
  }

  /** Removes line breaks from the data, so that a value can't imitate other parts of the mail. */
  #contentOf<Template extends MailTemplate>(
    { template, data }: TemplateData<Template>,
    times: TimeFormat,
  ): MailContent {
    const { subject, greeting, facts = [], ...rest } = WRITERS[template](data, this.#portal, times);
    return {
      ...rest,
      subject: oneLine(subject),
      greeting: oneLine(greeting),
      facts: facts.map(([label, value]) => [label, oneLine(value)]),
    };
  }
}

const oneLine = (text: string) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();

import type { MailData } from './mail-templates.js';
import type { TimeFormat } from './time-format.js';

/** A link with the words for it. */
export interface MailLink {
  label: string;
  url: string;
}

/** The content of a mail, independent of its format. Plain text and HTML both contain all of it, in this order. */
export interface MailContent {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** Pairs of a label and a value. */
  facts?: readonly (readonly [string, string])[];
  /** The main link. */
  action?: MailLink;
  /** An alternative if the main link does not help. */
  otherwise?: MailLink;
  /** Further links, with what they have in common. */
  links?: { title: string; items: readonly MailLink[] };
  closing: readonly string[];
}

/** What all mail texts refer to. */
export interface PortalInfo {
  brandName: string;
  /** The URL of the portal, without a trailing slash. */
  baseUrl: string;
  supportEmail: string | null;
  /** What the portal offers when the mail is written, as `portal` in GraphQL names it. */
  features: readonly string[];
}

/** Writes the content of a mail from the data of its template, with times as its reader writes them. */
export type WriteMail<Template extends keyof MailData> = (
  data: MailData[Template],
  portal: PortalInfo,
  times: TimeFormat,
) => MailContent;

/** The look of the mails: a name, and two colours as #rrggbb. */
export interface Brand {
  name: string;
  color: string;
  background: string;
}

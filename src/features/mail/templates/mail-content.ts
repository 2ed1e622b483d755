/** What a mail says, before it is given a form: both its forms say all of it, in this order. */
export interface MailContent {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** Labels and values. */
  facts?: readonly (readonly [string, string])[];
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** Where to go should that not do. */
  otherwise?: { label: string; url: string };
  closing: readonly string[];
}

/** What the texts are about, whatever the mail. */
export interface PortalInfo {
  brandName: string;
  /** The address that people open, without a slash at its end. */
  baseUrl: string;
  supportEmail: string | null;
}

/** How mails look: a name and two colours as #rrggbb. */
export interface Brand {
  name: string;
  color: string;
  background: string;
}

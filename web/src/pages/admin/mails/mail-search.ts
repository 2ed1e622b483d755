import { type ListSearch, readListSearch } from '../../../app/list/list-search';
import { readText } from '../../../app/search';
import { MAIL_GROUPS, type MailGroup } from './mail-groups';

/** The view of the list of mails, as the address says it. */
export interface MailSearch extends ListSearch<MailGroup> {
  /** The id of the mail that is open beside the list. */
  mail?: string | undefined;
}

const readList = readListSearch(MAIL_GROUPS);

/** Reads the view of the list of mails from its address. */
export const readMailSearch = (search: Record<string, unknown>): MailSearch => ({
  ...readList(search),
  mail: readText(search['mail']),
});

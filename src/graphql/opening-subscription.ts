import type { DocumentNode } from 'graphql';

/** A subscription that is being checked, and its document once it is accepted. */
export interface OpeningSubscription {
  document: DocumentNode | null;
}

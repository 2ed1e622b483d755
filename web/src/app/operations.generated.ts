export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An ISO 8601 calendar date, such as 2026-11-30. */
  Date: { input: string; output: string; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string; }
  /** An exact decimal, serialised as a string so that no float rounds it. */
  Decimal: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** A rule that decides what a portal user sees. Each is said in the sentence beside it. */
export type AccessReasonCode =
  | 'ALL_CUSTOMERS'
  | 'ALL_CUSTOMERS_BY_ROLE'
  | 'ASSIGNED_CUSTOMERS'
  | 'CUSTOMERS'
  | 'EMPTY_CUSTOMERS'
  | 'ERP_UNAVAILABLE'
  | 'INACTIVE'
  | 'LOCKED'
  | 'MISSING_CUSTOMERS'
  | 'NEVER_SIGNED_IN'
  | 'NO_CUSTOMERS'
  | 'NO_STOCK_BY_ROLE'
  | 'PASSWORD_CHANGE_REQUIRED'
  | 'TEMPORARY_PASSWORD_EXPIRED';

export type AddressInput = {
  company?: InputMaybe<Scalars['String']['input']>;
  contactName?: InputMaybe<Scalars['String']['input']>;
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2. */
  country?: Scalars['String']['input'];
  postcode?: InputMaybe<Scalars['String']['input']>;
  state: Scalars['String']['input'];
  street?: InputMaybe<Scalars['String']['input']>;
  suburb: Scalars['String']['input'];
};

export type AdjustRewardsInput = {
  customerId: Scalars['ID']['input'];
  /** Why. At most 1,000 characters. The customer sees it. */
  note: Scalars['String']['input'];
  /** Below 0 to take points away. The balance is never below 0. */
  points: Scalars['Int']['input'];
};

/** Why goods could not be delivered. */
export type AttemptReason =
  | 'CLOSED'
  | 'DAMAGED'
  | 'NOBODY_THERE'
  | 'OTHER'
  | 'REFUSED'
  | 'WRONG_ADDRESS';

/** What happened. */
export type AuditAction =
  /** An admin previewed what a login can see. */
  | 'ACCESS_PREVIEWED'
  /** Too many sign-ins failed; the next one has to wait. */
  | 'ACCOUNT_LOCKED'
  /** An admin ended the wait after failed sign-ins. */
  | 'ACCOUNT_UNLOCKED'
  | 'API_KEY_CREATED'
  /** An admin revoked an API key, or it ended with its creator; the changes then give the reason. */
  | 'API_KEY_REVOKED'
  | 'AUDIT_EXPORTED'
  /** A signed-in user or an API key tried something that is not open to them; the label is the field. Or an API key was refused; the changes give the reason. */
  | 'AUTHORIZATION_DENIED'
  /** Goods could not be delivered; the connote stays in transit. */
  | 'CONNOTE_ATTEMPTED'
  | 'CONNOTE_BOOKED'
  | 'CONNOTE_CANCELLED'
  /** A note or a photo was added to a connote. */
  | 'CONNOTE_NOTED'
  /** A photo before or after a service was removed from a connote. */
  | 'CONNOTE_PHOTO_REMOVED'
  | 'CONNOTE_PRICED'
  /** A connote moved to another status, or to another driver. */
  | 'CONNOTE_STATUS_CHANGED'
  | 'CUSTOMER_CREATED'
  | 'CUSTOMER_DELETED'
  /** The deletion of a customer was taken back. */
  | 'CUSTOMER_RESTORED'
  | 'CUSTOMER_UPDATED'
  /** A quote or connote of the demo was removed, to be created again. */
  | 'DEMO_FREIGHT_REMOVED'
  | 'EMAIL_CONFIRMED'
  /** The ERP customers that a login may see were changed. */
  | 'ERP_ACCESS_CHANGED'
  /** An admin had the ERP checked. */
  | 'ERP_CHECKED'
  /** Stock was exported from the portal to a file. */
  | 'INVENTORY_EXPORTED'
  /** Invoices were exported from the portal to a file. */
  | 'INVOICES_EXPORTED'
  | 'LOGGED_OUT'
  /** A sign-in was refused; the changes give the reason. What was typed for an unknown login is not kept. */
  | 'LOGIN_FAILED'
  /** A user signed in. */
  | 'LOGIN_SUCCEEDED'
  /** An admin retried a mail. */
  | 'MAIL_RETRIED'
  | 'PASSWORD_CHANGED'
  /** An admin reset the password and had a temporary one mailed. */
  | 'PASSWORD_RESET_BY_ADMIN'
  /** A new password was chosen with a mailed link. */
  | 'PASSWORD_RESET_COMPLETED'
  /** A link to choose a new password was requested. */
  | 'PASSWORD_RESET_REQUESTED'
  /** Payments were exported from the portal to a file. */
  | 'PAYMENTS_EXPORTED'
  | 'PORTAL_ACCESS_RESTORED'
  | 'PORTAL_ACCESS_REVOKED'
  | 'PORTAL_ACCOUNT_PROVISIONED'
  | 'PORTAL_ACCOUNT_PROVISIONING_FAILED'
  | 'PORTAL_USER_CREATED'
  | 'PORTAL_USER_DEACTIVATED'
  | 'PORTAL_USER_REACTIVATED'
  | 'PORTAL_USER_UPDATED'
  /** A user changed their name, or asked for a new e-mail or confirmed it. */
  | 'PROFILE_UPDATED'
  | 'QUOTE_APPROVED'
  | 'QUOTE_EXPIRED'
  | 'QUOTE_PRICED'
  | 'QUOTE_REJECTED'
  | 'QUOTE_REQUESTED'
  /** A line of the rate card was added, changed or deleted. */
  | 'RATE_CHANGED'
  /** An admin gave a customer points, or took some. */
  | 'REWARDS_ADJUSTED'
  /** A delivered connote earned its customer points. */
  | 'REWARDS_EARNED'
  | 'REWARDS_EXPIRED'
  /** A customer used points on a quote. */
  | 'REWARDS_REDEEMED'
  /** Points came back from a quote: by the customer, or with its rejection, its expiry or the cancellation of its connote. */
  | 'REWARDS_RETURNED'
  /** Sessions were ended by the user or an admin, or one because its refresh token was reused. */
  | 'SESSIONS_REVOKED';

/** Conditions are joined by AND. A text matches only as a whole. */
export type AuditFilter = {
  /** One of these actions. An empty list matches nothing. */
  actions?: InputMaybe<Array<AuditAction>>;
  /** Who acted: the id of a login, or its user name at the time, ignoring case; or `system`, `command line`, `nobody`. */
  actor?: InputMaybe<Scalars['String']['input']>;
  /** At this time or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  outcome?: InputMaybe<AuditOutcome>;
  /** What was acted on: its id, or its e-mail, number or name at the time, ignoring case. */
  target?: InputMaybe<Scalars['String']['input']>;
  targetId?: InputMaybe<Scalars['ID']['input']>;
  targetType?: InputMaybe<AuditTargetType>;
  /** Before this time. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** DENIED: a sign-in that failed, or something that is not open to whoever tried it. ALLOWED: all else. */
export type AuditOutcome =
  | 'ALLOWED'
  | 'DENIED';

/** What was acted on. */
export type AuditTargetType =
  | 'API_KEY'
  | 'AUDIT_LOG'
  | 'CONNOTE'
  | 'CUSTOMER'
  | 'INVENTORY'
  | 'INVOICES'
  | 'MAIL'
  | 'PAYMENTS'
  | 'PORTAL_USER'
  | 'QUOTE'
  | 'RATE';

/** Books an approved quote, or else goods on a lane. With a quote, lane, goods, service and price are those of the quote; the addresses may add what it leaves out. */
export type BookShipmentInput = {
  /** Staff name the customer unless the quote does; a customer's own is implied. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The customer's own word for it. */
  customerReference?: InputMaybe<Scalars['String']['input']>;
  delivery?: InputMaybe<AddressInput>;
  /** If true, nothing happens until it is moved to PENDING. */
  draft?: Scalars['Boolean']['input'];
  /** What the driver must know. */
  instructions?: InputMaybe<Scalars['String']['input']>;
  items?: InputMaybe<Array<FreightItemInput>>;
  pickup?: InputMaybe<AddressInput>;
  /** Today or later. */
  pickupOn?: InputMaybe<Scalars['Date']['input']>;
  /** An approved quote that is not booked yet. */
  quoteId?: InputMaybe<Scalars['ID']['input']>;
  /** From when on the goods can be picked up. */
  readyAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** STANDARD if left out. */
  service?: InputMaybe<ServiceLevel>;
  /** In kilograms. The items' sum where items are given. */
  weightKg?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ChangePasswordInput = {
  currentPassword: Scalars['String']['input'];
  /** 10 to 256 characters of any kind. Must not be easy to guess. */
  newPassword: Scalars['String']['input'];
};

/** What an event is about: the status, the price, the driver, a note, or a failed delivery. */
export type ConnoteEventKind =
  | 'ATTEMPT'
  | 'DRIVER'
  | 'NOTE'
  | 'PRICE'
  | 'STATUS';

/** Conditions are joined by AND. An empty list matches nothing. */
export type ConnoteFilter = {
  /** Days in the portal's time zone. */
  createdOn?: InputMaybe<DateFilter>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Connotes that are allocated to this driver. */
  driverId?: InputMaybe<Scalars['ID']['input']>;
  pickupOn?: InputMaybe<DateFilter>;
  /** Every word must occur in the number, the customer's reference or name, or a company, suburb, state or postcode. A whole number such as CN-000001 finds that connote alone. At most 10 words. */
  search?: InputMaybe<Scalars['String']['input']>;
  service?: InputMaybe<Array<ServiceLevel>>;
  status?: InputMaybe<Array<ConnoteStatus>>;
};

export type ConnoteOrder = {
  direction?: SortDirection;
  field: ConnoteOrderField;
};

/** STATUS: in the order of a connote's life. */
export type ConnoteOrderField =
  | 'CREATED_AT'
  | 'NUMBER'
  | 'PICKUP_ON'
  | 'STATUS'
  | 'UPDATED_AT';

export type ConnoteStatus =
  | 'ALLOCATED'
  | 'CANCELLED'
  | 'CONFIRMED'
  | 'DELIVERED'
  | 'DRAFT'
  | 'IN_TRANSIT'
  | 'PENDING';

/** Either allErpCustomers, or at least one name. */
export type CreateApiKeyInput = {
  /** Future ERP customers too. */
  allErpCustomers?: Scalars['Boolean']['input'];
  /** The ERP customers whose stock the key reads, by their exact names in the ERP. */
  erpCustomerNames?: Array<Scalars['String']['input']>;
  /** At most 10 years from now; if left out, the key does not expire. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What the key is for, in 1 to 100 characters. */
  name: Scalars['String']['input'];
};

export type CreateCustomerInput = {
  company?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  firstName: Scalars['String']['input'];
  lastName: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  /** If true and there is an e-mail, an account is created in the background and a welcome mail is sent. */
  provisionPortalAccount?: Scalars['Boolean']['input'];
  source?: CustomerSource;
};

export type CreatePortalUserInput = {
  /** If true, a CUSTOMER sees the stock of every ERP customer. */
  allErpCustomers?: Scalars['Boolean']['input'];
  /** The CRM customer that the login belongs to. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** Unique ignoring case, blanks around, and how the domain is written. */
  email: Scalars['String']['input'];
  /** The ERP customers whose stock a CUSTOMER sees, by their exact names in the ERP. */
  erpCustomerNames?: Array<Scalars['String']['input']>;
  /** If left out, a temporary one is generated and mailed. */
  password?: InputMaybe<Scalars['String']['input']>;
  role?: Role;
  /** Letters, digits, dots, dashes and underscores; unique ignoring case and blanks around. */
  username: Scalars['String']['input'];
};

/** Conditions are joined by AND. */
export type CustomerFilter = {
  accountStatus?: InputMaybe<PortalAccountStatus>;
  hasPortalAccount?: InputMaybe<Scalars['Boolean']['input']>;
  includeDeleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Every word must occur in the first name, last name, company, e-mail or phone. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** An order of customers. Those without a value come last. */
export type CustomerOrder = {
  direction?: SortDirection;
  field: CustomerOrderField;
};

/** NAME is the last name, then the first. */
export type CustomerOrderField =
  | 'COMPANY'
  | 'CREATED_AT'
  | 'LAST_LOGIN_AT'
  | 'NAME';

/** Where a customer's record came from. */
export type CustomerSource =
  | 'API'
  | 'CRM'
  | 'WEBSITE_BOOKING';

export type DangerousGoodsInput = {
  /** Class or division, such as 3, 2.1 or 1.4S. */
  class: Scalars['String']['input'];
  /** I, II or III. */
  packingGroup?: InputMaybe<Scalars['String']['input']>;
  /** Four digits, such as UN1263. */
  unNumber: Scalars['String']['input'];
};

/** A range of dates; `from` and `to` are included. */
export type DateFilter = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** Compares decimals. All given conditions must hold. */
export type DecimalFilter = {
  equals?: InputMaybe<Scalars['Decimal']['input']>;
  greaterThan?: InputMaybe<Scalars['Decimal']['input']>;
  lessThan?: InputMaybe<Scalars['Decimal']['input']>;
};

/** How close together the rows of a list are. */
export type Density =
  | 'COMFORTABLE'
  | 'COMPACT';

/** How grave a finding is. Only a PROBLEM must be fixed. */
export type ErpCheckLevel =
  | 'PROBLEM'
  | 'REMARK'
  | 'WARNING';

/** What went wrong; extensions.code of an error has the same codes. */
export type ErrorCode =
  | 'ACCOUNT_INACTIVE'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'ERP_UNAVAILABLE'
  | 'FORBIDDEN'
  | 'INTERNAL_SERVER_ERROR'
  | 'INVALID_CREDENTIALS'
  | 'NOT_FOUND'
  | 'PASSWORD_CHANGE_REQUIRED'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'UNAUTHENTICATED';

/** The format of a file. */
export type ExportFormat =
  | 'CSV'
  | 'NDJSON'
  | 'PARQUET'
  | 'XLSX';

export type FreightItemInput = {
  dangerousGoods?: InputMaybe<DangerousGoodsInput>;
  description?: InputMaybe<Scalars['String']['input']>;
  heightCm?: InputMaybe<Scalars['Decimal']['input']>;
  /** Give all three dimensions, or none. */
  lengthCm?: InputMaybe<Scalars['Decimal']['input']>;
  packaging?: Packaging;
  quantity?: Scalars['Int']['input'];
  /** Of one unit. */
  weightKg: Scalars['Decimal']['input'];
  widthCm?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Conditions are joined by AND. */
export type HistoryFilter = {
  /** Staff may name a customer; a customer's own is implied. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Included; a day in the portal's time zone. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** One of these; an empty list matches nothing. */
  kinds?: InputMaybe<Array<HistoryKind>>;
  /** Every word must occur in the reference of the quote, the number of the connote, the customer's reference or the note; of the ERP's rows, in the number, the reference, the description or the number of the paid invoice. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Included; a day in the portal's time zone. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** What an entry of a history is about. */
export type HistoryKind =
  /** Something that happened to a connote, other than a delivery. */
  | 'BOOKING'
  /** Goods were delivered, or a delivery failed. */
  | 'DELIVERY'
  /** An invoice or credit note of the ERP, on the day of its issue. */
  | 'INVOICE'
  /** A payment of the ERP, on its day. */
  | 'PAYMENT'
  /** A photo before or after a service, or one of a proof of delivery. */
  | 'PHOTO'
  /** A step in the life of a quote. */
  | 'QUOTE'
  /** A change of the points of the customer. */
  | 'REWARD';

export type InventoryColumn =
  | 'BIN'
  | 'DESCRIPTION'
  | 'ERP_CUSTOMER'
  | 'EXPIRES_ON'
  | 'LAST_MOVED_AT'
  | 'LOT'
  | 'PART_NUMBER'
  | 'QUANTITY_ALLOCATED'
  | 'QUANTITY_AVAILABLE'
  | 'QUANTITY_ON_HAND'
  | 'RECEIVED_ON'
  | 'STATUS'
  | 'UNIT'
  | 'WAREHOUSE';

/** Conditions are joined by AND. */
export type InventoryFilter = {
  bin?: InputMaybe<StringFilter>;
  /** Exact names. A name outside the viewer's scope is treated as unknown. */
  erpCustomerNames?: InputMaybe<Array<Scalars['String']['input']>>;
  expiresOn?: InputMaybe<DateFilter>;
  lot?: InputMaybe<StringFilter>;
  partNumber?: InputMaybe<StringFilter>;
  quantityAvailable?: InputMaybe<DecimalFilter>;
  quantityOnHand?: InputMaybe<DecimalFilter>;
  receivedOn?: InputMaybe<DateFilter>;
  /** Every word must occur in the part number, description, lot or bin. */
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<StringFilter>;
  warehouse?: InputMaybe<StringFilter>;
};

export type InventoryGroupKey =
  | 'BIN'
  | 'ERP_CUSTOMER'
  /** The month of the expiry, such as 2026-11; null: no expiry, or one that can not be shown. */
  | 'EXPIRES_MONTH'
  | 'LOT'
  | 'PART_NUMBER'
  | 'STATUS'
  | 'WAREHOUSE';

export type InventoryOrder = {
  direction?: SortDirection;
  field: InventoryOrderField;
};

export type InventoryOrderField =
  | 'BIN'
  | 'DESCRIPTION'
  | 'ERP_CUSTOMER'
  | 'EXPIRES_ON'
  | 'LAST_MOVED_AT'
  | 'LOT'
  | 'PART_NUMBER'
  | 'QUANTITY_AVAILABLE'
  | 'QUANTITY_ON_HAND'
  | 'RECEIVED_ON'
  | 'STATUS'
  | 'WAREHOUSE';

export type InvoiceColumn =
  | 'CURRENCY'
  | 'DESCRIPTION'
  | 'DUE_ON'
  | 'ERP_CUSTOMER'
  | 'ISSUED_ON'
  | 'NUMBER'
  | 'OPEN_AMOUNT'
  | 'REFERENCE'
  | 'STATUS'
  | 'TAX_AMOUNT'
  | 'TOTAL_AMOUNT';

/** Conditions are joined by AND. */
export type InvoiceFilter = {
  currency?: InputMaybe<StringFilter>;
  dueOn?: InputMaybe<DateFilter>;
  /** Exact names. A name outside the viewer's scope is treated as unknown. */
  erpCustomerNames?: InputMaybe<Array<Scalars['String']['input']>>;
  issuedOn?: InputMaybe<DateFilter>;
  number?: InputMaybe<StringFilter>;
  openAmount?: InputMaybe<DecimalFilter>;
  /** Every word must occur in the number, reference or description. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** One of these; an empty list matches nothing. */
  status?: InputMaybe<Array<InvoiceStatus>>;
  totalAmount?: InputMaybe<DecimalFilter>;
};

export type InvoiceOrder = {
  direction?: SortDirection;
  field: InvoiceOrderField;
};

export type InvoiceOrderField =
  | 'CURRENCY'
  | 'DUE_ON'
  | 'ERP_CUSTOMER'
  | 'ISSUED_ON'
  | 'NUMBER'
  | 'OPEN_AMOUNT'
  | 'TOTAL_AMOUNT';

/** Whether an invoice is paid, as of today. */
export type InvoiceStatus =
  /** Something is still open, and not due before today; also an open credit note. */
  | 'OPEN'
  /** Something is still to be paid, and was due before today. */
  | 'OVERDUE'
  /** Nothing is open. */
  | 'PAID';

/** A list of the portal. */
export type ListPage =
  | 'AUDIT'
  | 'CONNOTES'
  | 'CUSTOMERS'
  | 'INVENTORY'
  | 'INVOICES'
  | 'MAILS'
  | 'PORTAL_USERS'
  | 'QUOTES';

export type LoginInput = {
  /** User name or e-mail. */
  login: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

/** Conditions are joined by AND. */
export type MailFilter = {
  /** One of these statuses. An empty list matches nothing. */
  status?: InputMaybe<Array<MailStatus>>;
  /** The whole address, ignoring case. */
  to?: InputMaybe<Scalars['String']['input']>;
};

/** QUEUED: waits for its first attempt. SENDING: in progress. FAILED: retried automatically. DEAD: given up. */
export type MailStatus =
  | 'DEAD'
  | 'FAILED'
  | 'QUEUED'
  | 'SENDING'
  | 'SENT';

/** How a unit is packed. */
export type Packaging =
  | 'CARTON'
  | 'CRATE'
  | 'DRUM'
  | 'OTHER'
  | 'PALLET'
  | 'SKID';

export type PaymentColumn =
  | 'AMOUNT'
  | 'CURRENCY'
  | 'ERP_CUSTOMER'
  | 'INVOICE_NUMBER'
  | 'METHOD'
  | 'NUMBER'
  | 'PAID_ON'
  | 'REFERENCE';

/** Conditions are joined by AND. */
export type PaymentFilter = {
  amount?: InputMaybe<DecimalFilter>;
  currency?: InputMaybe<StringFilter>;
  /** Exact names. A name outside the viewer's scope is treated as unknown. */
  erpCustomerNames?: InputMaybe<Array<Scalars['String']['input']>>;
  invoiceNumber?: InputMaybe<StringFilter>;
  method?: InputMaybe<StringFilter>;
  number?: InputMaybe<StringFilter>;
  paidOn?: InputMaybe<DateFilter>;
  /** Every word must occur in the number, the invoice's number or the reference. */
  search?: InputMaybe<Scalars['String']['input']>;
};

export type PaymentOrder = {
  direction?: SortDirection;
  field: PaymentOrderField;
};

export type PaymentOrderField =
  | 'AMOUNT'
  | 'CURRENCY'
  | 'ERP_CUSTOMER'
  | 'INVOICE_NUMBER'
  | 'NUMBER'
  | 'PAID_ON';

/** What a photo shows. BEFORE and AFTER: the goods, before and after a service. The others are of a delivery. */
export type PhotoKind =
  | 'AFTER'
  | 'BEFORE'
  | 'DAMAGE'
  | 'DELIVERY';

/** The status of a customer's portal account. */
export type PortalAccountStatus =
  | 'ACTIVE'
  /** Creating it failed; lastError says why. */
  | 'FAILED'
  /** Too many sign-ins failed recently; the next one has to wait. */
  | 'LOCKED'
  /** There is no account, and none is being created. */
  | 'NONE'
  /** The user must choose a new password at the next sign-in. */
  | 'PASSWORD_CHANGE_REQUIRED'
  /** It is being created. */
  | 'PENDING'
  /** The login is deactivated; its data stays. */
  | 'REVOKED';

/** Something that a portal may offer. */
export type PortalFeature =
  /** The demo logins exist. */
  | 'DEMO'
  /** Lists can be exported to files. */
  | 'EXPORTS'
  /** Quotes and connotes. */
  | 'FREIGHT'
  /** Everything that happened to a customer, as one line of time. */
  | 'HISTORY'
  /** Customers' invoices, as the ERP has them. */
  | 'INVOICES'
  /** Lists of stock that follow the ERP by themselves. */
  | 'LIVE_INVENTORY'
  /** Customers' payments, as the ERP has them. */
  | 'PAYMENTS'
  /** Photos before and after a service. Those of a delivery are part of FREIGHT. */
  | 'PHOTOS'
  /** The GraphQL playground is open, at /playground. */
  | 'PLAYGROUND'
  /** Rewards for customers. */
  | 'REWARDS';

/** Conditions are joined by AND. */
export type PortalUserFilter = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** The login of the CRM customer with this id. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  emailConfirmed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Logins that the ERP customer with this name is assigned to. */
  erpCustomerName?: InputMaybe<Scalars['String']['input']>;
  /** Logins that last signed in before this time, and those that never did. */
  lastLoginBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether sign-ins must wait now after too many failures. */
  locked?: InputMaybe<Scalars['Boolean']['input']>;
  mustChangePassword?: InputMaybe<Scalars['Boolean']['input']>;
  role?: InputMaybe<Role>;
  /** Every word must occur in the user name, e-mail or display name. */
  search?: InputMaybe<Scalars['String']['input']>;
};

export type PortalUserOrder = {
  direction?: SortDirection;
  field: PortalUserOrderField;
};

export type PortalUserOrderField =
  | 'CREATED_AT'
  | 'EMAIL'
  | 'LAST_LOGIN_AT'
  | 'USERNAME';

/** The rows and the columns of a file. */
export type PrepareInventoryExportInput = {
  /** The columns in their order; all if left out. */
  columns?: InputMaybe<Array<InventoryColumn>>;
  filter?: InputMaybe<InventoryFilter>;
  format: ExportFormat;
  /** Default: by customer and part number. Nulls come last in both directions. */
  orderBy?: InputMaybe<Array<InventoryOrder>>;
};

/** The rows and the columns of a file of invoices. */
export type PrepareInvoiceExportInput = {
  /** The columns in their order; all if left out. */
  columns?: InputMaybe<Array<InvoiceColumn>>;
  filter?: InputMaybe<InvoiceFilter>;
  format: ExportFormat;
  /** Default: the latest first. Nulls come last in both directions. */
  orderBy?: InputMaybe<Array<InvoiceOrder>>;
};

/** The rows and the columns of a file of payments. */
export type PreparePaymentExportInput = {
  /** The columns in their order; all if left out. */
  columns?: InputMaybe<Array<PaymentColumn>>;
  filter?: InputMaybe<PaymentFilter>;
  format: ExportFormat;
  /** Default: the latest first. Nulls come last in both directions. */
  orderBy?: InputMaybe<Array<PaymentOrder>>;
};

/** The price of a connote that was booked without a quote and is not confirmed yet. */
export type PriceConnoteInput = {
  id: Scalars['ID']['input'];
  /** Above 0, with at most 2 decimals. */
  totalAmount: Scalars['Decimal']['input'];
  /** The version that the price is based on. An outdated one is refused with CONFLICT. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type PriceQuoteInput = {
  id: Scalars['ID']['input'];
  /** Above 0, with at most 2 decimals, in the quote's currency. */
  totalAmount: Scalars['Decimal']['input'];
  /** The last day of the price: today or later. If left out, the portal says for how long. */
  validUntil?: InputMaybe<Scalars['Date']['input']>;
};

/** What shows that goods were delivered. Written once, and never changed. */
export type ProofOfDeliveryInput = {
  /** At most 5, uploaded before. */
  photoIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The name of who received the goods. */
  receivedBy: Scalars['String']['input'];
  /** Base64, at most 100 KB. */
  signaturePng?: InputMaybe<Scalars['String']['input']>;
};

export type ProvisionPortalAccountInput = {
  /** Marks the e-mail as confirmed; otherwise the welcome mail asks the customer to confirm it. */
  autoConfirmEmail?: Scalars['Boolean']['input'];
  customerId: Scalars['ID']['input'];
  sendWelcomeEmail?: Scalars['Boolean']['input'];
};

export type ProvisionPortalAccountsInput = {
  autoConfirmEmail?: Scalars['Boolean']['input'];
  /** At most 1,000 customers; duplicates count once. */
  customerIds: Array<Scalars['ID']['input']>;
  sendWelcomeEmail?: Scalars['Boolean']['input'];
};

/** What can be done with a quote. */
export type QuoteAction =
  | 'APPROVE'
  | 'BOOK'
  | 'PRICE'
  | 'REJECT';

/** Conditions are joined by AND. An empty list matches nothing. */
export type QuoteFilter = {
  /** Days in the portal's time zone. */
  createdOn?: InputMaybe<DateFilter>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Every word must occur in the reference, the customer's reference or name, or a company, suburb, state or postcode. A whole reference such as QT-000001 finds that quote alone. At most 10 words. */
  search?: InputMaybe<Scalars['String']['input']>;
  service?: InputMaybe<Array<ServiceLevel>>;
  /** As of today. */
  status?: InputMaybe<Array<QuoteStatus>>;
  validUntil?: InputMaybe<DateFilter>;
};

export type QuoteOrder = {
  direction?: SortDirection;
  field: QuoteOrderField;
};

/** STATUS: in the order of a quote's life. */
export type QuoteOrderField =
  | 'CREATED_AT'
  | 'REFERENCE'
  | 'STATUS'
  | 'TOTAL_AMOUNT'
  | 'UPDATED_AT'
  | 'VALID_UNTIL';

export type QuoteStatus =
  | 'APPROVED'
  | 'EXPIRED'
  | 'PENDING'
  | 'QUOTED'
  | 'REJECTED';

/** With an id it replaces that rate, otherwise it adds one. */
export type RateInput = {
  /** At most 2 decimals. */
  base: Scalars['Decimal']['input'];
  currency?: Scalars['String']['input'];
  /** Such as VIC; any if left out. */
  destinationState?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 2 decimals. */
  minimum: Scalars['Decimal']['input'];
  /** Such as NSW; any if left out. */
  originState?: InputMaybe<Scalars['String']['input']>;
  /** At most 4 decimals. */
  perKg: Scalars['Decimal']['input'];
  service: ServiceLevel;
  validFrom: Scalars['Date']['input'];
  validUntil?: InputMaybe<Scalars['Date']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** A delivery that failed. The connote stays IN_TRANSIT. */
export type RecordAttemptInput = {
  /** When it was done, if it is entered late. At most 7 days ago, and not before the last step of the connote; notes are no steps. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  /** The customer sees it. */
  note?: InputMaybe<Scalars['String']['input']>;
  reason: AttemptReason;
};

export type RedeemRewardsInput = {
  /** 1 or more, on top of those that are on the quote already. At most the balance, and the price. */
  points: Scalars['Int']['input'];
  quoteId: Scalars['ID']['input'];
  /** The version of the quote that the caller saw. An outdated one is refused with CONFLICT. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Why a value is refused; extensions.fields of an error has the same reasons. */
export type RefusalReason =
  /** It names something that is deleted. */
  | 'DELETED'
  /** It occurs twice. */
  | 'DUPLICATE'
  /** The link or temporary password was used, has run out or is unknown. */
  | 'EXPIRED'
  /** The password is wrong. */
  | 'INCORRECT'
  /** It is not written as it must be; `format` says as what. */
  | 'INVALID_FORMAT'
  /** It has no portal account, customer, e-mail or price, as `what` says, and needs one. */
  | 'LACKS'
  /** There are `max` already, and may not be more. */
  | 'LIMIT_REACHED'
  /** It differs from another value that it must agree with, such as `wanted`. */
  | 'MISMATCH'
  /** Something was given that is not allowed, or not together with the other values. */
  | 'NOT_ALLOWED'
  /** It is none of `choices`. */
  | 'NOT_A_CHOICE'
  /** It has changed since the caller read it; `current` is its version now, or `status` its status. */
  | 'OUTDATED'
  /** The number is not one from `min`, or above `above`, to `max`, or below `below`, or has more than `decimals` decimals. */
  | 'OUT_OF_RANGE'
  /** Nothing was given, although something is needed. */
  | 'REQUIRED'
  /** It is what it was before, and must be something else. */
  | 'SAME_AS_BEFORE'
  /** It belongs to something else already, which `by` may name. */
  | 'TAKEN'
  /** The day or time is before `earliest` or, without it, in the past. */
  | 'TOO_EARLY'
  /** The file has more than `max` of what `unit` names. */
  | 'TOO_LARGE'
  /** The day or time is after `latest` or, without it, in the future. */
  | 'TOO_LATE'
  /** It has more than `max` characters. */
  | 'TOO_LONG'
  /** It has more than `max` parts. */
  | 'TOO_MANY'
  /** It has fewer than `min` characters. */
  | 'TOO_SHORT'
  /** The new password is easily guessed. */
  | 'TOO_WEAK'
  /** It names nothing that the caller may see or use; `near` lists names like `name`. */
  | 'UNKNOWN'
  /** It has a character that can't be printed or stored. */
  | 'UNPRINTABLE'
  /** The quote or connote, as `of` says, is in the status `status`; `wanted` lists those in which this is possible. */
  | 'WRONG_STATUS';

/** Give a weight, or items. */
export type RequestQuoteInput = {
  /** Staff name the customer; a customer's own is implied. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The customer's own word for it, such as an order number. */
  customerReference?: InputMaybe<Scalars['String']['input']>;
  destination: AddressInput;
  items?: InputMaybe<Array<FreightItemInput>>;
  origin: AddressInput;
  /** Today or later. */
  pickupOn?: InputMaybe<Scalars['Date']['input']>;
  service?: ServiceLevel;
  /** In kilograms. The items' sum where items are given. */
  weightKg?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ResetPasswordInput = {
  /** The same rules as for changePassword. If it is refused, the token stays valid. */
  newPassword: Scalars['String']['input'];
  /** The token of the mailed link. Valid once, for thirty minutes. */
  token: Scalars['String']['input'];
};

/** An empty list matches nothing. */
export type RewardEntryFilter = {
  kind?: InputMaybe<Array<RewardEntryKind>>;
};

/** Why the points of a customer rose or fell. */
export type RewardEntryKind =
  /** An admin gave or took them; the note says why. */
  | 'ADJUSTED'
  /** A connote was delivered. */
  | 'EARNED'
  /** Their last day has passed. */
  | 'EXPIRED'
  /** They were used on a quote. */
  | 'REDEEMED'
  /** They came back from a quote: the customer took them back, it was rejected or expired, or its connote was cancelled. */
  | 'RETURNED';

export type Role =
  | 'ADMIN'
  | 'CUSTOMER'
  | 'DRIVER'
  | 'OPERATIONS'
  | 'WAREHOUSE';

/** A new view; with an id, the view that replaces that one. */
export type SaveViewInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  /** True makes it the default of the page instead of the owner's former one. */
  isDefault?: Scalars['Boolean']['input'];
  /** Unique among the viewer's views on the page. */
  name: Scalars['String']['input'];
  /** A view stays on its page. */
  page: ListPage;
  query: Scalars['String']['input'];
  /** Only admins may share a view. */
  sharedWith?: InputMaybe<Role>;
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** How quickly goods travel. */
export type ServiceLevel =
  | 'ECONOMY'
  | 'EXPRESS'
  | 'STANDARD';

/** Why a session ended. */
export type SessionEndReason =
  | 'DEACTIVATED'
  | 'ENDED_ELSEWHERE'
  | 'EXPIRED'
  | 'PASSWORD_CHANGED'
  | 'SIGNED_OUT';

export type SortDirection =
  | 'ASC'
  | 'DESC';

/** Compares text, ignoring case. All given conditions must hold. */
export type StringFilter = {
  contains?: InputMaybe<Scalars['String']['input']>;
  equals?: InputMaybe<Scalars['String']['input']>;
  /** At most 500 values; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** SYSTEM: as the browser has it. */
export type Theme =
  | 'DARK'
  | 'LIGHT'
  | 'SYSTEM';

export type UpdateConnoteStatusInput = {
  /** For IN_TRANSIT or DELIVERED: when it was done, if it is entered late. At most 7 days ago, and not before the last step of the connote; notes are no steps. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** For ALLOCATED: an active driver. */
  driverId?: InputMaybe<Scalars['ID']['input']>;
  /** For CONFIRMED, ALLOCATED or IN_TRANSIT. */
  estimatedDeliveryOn?: InputMaybe<Scalars['Date']['input']>;
  /** The status that the caller saw. If it is another by now, the answer is CONFLICT. */
  from?: InputMaybe<ConnoteStatus>;
  id: Scalars['ID']['input'];
  /** The customer sees it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** For DELIVERED. */
  proof?: InputMaybe<ProofOfDeliveryInput>;
  to: ConnoteStatus;
  /** The version that the caller saw. An outdated one is refused with CONFLICT, even if the status is the same. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** A field that is left out stays unchanged; null clears an optional field. */
export type UpdateCustomerInput = {
  company?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  lastName?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** A field that is left out stays as it is. */
export type UpdateMyProfileInput = {
  /** Required with an e-mail. */
  currentPassword?: InputMaybe<Scalars['String']['input']>;
  /** Null removes it. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** A new address. The login has it once the link that is mailed there was opened. The present address withdraws an earlier one. */
  email?: InputMaybe<Scalars['String']['input']>;
};

/** A field that is left out or null stays as it is, except that null removes the displayName. */
export type UpdatePortalUserInput = {
  /** False ends all sessions of the login. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  allErpCustomers?: InputMaybe<Scalars['Boolean']['input']>;
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** A new address gets a mail with a link to confirm it, and the old address gets a notice. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The complete list: names that are not in it are removed. */
  erpCustomerNames?: InputMaybe<Array<Scalars['String']['input']>>;
  id: Scalars['ID']['input'];
  role?: InputMaybe<Role>;
  username?: InputMaybe<Scalars['String']['input']>;
  /** The version that the edit is based on. An outdated one is refused with CONFLICT. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** A field that is left out stays as it is; null resets it. */
export type ViewerPreferencesInput = {
  density?: InputMaybe<Density>;
  locale?: InputMaybe<Scalars['String']['input']>;
  theme?: InputMaybe<Theme>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type PortalExpiryMonthsQueryVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
  first: Scalars['Int']['input'];
}>;


export type PortalExpiryMonthsQuery = { __typename?: 'Query', inventoryGroups: Array<{ __typename?: 'InventoryGroup', expiresMonth: string | null, itemCount: number }> };

export type PortalHistoryQueryVariables = Exact<{
  filter?: InputMaybe<HistoryFilter>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalHistoryQuery = { __typename?: 'Query', history: { __typename?: 'HistoryConnection', asOf: string | null, stale: boolean, missing: Array<HistoryKind>, nodes: Array<{ __typename?: 'HistoryEntry', id: string, kind: HistoryKind, at: string, on: string | null, erpCustomer: { __typename?: 'ErpCustomer', name: string } | null, quote: { __typename?: 'Quote', reference: string, totalAmount: string | null, currency: string } | null, quoteEvent: { __typename?: 'QuoteEvent', from: QuoteStatus | null, to: QuoteStatus, note: string | null, by: { __typename?: 'Actor', name: string } | null } | null, connote: { __typename?: 'Connote', number: string, totalAmount: string, currency: string, priced: boolean } | null, connoteEvent: { __typename?: 'ConnoteEvent', kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, reason: AttemptReason | null, note: string | null, by: { __typename?: 'Actor', name: string } | null } | null, photo: { __typename?: 'Photo', kind: PhotoKind, note: string | null, width: number, height: number, url: string, thumbnailUrl: string, by: { __typename?: 'Actor', name: string } } | null, invoice: { __typename?: 'Invoice', id: string, number: string, status: InvoiceStatus, description: string | null, totalAmount: string, currency: string } | null, payment: { __typename?: 'Payment', number: string, invoiceNumber: string | null, method: string | null, amount: string, currency: string } | null, reward: { __typename?: 'RewardEntry', kind: RewardEntryKind, points: number, note: string | null, by: { __typename?: 'Actor', name: string } | null } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type HistoryPartsFragment = { __typename?: 'HistoryEntry', id: string, kind: HistoryKind, at: string, on: string | null, erpCustomer: { __typename?: 'ErpCustomer', name: string } | null, quote: { __typename?: 'Quote', reference: string, totalAmount: string | null, currency: string } | null, quoteEvent: { __typename?: 'QuoteEvent', from: QuoteStatus | null, to: QuoteStatus, note: string | null, by: { __typename?: 'Actor', name: string } | null } | null, connote: { __typename?: 'Connote', number: string, totalAmount: string, currency: string, priced: boolean } | null, connoteEvent: { __typename?: 'ConnoteEvent', kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, reason: AttemptReason | null, note: string | null, by: { __typename?: 'Actor', name: string } | null } | null, photo: { __typename?: 'Photo', kind: PhotoKind, note: string | null, width: number, height: number, url: string, thumbnailUrl: string, by: { __typename?: 'Actor', name: string } } | null, invoice: { __typename?: 'Invoice', id: string, number: string, status: InvoiceStatus, description: string | null, totalAmount: string, currency: string } | null, payment: { __typename?: 'Payment', number: string, invoiceNumber: string | null, method: string | null, amount: string, currency: string } | null, reward: { __typename?: 'RewardEntry', kind: RewardEntryKind, points: number, note: string | null, by: { __typename?: 'Actor', name: string } | null } | null };

export type PortalOpenAmountsQueryVariables = Exact<{
  filter?: InputMaybe<InvoiceFilter>;
}>;


export type PortalOpenAmountsQuery = { __typename?: 'Query', invoiceTotals: { __typename?: 'InvoiceTotals', asOf: string, stale: boolean, byCurrency: Array<{ __typename?: 'InvoiceCurrencyTotals', currency: string, invoiceCount: number, openAmount: string, overdueAmount: string }> } };

export type PagePartsFragment = { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type PortalViewerChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PortalViewerChangedSubscription = { __typename?: 'Subscription', viewerChanged: { __typename: 'AccessChanged', viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } } } | { __typename: 'SessionEnded', reason: SessionEndReason } };

export type PortalFindQueryVariables = Exact<{
  search: Scalars['String']['input'];
  customers: Scalars['Boolean']['input'];
  quotes: Scalars['Boolean']['input'];
  users: Scalars['Boolean']['input'];
}>;


export type PortalFindQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, number: string, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string } }> }, quotes?: { __typename?: 'QuoteConnection', nodes: Array<{ __typename?: 'Quote', id: string, reference: string, origin: { __typename?: 'Address', suburb: string, state: string }, destination: { __typename?: 'Address', suburb: string, state: string } }> }, customers?: { __typename?: 'CustomerConnection', nodes: Array<{ __typename?: 'Customer', id: string, company: string | null, firstName: string, lastName: string, email: string | null }> }, portalUsers?: { __typename?: 'PortalUserConnection', nodes: Array<{ __typename?: 'PortalUser', id: string, username: string, email: string }> } };

export type PortalUpdatePreferencesMutationVariables = Exact<{
  input: ViewerPreferencesInput;
}>;


export type PortalUpdatePreferencesMutation = { __typename?: 'Mutation', updatePreferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null } };

export type RewardsPartsFragment = { __typename?: 'Rewards', balance: number, value: string, currency: string, pointValue: string, pointsPerUnit: string, nextExpiry: { __typename?: 'RewardExpiry', points: number, on: string } | null };

export type PortalRewardsQueryVariables = Exact<{
  customerId?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<RewardEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalRewardsQuery = { __typename?: 'Query', rewards: { __typename?: 'Rewards', balance: number, value: string, currency: string, pointValue: string, pointsPerUnit: string, entries: { __typename?: 'RewardEntryConnection', nodes: Array<{ __typename?: 'RewardEntry', id: string, kind: RewardEntryKind, points: number, balance: number, note: string | null, at: string, expiresOn: string | null, quote: { __typename?: 'Quote', reference: string } | null, connote: { __typename?: 'Connote', number: string } | null, by: { __typename?: 'Actor', name: string } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, nextExpiry: { __typename?: 'RewardExpiry', points: number, on: string } | null } };

export type PortalPointsQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalPointsQuery = { __typename?: 'Query', rewards: { __typename?: 'Rewards', balance: number, value: string, currency: string, pointValue: string, pointsPerUnit: string, nextExpiry: { __typename?: 'RewardExpiry', points: number, on: string } | null } };

export type SessionPartsFragment = { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } } };

export type ViewerPartsFragment = { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } };

export type PortalLoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type PortalLoginMutation = { __typename?: 'Mutation', login: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } } } };

export type PortalRefreshMutationVariables = Exact<{ [key: string]: never; }>;


export type PortalRefreshMutation = { __typename?: 'Mutation', refreshSession: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } } } };

export type PortalLogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type PortalLogoutMutation = { __typename?: 'Mutation', logout: boolean };

export type PortalChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type PortalChangePasswordMutation = { __typename?: 'Mutation', changePassword: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } } } };

export type PortalResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type PortalResetPasswordMutation = { __typename?: 'Mutation', resetPassword: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } } } };

export type PortalAboutQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalAboutQuery = { __typename?: 'Query', portal: { __typename?: 'Portal', name: string, version: string, supportEmail: string | null, features: Array<PortalFeature>, passwordRules: { __typename?: 'PasswordRules', minLength: number, maxLength: number }, freight: { __typename?: 'FreightRules', cubicFactor: number, timeZone: string } } };

export type PortalProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalProfileQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, user: { __typename?: 'PortalUser', id: string, emailConfirmed: boolean, username: string, displayName: string | null, email: string, customer: { __typename?: 'Customer', id: string, company: string | null, firstName: string, lastName: string } | null }, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null } } | null };

export type PortalUpdateProfileMutationVariables = Exact<{
  input: UpdateMyProfileInput;
}>;


export type PortalUpdateProfileMutation = { __typename?: 'Mutation', updateMyProfile: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, pendingEmail: string | null, preferences: { __typename?: 'ViewerPreferences', density: Density, locale: string | null, theme: Theme, timeZone: string | null }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, email: string } } };

export type PortalResendConfirmationMutationVariables = Exact<{ [key: string]: never; }>;


export type PortalResendConfirmationMutation = { __typename?: 'Mutation', resendEmailConfirmation: boolean };

export type PortalSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalSessionsQuery = { __typename?: 'Query', mySessions: Array<{ __typename?: 'Session', id: string, createdAt: string, lastUsedAt: string, ip: string | null, userAgent: string | null, current: boolean }> };

export type PortalEndSessionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalEndSessionMutation = { __typename?: 'Mutation', endSession: boolean };

export type PortalActivityQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalActivityQuery = { __typename?: 'Query', myActivity: { __typename?: 'AuditEntryConnection', nodes: Array<{ __typename?: 'AuditEntry', id: string, at: string, action: AuditAction, actorName: string, ip: string | null, userAgent: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type PortalApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalApiKeysQuery = { __typename?: 'Query', apiKeys: Array<{ __typename?: 'ApiKey', id: string, name: string, prefix: string, allErpCustomers: boolean, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }>, createdBy: { __typename?: 'PortalUser', id: string, username: string } }> };

export type PortalCreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type PortalCreateApiKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', secret: string, apiKey: { __typename?: 'ApiKey', id: string, name: string } } };

export type PortalRevokeApiKeyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalRevokeApiKeyMutation = { __typename?: 'Mutation', revokeApiKey: { __typename?: 'ApiKey', id: string, revokedAt: string | null } };

export type PortalAuditEntriesQueryVariables = Exact<{
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalAuditEntriesQuery = { __typename?: 'Query', auditEntries: { __typename?: 'AuditEntryConnection', nodes: Array<{ __typename?: 'AuditEntry', id: string, sequence: number, at: string, action: AuditAction, actorName: string, targetType: AuditTargetType | null, targetLabel: string | null, ip: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PortalAuditEntryQueryVariables = Exact<{
  sequence: Scalars['Int']['input'];
}>;


export type PortalAuditEntryQuery = { __typename?: 'Query', auditEntry: { __typename?: 'AuditEntry', id: string, sequence: number, at: string, action: AuditAction, actorName: string, targetType: AuditTargetType | null, targetId: string | null, targetLabel: string | null, ip: string | null, userAgent: string | null, requestId: string | null, hash: string, actor: { __typename?: 'PortalUser', id: string } | null, changes: Array<{ __typename?: 'AuditChange', field: string, before: unknown | null, after: unknown | null }> } | null };

export type PortalVerifyAuditLogQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalVerifyAuditLogQuery = { __typename?: 'Query', verifyAuditLog: { __typename?: 'AuditVerification', intact: boolean, entriesChecked: number, firstBrokenSequence: number | null, overdue: number } };

export type PortalPrepareAuditExportMutationVariables = Exact<{
  filter?: InputMaybe<AuditFilter>;
  format: ExportFormat;
}>;


export type PortalPrepareAuditExportMutation = { __typename?: 'Mutation', prepareAuditExport: { __typename?: 'Download', url: string, fileName: string, rowCount: number | null } };

export type PortalErpNamesQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
}>;


export type PortalErpNamesQuery = { __typename?: 'Query', erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> };

export type PortalMailsQueryVariables = Exact<{
  filter?: InputMaybe<MailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalMailsQuery = { __typename?: 'Query', mails: { __typename?: 'MailConnection', nodes: Array<{ __typename?: 'Mail', id: string, to: string, template: string, subject: string, status: MailStatus, attempts: number, lastError: string | null, nextAttemptAt: string | null, createdAt: string, sentAt: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, mailCounts: Array<{ __typename?: 'StatusCount', status: string, count: number }> };

export type PortalMailTextQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalMailTextQuery = { __typename?: 'Query', mail: { __typename?: 'Mail', text: string | null } | null };

export type PortalRetryMailMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalRetryMailMutation = { __typename?: 'Mutation', retryMail: { __typename?: 'Mail', id: string, status: MailStatus } };

export type AccessRulesFragment = { __typename?: 'AccessPreview', homePath: string, allErpCustomers: boolean, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, role: Role }, reasons: Array<{ __typename?: 'AccessReason', reason: AccessReasonCode, at: string | null, role: Role | null, names: Array<string> | null, moreNames: number | null, sentence: string }> };

export type PortalAccessQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalAccessQuery = { __typename?: 'Query', accessPreview: { __typename?: 'AccessPreview', homePath: string, allErpCustomers: boolean, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }>, inventoryTotals: { __typename?: 'InventoryTotals', itemCount: number, partCount: number, binCount: number, asOf: string, stale: boolean, byUnit: Array<{ __typename?: 'InventoryGroup', unit: string, quantityOnHand: string }> }, inventory: { __typename?: 'InventoryConnection', nodes: Array<{ __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, lot: string | null, status: string | null, warehouse: string | null, bin: string | null, unit: string, quantityOnHand: string, erpCustomer: { __typename?: 'ErpCustomer', name: string } }> }, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, role: Role }, reasons: Array<{ __typename?: 'AccessReason', reason: AccessReasonCode, at: string | null, role: Role | null, names: Array<string> | null, moreNames: number | null, sentence: string }> } };

export type PortalAccessRulesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalAccessRulesQuery = { __typename?: 'Query', accessPreview: { __typename?: 'AccessPreview', homePath: string, allErpCustomers: boolean, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, role: Role }, reasons: Array<{ __typename?: 'AccessReason', reason: AccessReasonCode, at: string | null, role: Role | null, names: Array<string> | null, moreNames: number | null, sentence: string }> } };

export type PortalUsersQueryVariables = Exact<{
  filter?: InputMaybe<PortalUserFilter>;
  orderBy?: InputMaybe<PortalUserOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalUsersQuery = { __typename?: 'Query', portalUsers: { __typename?: 'PortalUserConnection', nodes: Array<{ __typename?: 'PortalUser', id: string, username: string, email: string, displayName: string | null, role: Role, active: boolean, lockedUntil: string | null, mustChangePassword: boolean, emailConfirmed: boolean, allErpCustomers: boolean, lastLoginAt: string | null, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PortalDormantUsersQueryVariables = Exact<{
  filter: PortalUserFilter;
  admins: PortalUserFilter;
}>;


export type PortalDormantUsersQuery = { __typename?: 'Query', all: { __typename?: 'PortalUserConnection', totalCount: number }, ofAdmins: { __typename?: 'PortalUserConnection', totalCount: number } };

export type PortalUserPartsFragment = { __typename?: 'PortalUser', id: string, version: number, username: string, email: string, displayName: string | null, role: Role, active: boolean, emailConfirmed: boolean, mustChangePassword: boolean, temporaryPasswordExpiresAt: string | null, failedLoginCount: number, lockedUntil: string | null, lastLoginAt: string | null, createdAt: string, allErpCustomers: boolean, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> };

export type PortalUserQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalUserQuery = { __typename?: 'Query', portalUser: { __typename?: 'PortalUser', id: string, version: number, username: string, email: string, displayName: string | null, role: Role, active: boolean, emailConfirmed: boolean, mustChangePassword: boolean, temporaryPasswordExpiresAt: string | null, failedLoginCount: number, lockedUntil: string | null, lastLoginAt: string | null, createdAt: string, allErpCustomers: boolean, customer: { __typename?: 'Customer', id: string, company: string | null, firstName: string, lastName: string } | null, sessions: Array<{ __typename?: 'Session', id: string, createdAt: string, lastUsedAt: string, ip: string | null, userAgent: string | null }>, auditEntries: { __typename?: 'AuditEntryConnection', nodes: Array<{ __typename?: 'AuditEntry', id: string, sequence: number, at: string, action: AuditAction, actorName: string, ip: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean } }, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } | null };

export type PortalCreateUserMutationVariables = Exact<{
  input: CreatePortalUserInput;
}>;


export type PortalCreateUserMutation = { __typename?: 'Mutation', createPortalUser: { __typename?: 'CreatePortalUserPayload', temporaryPassword: string | null, portalUser: { __typename?: 'PortalUser', id: string, username: string, email: string } } };

export type PortalUpdateUserMutationVariables = Exact<{
  input: UpdatePortalUserInput;
}>;


export type PortalUpdateUserMutation = { __typename?: 'Mutation', updatePortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string, version: number, username: string, email: string, displayName: string | null, role: Role, active: boolean, emailConfirmed: boolean, mustChangePassword: boolean, temporaryPasswordExpiresAt: string | null, failedLoginCount: number, lockedUntil: string | null, lastLoginAt: string | null, createdAt: string, allErpCustomers: boolean, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } } };

export type PortalDeactivateUserMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalDeactivateUserMutation = { __typename?: 'Mutation', deactivatePortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string } } };

export type PortalReactivateUserMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalReactivateUserMutation = { __typename?: 'Mutation', reactivatePortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string } } };

export type PortalUnlockUserMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalUnlockUserMutation = { __typename?: 'Mutation', unlockPortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string } } };

export type PortalResetUserPasswordMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalResetUserPasswordMutation = { __typename?: 'Mutation', resetPortalUserPassword: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string } } };

export type PortalEndUserSessionsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalEndUserSessionsMutation = { __typename?: 'Mutation', endPortalUserSessions: number };

export type PortalDeactivateDormantMutationVariables = Exact<{
  lastLoginBefore: Scalars['DateTime']['input'];
}>;


export type PortalDeactivateDormantMutation = { __typename?: 'Mutation', deactivateDormantPortalUsers: number };

export type PortalCustomersQueryVariables = Exact<{
  filter?: InputMaybe<CustomerFilter>;
  orderBy?: InputMaybe<CustomerOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalCustomersQuery = { __typename?: 'Query', customers: { __typename?: 'CustomerConnection', nodes: Array<{ __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, deletedAt: string | null, portalAccount: { __typename?: 'PortalAccount', status: PortalAccountStatus, lastLoginAt: string | null, user: { __typename?: 'PortalUser', id: string, allErpCustomers: boolean, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } | null } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CustomerPartsFragment = { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null, source: CustomerSource, createdAt: string, updatedAt: string, deletedAt: string | null, version: number };

export type PortalAccountPartsFragment = { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, email: string | null, createdAt: string | null, lastLoginAt: string | null, lastError: string | null, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, role: Role, emailConfirmed: boolean, lockedUntil: string | null, temporaryPasswordExpiresAt: string | null, allErpCustomers: boolean, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } | null };

export type PortalCustomerQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalCustomerQuery = { __typename?: 'Query', customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null, source: CustomerSource, createdAt: string, updatedAt: string, deletedAt: string | null, version: number, portalAccount: { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, email: string | null, createdAt: string | null, lastLoginAt: string | null, lastError: string | null, user: { __typename?: 'PortalUser', id: string, username: string, displayName: string | null, role: Role, emailConfirmed: boolean, lockedUntil: string | null, temporaryPasswordExpiresAt: string | null, allErpCustomers: boolean, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } | null } } | null };

export type PortalCreateCustomerMutationVariables = Exact<{
  input: CreateCustomerInput;
}>;


export type PortalCreateCustomerMutation = { __typename?: 'Mutation', createCustomer: { __typename?: 'CreateCustomerPayload', customer: { __typename?: 'Customer', id: string } } };

export type PortalUpdateCustomerMutationVariables = Exact<{
  input: UpdateCustomerInput;
}>;


export type PortalUpdateCustomerMutation = { __typename?: 'Mutation', updateCustomer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null, source: CustomerSource, createdAt: string, updatedAt: string, deletedAt: string | null, version: number } };

export type PortalDeleteCustomerMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalDeleteCustomerMutation = { __typename?: 'Mutation', deleteCustomer: { __typename?: 'Customer', id: string } };

export type PortalRestoreCustomerMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalRestoreCustomerMutation = { __typename?: 'Mutation', restoreCustomer: { __typename?: 'Customer', id: string } };

export type PortalCustomerQuotesQueryVariables = Exact<{
  filter?: InputMaybe<QuoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalCustomerQuotesQuery = { __typename?: 'Query', quotes: { __typename?: 'QuoteConnection', nodes: Array<{ __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, customerReference: string | null, createdAt: string, origin: { __typename?: 'Address', suburb: string, state: string }, destination: { __typename?: 'Address', suburb: string, state: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type PortalCustomerBookingsQueryVariables = Exact<{
  filter?: InputMaybe<ConnoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalCustomerBookingsQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, estimatedDeliveryOn: string | null, customerReference: string | null, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type PortalProvisionAccountMutationVariables = Exact<{
  input: ProvisionPortalAccountInput;
}>;


export type PortalProvisionAccountMutation = { __typename?: 'Mutation', provisionPortalAccount: { __typename?: 'ProvisionPortalAccountPayload', accountExists: boolean, temporaryPassword: string | null, portalAccount: { __typename?: 'PortalAccount', email: string | null, user: { __typename?: 'PortalUser', id: string, username: string } | null } } };

export type PortalProvisionAccountsMutationVariables = Exact<{
  input: ProvisionPortalAccountsInput;
}>;


export type PortalProvisionAccountsMutation = { __typename?: 'Mutation', provisionPortalAccounts: { __typename?: 'ProvisionPortalAccountsPayload', provisioned: Array<{ __typename?: 'ProvisionPortalAccountPayload', accountExists: boolean, temporaryPassword: string | null, customer: { __typename?: 'Customer', id: string }, portalAccount: { __typename?: 'PortalAccount', email: string | null } }>, failures: Array<{ __typename?: 'ProvisioningFailure', customerId: string, code: ErrorCode, message: string, reason: RefusalReason | null, params: unknown | null }> } };

export type PortalSendPasswordResetMutationVariables = Exact<{
  customerId: Scalars['ID']['input'];
}>;


export type PortalSendPasswordResetMutation = { __typename?: 'Mutation', sendPortalPasswordReset: boolean };

export type PortalRevokeAccessMutationVariables = Exact<{
  customerId: Scalars['ID']['input'];
}>;


export type PortalRevokeAccessMutation = { __typename?: 'Mutation', revokePortalAccess: { __typename?: 'PortalAccount', status: PortalAccountStatus } };

export type PortalRestoreAccessMutationVariables = Exact<{
  customerId: Scalars['ID']['input'];
}>;


export type PortalRestoreAccessMutation = { __typename?: 'Mutation', restorePortalAccess: { __typename?: 'PortalAccount', status: PortalAccountStatus } };

export type PortalAdjustRewardsMutationVariables = Exact<{
  input: AdjustRewardsInput;
}>;


export type PortalAdjustRewardsMutation = { __typename?: 'Mutation', adjustRewards: { __typename?: 'Rewards', balance: number } };

export type DashboardStockFragment = { __typename?: 'InventoryTotals', itemCount: number, asOf: string, stale: boolean, byUnit: Array<{ __typename?: 'InventoryGroup', unit: string, quantityOnHand: string }> };

export type PortalCustomerDashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalCustomerDashboardQuery = { __typename?: 'Query', quotes: { __typename?: 'QuoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Quote', id: string, reference: string, totalAmount: string | null, currency: string, validUntil: string | null, origin: { __typename?: 'Address', suburb: string, state: string }, destination: { __typename?: 'Address', suburb: string, state: string } }> }, connotes: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, number: string, estimatedDeliveryOn: string | null, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string } }> }, dashboard: { __typename?: 'Dashboard', quotesByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }>, inventory: { __typename?: 'InventoryTotals', itemCount: number, asOf: string, stale: boolean, byUnit: Array<{ __typename?: 'InventoryGroup', unit: string, quantityOnHand: string }> } | null } };

export type PortalExpiringStockQueryVariables = Exact<{
  expiresOn: DateFilter;
}>;


export type PortalExpiringStockQuery = { __typename?: 'Query', inventory: { __typename?: 'InventoryConnection', nodes: Array<{ __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, lot: string | null, unit: string, quantityOnHand: string, expiresOn: string | null }> }, inventoryTotals: { __typename?: 'InventoryTotals', itemCount: number } };

export type PortalOperationsDashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalOperationsDashboardQuery = { __typename?: 'Query', dashboard: { __typename?: 'Dashboard', failedProvisionings: number | null, quotesByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }>, connotesByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }>, inventory: { __typename?: 'InventoryTotals', itemCount: number, asOf: string, stale: boolean, byUnit: Array<{ __typename?: 'InventoryGroup', unit: string, quantityOnHand: string }> } | null } };

export type PortalWarehouseDashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalWarehouseDashboardQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, number: string, pickupOn: string | null, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string } }> }, dashboard: { __typename?: 'Dashboard', inventory: { __typename?: 'InventoryTotals', itemCount: number, asOf: string, stale: boolean, byUnit: Array<{ __typename?: 'InventoryGroup', unit: string, quantityOnHand: string }> } | null } };

export type PortalAdminDashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalAdminDashboardQuery = { __typename?: 'Query', portalUsers: { __typename?: 'PortalUserConnection', totalCount: number }, dashboard: { __typename?: 'Dashboard', lockedUsers: number | null, failedMails: number | null, failedProvisionings: number | null }, erpStatus: { __typename?: 'ErpStatus', reachable: boolean, latencyMs: number | null, readOnly: boolean } };

export type PortalErpStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalErpStatusQuery = { __typename?: 'Query', erpStatus: { __typename?: 'ErpStatus', reachable: boolean, kind: string, readOnly: boolean, circuit: string, latencyMs: number | null, lastError: string | null, lastErrorAt: string | null, recentFailureRate: number | null, encryption: string | null, checkedAt: string, recent: Array<{ __typename?: 'ErpLatency', at: string, latencyMs: number | null }> } };

export type ErpCheckPartsFragment = { __typename?: 'ErpCheck', ok: boolean, unreachable: string | null, checkedAt: string, sections: Array<{ __typename?: 'ErpCheckSection', title: string, facts: Array<{ __typename?: 'ErpCheckFact', name: string, value: string }>, findings: Array<{ __typename?: 'ErpCheckFinding', level: ErpCheckLevel, text: string }> }> };

export type PortalErpCheckQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalErpCheckQuery = { __typename?: 'Query', erpCheck: { __typename?: 'ErpCheck', ok: boolean, unreachable: string | null, checkedAt: string, sections: Array<{ __typename?: 'ErpCheckSection', title: string, facts: Array<{ __typename?: 'ErpCheckFact', name: string, value: string }>, findings: Array<{ __typename?: 'ErpCheckFinding', level: ErpCheckLevel, text: string }> }> } | null };

export type PortalCheckErpMutationVariables = Exact<{ [key: string]: never; }>;


export type PortalCheckErpMutation = { __typename?: 'Mutation', checkErp: { __typename?: 'ErpCheck', ok: boolean, unreachable: string | null, checkedAt: string, sections: Array<{ __typename?: 'ErpCheckSection', title: string, facts: Array<{ __typename?: 'ErpCheckFact', name: string, value: string }>, findings: Array<{ __typename?: 'ErpCheckFinding', level: ErpCheckLevel, text: string }> }> } };

export type PortalBookingsQueryVariables = Exact<{
  filter?: InputMaybe<ConnoteFilter>;
  orderBy?: InputMaybe<ConnoteOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalBookingsQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, estimatedDeliveryOn: string | null, customerReference: string | null, createdAt: string, updatedAt: string, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type PortalBookingQueryVariables = Exact<{
  number: Scalars['String']['input'];
}>;


export type PortalBookingQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, trackingUrl: string, allowedTransitions: Array<ConnoteStatus>, createdAt: string, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, quote: { __typename?: 'Quote', id: string, reference: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> }> } };

export type BookingPartsFragment = { __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, trackingUrl: string, allowedTransitions: Array<ConnoteStatus>, createdAt: string, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, quote: { __typename?: 'Quote', id: string, reference: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> };

export type PortalBookingProofQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalBookingProofQuery = { __typename?: 'Query', connote: { __typename?: 'Connote', proofOfDelivery: { __typename?: 'ProofOfDelivery', receivedBy: string, at: string, note: string | null, signatureUrl: string | null, photos: Array<{ __typename?: 'Photo', id: string, kind: PhotoKind, note: string | null, width: number, height: number, url: string, thumbnailUrl: string }> } | null } | null };

export type PortalBookingPapersQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalBookingPapersQuery = { __typename?: 'Query', connote: { __typename?: 'Connote', documentUrl: string, labelUrl: string } | null };

export type PortalBookShipmentMutationVariables = Exact<{
  input: BookShipmentInput;
}>;


export type PortalBookShipmentMutation = { __typename?: 'Mutation', bookShipment: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus } } };

export type PortalMoveBookingMutationVariables = Exact<{
  input: UpdateConnoteStatusInput;
}>;


export type PortalMoveBookingMutation = { __typename?: 'Mutation', updateConnoteStatus: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, status: ConnoteStatus } } };

export type PortalCancelBookingMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalCancelBookingMutation = { __typename?: 'Mutation', cancelConnote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, status: ConnoteStatus } } };

export type PortalBookAgainMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalBookAgainMutation = { __typename?: 'Mutation', copyConnote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string } } };

export type PortalRunQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalRunQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, allowedTransitions: Array<ConnoteStatus>, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type PortalStopQueryVariables = Exact<{
  number: Scalars['String']['input'];
}>;


export type PortalStopQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, allowedTransitions: Array<ConnoteStatus>, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> }> } };

export type PortalStopStateQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalStopStateQuery = { __typename?: 'Query', connote: { __typename?: 'Connote', id: string, status: ConnoteStatus, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, to: ConnoteStatus, note: string | null, by: { __typename?: 'Actor', id: string } | null }> } | null };

export type StopPartsFragment = { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, allowedTransitions: Array<ConnoteStatus>, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> };

export type PortalMoveStopMutationVariables = Exact<{
  input: UpdateConnoteStatusInput;
}>;


export type PortalMoveStopMutation = { __typename?: 'Mutation', updateConnoteStatus: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, allowedTransitions: Array<ConnoteStatus>, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> } } };

export type PortalRecordAttemptMutationVariables = Exact<{
  input: RecordAttemptInput;
}>;


export type PortalRecordAttemptMutation = { __typename?: 'Mutation', recordAttempt: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, allowedTransitions: Array<ConnoteStatus>, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> } } };

export type PortalNoteStopMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  at?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type PortalNoteStopMutation = { __typename?: 'Mutation', addConnoteNote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, allowedTransitions: Array<ConnoteStatus>, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> } } };

export type FreightAddressFragment = { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null };

export type FreightGoodsFragment = { __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null };

export type FreightHappeningsFragment = { __typename?: 'Connote', events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> };

export type PortalRecentAddressesQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalRecentAddressesQuery = { __typename?: 'Query', recentAddresses: Array<{ __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }> };

export type StaffConnoteRowFragment = { __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null };

export type PortalStaffConnotesQueryVariables = Exact<{
  filter?: InputMaybe<ConnoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalStaffConnotesQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type BoardColumnFragment = { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null }> };

export type PortalConnoteBoardQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  driverId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type PortalConnoteBoardQuery = { __typename?: 'Query', PENDING: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null }> }, CONFIRMED: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null }> }, ALLOCATED: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null }> }, IN_TRANSIT: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, pickupOn: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null }> } };

export type StaffConnoteFragment = { __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, trackingUrl: string, allowedTransitions: Array<ConnoteStatus>, createdAt: string, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null }, driver: { __typename?: 'Actor', id: string, name: string } | null, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, quote: { __typename?: 'Quote', id: string, reference: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> };

export type PortalStaffConnoteQueryVariables = Exact<{
  number: Scalars['String']['input'];
}>;


export type PortalStaffConnoteQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, version: number, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string, priced: boolean, currency: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, trackingUrl: string, allowedTransitions: Array<ConnoteStatus>, createdAt: string, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null }, driver: { __typename?: 'Actor', id: string, name: string } | null, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, quote: { __typename?: 'Quote', id: string, reference: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> }> } };

export type PortalConnoteStateQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalConnoteStateQuery = { __typename?: 'Query', connote: { __typename?: 'Connote', id: string, version: number, status: ConnoteStatus, totalAmount: string, priced: boolean, currency: string, driver: { __typename?: 'Actor', id: string, name: string } | null } | null };

export type PortalDriversQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalDriversQuery = { __typename?: 'Query', drivers: Array<{ __typename?: 'Actor', id: string, name: string }> };

export type PortalPriceConnoteMutationVariables = Exact<{
  input: PriceConnoteInput;
}>;


export type PortalPriceConnoteMutation = { __typename?: 'Mutation', priceConnote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, totalAmount: string } } };

export type PortalNoteConnoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
}>;


export type PortalNoteConnoteMutation = { __typename?: 'Mutation', addConnoteNote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string } } };

export type FreightCustomerFragment = { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null };

export type PortalStaffQuotesQueryVariables = Exact<{
  filter?: InputMaybe<QuoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalStaffQuotesQuery = { __typename?: 'Query', quotes: { __typename?: 'QuoteConnection', nodes: Array<{ __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, pickupOn: string | null, createdAt: string, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, origin: { __typename?: 'Address', suburb: string, state: string }, destination: { __typename?: 'Address', suburb: string, state: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type StaffQuoteFragment = { __typename?: 'Quote', suggestedAmount: string | null, id: string, reference: string, status: QuoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, customerReference: string | null, pickupOn: string | null, allowedActions: Array<QuoteAction>, rewardPoints: number, rewardDiscount: string, payableAmount: string | null, version: number, createdAt: string, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null }, origin: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, destination: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, connote: { __typename?: 'Connote', id: string, number: string } | null, events: Array<{ __typename?: 'QuoteEvent', id: string, from: QuoteStatus | null, to: QuoteStatus, note: string | null, at: string, by: { __typename?: 'Actor', name: string } | null }> };

export type PortalStaffQuoteQueryVariables = Exact<{
  reference: Scalars['String']['input'];
}>;


export type PortalStaffQuoteQuery = { __typename?: 'Query', quotes: { __typename?: 'QuoteConnection', nodes: Array<{ __typename?: 'Quote', suggestedAmount: string | null, id: string, reference: string, status: QuoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, customerReference: string | null, pickupOn: string | null, allowedActions: Array<QuoteAction>, rewardPoints: number, rewardDiscount: string, payableAmount: string | null, version: number, createdAt: string, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null }, origin: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, destination: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, connote: { __typename?: 'Connote', id: string, number: string } | null, events: Array<{ __typename?: 'QuoteEvent', id: string, from: QuoteStatus | null, to: QuoteStatus, note: string | null, at: string, by: { __typename?: 'Actor', name: string } | null }> }> } };

export type PortalPriceQuoteMutationVariables = Exact<{
  input: PriceQuoteInput;
}>;


export type PortalPriceQuoteMutation = { __typename?: 'Mutation', priceQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, status: QuoteStatus } } };

export type RatePartsFragment = { __typename?: 'Rate', id: string, service: ServiceLevel, originState: string | null, destinationState: string | null, base: string, perKg: string, minimum: string, currency: string, validFrom: string, validUntil: string | null, version: number };

export type PortalRatesQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalRatesQuery = { __typename?: 'Query', rates: Array<{ __typename?: 'Rate', id: string, service: ServiceLevel, originState: string | null, destinationState: string | null, base: string, perKg: string, minimum: string, currency: string, validFrom: string, validUntil: string | null, version: number }> };

export type PortalSaveRateMutationVariables = Exact<{
  input: RateInput;
}>;


export type PortalSaveRateMutation = { __typename?: 'Mutation', saveRate: { __typename?: 'Rate', id: string, service: ServiceLevel, originState: string | null, destinationState: string | null, base: string, perKg: string, minimum: string, currency: string, validFrom: string, validUntil: string | null, version: number } };

export type PortalDeleteRateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalDeleteRateMutation = { __typename?: 'Mutation', deleteRate: boolean };

export type PortalServicePhotosQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalServicePhotosQuery = { __typename?: 'Query', connote: { __typename?: 'Connote', servicePhotos: Array<{ __typename?: 'Photo', id: string, kind: PhotoKind, note: string | null, width: number, height: number, url: string, thumbnailUrl: string, by: { __typename?: 'Actor', id: string } }> } | null };

export type PortalDeletePhotoMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalDeletePhotoMutation = { __typename?: 'Mutation', deleteConnotePhoto: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string } } };

export type PortalQuotesQueryVariables = Exact<{
  filter?: InputMaybe<QuoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalQuotesQuery = { __typename?: 'Query', quotes: { __typename?: 'QuoteConnection', nodes: Array<{ __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, customerReference: string | null, createdAt: string, origin: { __typename?: 'Address', suburb: string, state: string }, destination: { __typename?: 'Address', suburb: string, state: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type QuotePartsFragment = { __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, customerReference: string | null, pickupOn: string | null, allowedActions: Array<QuoteAction>, rewardPoints: number, rewardDiscount: string, payableAmount: string | null, version: number, createdAt: string, origin: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, destination: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, connote: { __typename?: 'Connote', id: string, number: string } | null, events: Array<{ __typename?: 'QuoteEvent', id: string, from: QuoteStatus | null, to: QuoteStatus, note: string | null, at: string, by: { __typename?: 'Actor', name: string } | null }> };

export type PortalQuoteQueryVariables = Exact<{
  reference: Scalars['String']['input'];
}>;


export type PortalQuoteQuery = { __typename?: 'Query', quotes: { __typename?: 'QuoteConnection', nodes: Array<{ __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, customerReference: string | null, pickupOn: string | null, allowedActions: Array<QuoteAction>, rewardPoints: number, rewardDiscount: string, payableAmount: string | null, version: number, createdAt: string, origin: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, destination: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, connote: { __typename?: 'Connote', id: string, number: string } | null, events: Array<{ __typename?: 'QuoteEvent', id: string, from: QuoteStatus | null, to: QuoteStatus, note: string | null, at: string, by: { __typename?: 'Actor', name: string } | null }> }> } };

export type PortalRequestQuoteMutationVariables = Exact<{
  input: RequestQuoteInput;
}>;


export type PortalRequestQuoteMutation = { __typename?: 'Mutation', requestQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, reference: string } } };

export type PortalApproveQuoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
}>;


export type PortalApproveQuoteMutation = { __typename?: 'Mutation', approveQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, status: QuoteStatus } } };

export type PortalRejectQuoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalRejectQuoteMutation = { __typename?: 'Mutation', rejectQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, status: QuoteStatus } } };

export type PortalRedeemRewardsMutationVariables = Exact<{
  input: RedeemRewardsInput;
}>;


export type PortalRedeemRewardsMutation = { __typename?: 'Mutation', redeemRewards: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string } } };

export type PortalReturnRewardsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
}>;


export type PortalReturnRewardsMutation = { __typename?: 'Mutation', returnRewards: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string } } };

export type PortalOutgoingQueryVariables = Exact<{
  number: Scalars['String']['input'];
}>;


export type PortalOutgoingQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', nodes: Array<{ __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, driver: { __typename?: 'Actor', name: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> }> } };

export type OutgoingPartsFragment = { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, driver: { __typename?: 'Actor', name: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> };

export type PortalNoteOutgoingMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
}>;


export type PortalNoteOutgoingMutation = { __typename?: 'Mutation', addConnoteNote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, customerReference: string | null, instructions: string | null, pickupOn: string | null, readyAt: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, driver: { __typename?: 'Actor', name: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string }> } } };

export type PortalItemFragment = { __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, unit: string, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, expiresOn: string | null, receivedOn: string | null, lastMovedAt: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } };

export type PortalInventoryQueryVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
  orderBy?: InputMaybe<Array<InventoryOrder> | InventoryOrder>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalInventoryQuery = { __typename?: 'Query', inventory: { __typename?: 'InventoryConnection', asOf: string, stale: boolean, nodes: Array<{ __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, unit: string, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, expiresOn: string | null, receivedOn: string | null, lastMovedAt: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } }>, pageInfo: { __typename?: 'PageInfo', endCursor: string | null, hasNextPage: boolean } } };

export type PortalInventoryCursorsQueryVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
  orderBy?: InputMaybe<Array<InventoryOrder> | InventoryOrder>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalInventoryCursorsQuery = { __typename?: 'Query', inventory: { __typename?: 'InventoryConnection', edges: Array<{ __typename?: 'InventoryEdge', cursor: string }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean } } };

export type PortalInventoryTotalsQueryVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
}>;


export type PortalInventoryTotalsQuery = { __typename?: 'Query', inventoryTotals: { __typename?: 'InventoryTotals', asOf: string, stale: boolean, itemCount: number, byUnit: Array<{ __typename?: 'InventoryGroup', unit: string, quantityOnHand: string }> } };

export type PortalInventoryFacetQueryVariables = Exact<{
  of: InventoryGroupKey;
  filter?: InputMaybe<InventoryFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
}>;


export type PortalInventoryFacetQuery = { __typename?: 'Query', inventoryFacet: Array<{ __typename?: 'InventoryFacet', value: string | null, itemCount: number }> };

export type PortalInventoryItemQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalInventoryItemQuery = { __typename?: 'Query', inventoryItem: { __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, unit: string, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, expiresOn: string | null, receivedOn: string | null, lastMovedAt: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } } | null };

export type PortalPrepareExportMutationVariables = Exact<{
  input: PrepareInventoryExportInput;
}>;


export type PortalPrepareExportMutation = { __typename?: 'Mutation', prepareInventoryExport: { __typename?: 'Download', fileName: string, rowCount: number | null, url: string } };

export type PortalInventoryChangedSubscriptionVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
}>;


export type PortalInventoryChangedSubscription = { __typename?: 'Subscription', inventoryChanged: { __typename?: 'InventoryUpdate', asOf: string, stale: boolean, changes: Array<{ __typename: 'InventoryItemChanged', isNew: boolean, item: { __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, unit: string, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, expiresOn: string | null, receivedOn: string | null, lastMovedAt: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } } } | { __typename: 'InventoryItemRemoved', id: string }> } };

export type PortalViewFragment = { __typename?: 'SavedView', id: string, isDefault: boolean, mine: boolean, name: string, query: string, sharedWith: Role | null, version: number };

export type PortalInventoryViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalInventoryViewsQuery = { __typename?: 'Query', savedViews: Array<{ __typename?: 'SavedView', id: string, isDefault: boolean, mine: boolean, name: string, query: string, sharedWith: Role | null, version: number }> };

export type PortalSaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type PortalSaveViewMutation = { __typename?: 'Mutation', saveView: { __typename?: 'SavedView', id: string } };

export type PortalDeleteViewMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalDeleteViewMutation = { __typename?: 'Mutation', deleteView: boolean };

export type InvoicePartsFragment = { __typename?: 'Invoice', id: string, number: string, status: InvoiceStatus, reference: string | null, description: string | null, issuedOn: string | null, dueOn: string | null, currency: string, totalAmount: string, openAmount: string, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } };

export type PortalInvoicesQueryVariables = Exact<{
  filter?: InputMaybe<InvoiceFilter>;
  orderBy?: InputMaybe<Array<InvoiceOrder> | InvoiceOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalInvoicesQuery = { __typename?: 'Query', invoices: { __typename?: 'InvoiceConnection', asOf: string, stale: boolean, nodes: Array<{ __typename?: 'Invoice', id: string, number: string, status: InvoiceStatus, reference: string | null, description: string | null, issuedOn: string | null, dueOn: string | null, currency: string, totalAmount: string, openAmount: string, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PortalInvoiceQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalInvoiceQuery = { __typename?: 'Query', invoice: { __typename?: 'Invoice', taxAmount: string | null, paymentUrl: string | null, id: string, number: string, status: InvoiceStatus, reference: string | null, description: string | null, issuedOn: string | null, dueOn: string | null, currency: string, totalAmount: string, openAmount: string, unshown: Array<string>, payments: Array<{ __typename?: 'Payment', id: string, number: string, paidOn: string | null, method: string | null, reference: string | null, currency: string, amount: string, unshown: Array<string> }>, erpCustomer: { __typename?: 'ErpCustomer', name: string } } | null };

export type PortalInvoiceCountQueryVariables = Exact<{
  filter?: InputMaybe<InvoiceFilter>;
}>;


export type PortalInvoiceCountQuery = { __typename?: 'Query', invoices: { __typename?: 'InvoiceConnection', totalCount: number } };

export type PortalPrepareInvoiceExportMutationVariables = Exact<{
  input: PrepareInvoiceExportInput;
}>;


export type PortalPrepareInvoiceExportMutation = { __typename?: 'Mutation', prepareInvoiceExport: { __typename?: 'Download', url: string, fileName: string, rowCount: number | null } };

export type PortalPaymentsQueryVariables = Exact<{
  filter?: InputMaybe<PaymentFilter>;
  orderBy?: InputMaybe<Array<PaymentOrder> | PaymentOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalPaymentsQuery = { __typename?: 'Query', payments: { __typename?: 'PaymentConnection', asOf: string, stale: boolean, nodes: Array<{ __typename?: 'Payment', id: string, number: string, invoiceNumber: string | null, method: string | null, reference: string | null, paidOn: string | null, currency: string, amount: string, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string }, invoice: { __typename?: 'Invoice', id: string } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PortalPaymentCountQueryVariables = Exact<{
  filter?: InputMaybe<PaymentFilter>;
}>;


export type PortalPaymentCountQuery = { __typename?: 'Query', payments: { __typename?: 'PaymentConnection', totalCount: number } };

export type PortalPreparePaymentExportMutationVariables = Exact<{
  input: PreparePaymentExportInput;
}>;


export type PortalPreparePaymentExportMutation = { __typename?: 'Mutation', preparePaymentExport: { __typename?: 'Download', url: string, fileName: string, rowCount: number | null } };

export type PortalAccountSightQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalAccountSightQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', allErpCustomers: boolean, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } | null };

export type PortalAccountCustomersQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalAccountCustomersQuery = { __typename?: 'Query', erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> };

export type PortalForgotPasswordMutationVariables = Exact<{
  email: Scalars['String']['input'];
}>;


export type PortalForgotPasswordMutation = { __typename?: 'Mutation', requestPasswordReset: boolean };

export type PortalConfirmEmailMutationVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type PortalConfirmEmailMutation = { __typename?: 'Mutation', confirmEmail: boolean };

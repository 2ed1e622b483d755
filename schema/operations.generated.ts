import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** What the viewer may do or see has changed. */
export type AccessChanged = {
  __typename?: 'AccessChanged';
  viewer: Viewer;
};

/** What one portal user would see, and why. It helps to answer support calls. Every preview is audited. */
export type AccessPreview = {
  __typename?: 'AccessPreview';
  /** True if the user sees the inventory of every ERP customer. */
  allErpCustomers: Scalars['Boolean']['output'];
  /** The ERP customers whose inventory the user sees. If the user sees all: the ERP's first 200. */
  erpCustomers: Array<ErpCustomer>;
  /** One sentence per rule, for example why an ERP customer shows no stock, or why a sign-in would be refused now. */
  explanation: Array<Scalars['String']['output']>;
  /** The portal path that opens after the user signs in. */
  homePath: Scalars['String']['output'];
  inventory: InventoryConnection;
  inventoryTotals: InventoryTotals;
  /** The same rules, for programs. */
  reasons: Array<AccessReason>;
  user: PortalUser;
};


/** What one portal user would see, and why. It helps to answer support calls. Every preview is audited. */
export type AccessPreviewInventoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InventoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<InventoryOrder>>;
};

/** One rule that decides what a portal user sees. */
export type AccessReason = {
  __typename?: 'AccessReason';
  /** Until when it holds, or since when. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** How many more there are. */
  moreNames: Maybe<Scalars['Int']['output']>;
  /** The first ERP customers that it is about. */
  names: Maybe<Array<Scalars['String']['output']>>;
  reason: AccessReasonCode;
  /** The role that it follows from. */
  role: Maybe<Role>;
  /** The rule in an English sentence. */
  sentence: Scalars['String']['output'];
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

/** What others may know of a person: never an address, never a login's state. */
export type Actor = {
  __typename?: 'Actor';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  role: Role;
};

/** Where goods are picked up or delivered. Contacts are for staff, the driver and the customer. */
export type Address = {
  __typename?: 'Address';
  company: Maybe<Scalars['String']['output']>;
  contactName: Maybe<Scalars['String']['output']>;
  contactPhone: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-2, such as AU. */
  country: Scalars['String']['output'];
  postcode: Maybe<Scalars['String']['output']>;
  state: Scalars['String']['output'];
  street: Maybe<Scalars['String']['output']>;
  suburb: Scalars['String']['output'];
};

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

/** A read-only credential for a reporting tool. It ends with its creator. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** Whether it reads the inventory of every ERP customer. */
  allErpCustomers: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  createdBy: PortalUser;
  /** The ERP customers assigned by name; none if allErpCustomers is true. */
  erpCustomers: Array<ErpCustomer>;
  /** From then on it is refused. Null: it does not expire. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Accurate to within five minutes. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** Several keys may have the same name, such as an old one and its successor. */
  name: Scalars['String']['output'];
  /** The first characters of the secret, to recognise it by. */
  prefix: Scalars['String']['output'];
  revokedAt: Maybe<Scalars['DateTime']['output']>;
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

/** A field before and after; before is null for a plain fact. */
export type AuditChange = {
  __typename?: 'AuditChange';
  after: Maybe<Scalars['JSON']['output']>;
  before: Maybe<Scalars['JSON']['output']>;
  field: Scalars['String']['output'];
};

/** Written in the transaction of the change that it records. Append-only and chained by hash. Never contains a secret. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  action: AuditAction;
  /** The login that acted, as it is now. Null if no login acted, for example the system, or if it no longer exists. */
  actor: Maybe<PortalUser>;
  /** The user name at the time; or `system`, `command line`, or `nobody` if the actor was not signed in. */
  actorName: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  changes: Array<AuditChange>;
  /** SHA-256 of this entry and the hash of the previous entry, in hexadecimal. */
  hash: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  ip: Maybe<Scalars['String']['output']>;
  outcome: AuditOutcome;
  requestId: Maybe<Scalars['String']['output']>;
  /** Counts from 1, without gaps. */
  sequence: Scalars['Int']['output'];
  targetId: Maybe<Scalars['ID']['output']>;
  /** The e-mail, number or name of the target at the time; the field, if an attempt was denied. */
  targetLabel: Maybe<Scalars['String']['output']>;
  targetType: Maybe<AuditTargetType>;
  userAgent: Maybe<Scalars['String']['output']>;
};

export type AuditEntryConnection = Connection & {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

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

/** The result of verifying the log: whether it is unchanged. */
export type AuditVerification = {
  __typename?: 'AuditVerification';
  /** How many entries, from the first on, form an intact chain. */
  entriesChecked: Scalars['Int']['output'];
  /** The first entry that is missing or was altered. */
  firstBrokenSequence: Maybe<Scalars['Int']['output']>;
  intact: Scalars['Boolean']['output'];
  /** How many entries have waited to be chained for longer than a minute: chaining fails, and the log says why. */
  overdue: Scalars['Int']['output'];
};

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

/** A page of a list, following the Relay connection specification. */
export type Connection = {
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A consignment note, that is a booking. */
export type Connote = {
  __typename?: 'Connote';
  /** The statuses that this viewer may move it to now. ALLOCATED in the status ALLOCATED: to another driver. */
  allowedTransitions: Array<ConnoteStatus>;
  /** The deliveries that failed, oldest first. */
  attempts: Array<DeliveryAttempt>;
  /** The larger of weight and cubic weight: what is charged. */
  chargeableWeightKg: Scalars['Decimal']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Cubic metres times the portal's cubic factor; null if no item has dimensions. */
  cubicWeightKg: Maybe<Scalars['Decimal']['output']>;
  /** ISO 4217, such as AUD. */
  currency: Scalars['String']['output'];
  customer: Customer;
  /** The customer's own word for it, such as an order number. */
  customerReference: Maybe<Scalars['String']['output']>;
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  delivery: Address;
  /** The paper that goes with the goods, a PDF. Valid for a minute and for this session; who may see it is checked again. */
  documentUrl: Scalars['String']['output'];
  /** Who drives it, from ALLOCATED on. */
  driver: Maybe<Actor>;
  estimatedDeliveryOn: Maybe<Scalars['Date']['output']>;
  /** Oldest first. */
  events: Array<ConnoteEvent>;
  id: Scalars['ID']['output'];
  /** What the driver must know. */
  instructions: Maybe<Scalars['String']['output']>;
  items: Array<FreightItem>;
  /** The labels, one page for each unit. Valid like documentUrl. */
  labelUrl: Scalars['String']['output'];
  /** Such as CN-000001. */
  number: Scalars['String']['output'];
  /** Those of the delivery, in the order of the uploads. Customers and the warehouse see what the proof of delivery uses, and no other. */
  photos: Array<Photo>;
  pickup: Address;
  pickupOn: Maybe<Scalars['Date']['output']>;
  /** Whether its price is set: by staff, or by its quote. */
  priced: Scalars['Boolean']['output'];
  /** Null unless the goods were delivered with a proof. */
  proofOfDelivery: Maybe<ProofOfDelivery>;
  /** Null if it was booked without one, or the quote is not for the viewer. */
  quote: Maybe<Quote>;
  /** From when on the goods can be picked up. */
  readyAt: Maybe<Scalars['DateTime']['output']>;
  service: ServiceLevel;
  /** Those before and after a service, in the order of the uploads: at most 20. Whoever sees the connote sees them. */
  servicePhotos: Array<Photo>;
  status: ConnoteStatus;
  /** 0.00 until staff have set the price, and where points pay all of it: see priced. */
  totalAmount: Scalars['Decimal']['output'];
  /** A page that anybody with the link may open: status, suburbs and times, nothing else. */
  trackingUrl: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** Rises with every change. */
  version: Scalars['Int']['output'];
  weightKg: Scalars['Decimal']['output'];
};


/** A consignment note, that is a booking. */
export type ConnoteServicePhotosArgs = {
  kind?: InputMaybe<Array<PhotoKind>>;
};

export type ConnoteConnection = Connection & {
  __typename?: 'ConnoteConnection';
  /** Under the same filter but for its status; counted only if asked for. */
  countsByStatus: Array<StatusCount>;
  edges: Array<ConnoteEdge>;
  nodes: Array<Connote>;
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type ConnoteEdge = {
  __typename?: 'ConnoteEdge';
  cursor: Scalars['String']['output'];
  node: Connote;
};

/** Something that happened to a connote. Where the status stays, from and to are the same. */
export type ConnoteEvent = {
  __typename?: 'ConnoteEvent';
  /** When it was done. */
  at: Scalars['DateTime']['output'];
  /** Null where the portal acted. */
  by: Maybe<Actor>;
  /** Null for the booking. */
  from: Maybe<ConnoteStatus>;
  id: Scalars['ID']['output'];
  kind: ConnoteEventKind;
  note: Maybe<Scalars['String']['output']>;
  /** Set for failed deliveries only. */
  reason: Maybe<AttemptReason>;
  /** When it was recorded: later than it was done, if a driver had no network. */
  recordedAt: Scalars['DateTime']['output'];
  to: ConnoteStatus;
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

export type ConnotePayload = {
  __typename?: 'ConnotePayload';
  connote: Connote;
};

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

export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  apiKey: ApiKey;
  /** The secret is in this answer and nowhere else, ever. */
  secret: Scalars['String']['output'];
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

export type CreateCustomerPayload = {
  __typename?: 'CreateCustomerPayload';
  customer: Customer;
  portalAccount: PortalAccount;
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

export type CreatePortalUserPayload = {
  __typename?: 'CreatePortalUserPayload';
  portalUser: PortalUser;
  /** Shown only once. Null if the caller chose the password. */
  temporaryPassword: Maybe<Scalars['String']['output']>;
};

/** A customer in the CRM: a person, often working for a company. */
export type Customer = {
  __typename?: 'Customer';
  company: Maybe<Scalars['String']['output']>;
  /** Those that the viewer may see, newest first. */
  connotes: ConnoteConnection;
  createdAt: Scalars['DateTime']['output'];
  /** Set once the record is deleted. */
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  /** Unique among customers that are not deleted. Null for drivers and the warehouse. */
  email: Maybe<Scalars['String']['output']>;
  firstName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  lastName: Scalars['String']['output'];
  /** Null for drivers and the warehouse. */
  phone: Maybe<Scalars['String']['output']>;
  portalAccount: PortalAccount;
  /** Those that the viewer sees, newest first. */
  quotes: QuoteConnection;
  /** Null while rewards are switched off. */
  rewards: Maybe<Rewards>;
  source: CustomerSource;
  updatedAt: Scalars['DateTime']['output'];
  /** Send it with an update. An outdated version is refused with CONFLICT. */
  version: Scalars['Int']['output'];
};


/** A customer in the CRM: a person, often working for a company. */
export type CustomerConnotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConnoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A customer in the CRM: a person, often working for a company. */
export type CustomerQuotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type CustomerConnection = Connection & {
  __typename?: 'CustomerConnection';
  edges: Array<CustomerEdge>;
  nodes: Array<Customer>;
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  cursor: Scalars['String']['output'];
  node: Customer;
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

/** Goods that the UN lists as dangerous to transport. */
export type DangerousGoods = {
  __typename?: 'DangerousGoods';
  /** Class or division, such as 3, 2.1 or 1.4S. */
  class: Scalars['String']['output'];
  /** I, II or III. */
  packingGroup: Maybe<Scalars['String']['output']>;
  /** Such as UN1263. */
  unNumber: Scalars['String']['output'];
};

export type DangerousGoodsInput = {
  /** Class or division, such as 3, 2.1 or 1.4S. */
  class: Scalars['String']['input'];
  /** I, II or III. */
  packingGroup?: InputMaybe<Scalars['String']['input']>;
  /** Four digits, such as UN1263. */
  unNumber: Scalars['String']['input'];
};

/** What a role's landing page shows. Each viewer counts only what they may see. */
export type Dashboard = {
  __typename?: 'Dashboard';
  connotesByStatus: Array<StatusCount>;
  /** Mails that failed, whether or not they are tried again; for admins. */
  failedMails: Maybe<Scalars['Int']['output']>;
  /** Customers whose portal account could not be created; for admins and operations. */
  failedProvisionings: Maybe<Scalars['Int']['output']>;
  /** Null for drivers, and with an error if the ERP does not answer: the other counts are there. */
  inventory: Maybe<InventoryTotals>;
  /** Logins that wait after failed sign-ins; for admins. */
  lockedUsers: Maybe<Scalars['Int']['output']>;
  /** Path of the portal that the role lands on. */
  path: Scalars['String']['output'];
  quotesByStatus: Array<StatusCount>;
  role: Role;
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

/** A delivery that failed. */
export type DeliveryAttempt = {
  __typename?: 'DeliveryAttempt';
  at: Scalars['DateTime']['output'];
  by: Actor;
  id: Scalars['ID']['output'];
  note: Maybe<Scalars['String']['output']>;
  reason: AttemptReason;
};

/** How close together the rows of a list are. */
export type Density =
  | 'COMFORTABLE'
  | 'COMPACT';

/** An address that gives one file, once, within a minute, to whoever opens it: a browser can put no token into a download. Session and scope are checked again when it is opened. */
export type Download = {
  __typename?: 'Download';
  expiresAt: Scalars['DateTime']['output'];
  fileName: Scalars['String']['output'];
  /** How many rows match now. It is counted only if it is selected. */
  rowCount: Maybe<Scalars['Int']['output']>;
  /** For CSV, add ?bom=1 for a byte order mark, and ?sep=; for another separator. */
  url: Scalars['String']['output'];
};

/** Whether the portal can work with the ERP, as the command `erp check` says it, but without SQL and the words of the ERP. */
export type ErpCheck = {
  __typename?: 'ErpCheck';
  /** When the check began. */
  checkedAt: Scalars['DateTime']['output'];
  /** False if there is a problem, the ERP could not be checked, or the check is incomplete. */
  ok: Scalars['Boolean']['output'];
  sections: Array<ErpCheckSection>;
  /** Why it could not be checked; null if it was. */
  unreachable: Maybe<Scalars['String']['output']>;
};

/** Something that the check found out, in words. */
export type ErpCheckFact = {
  __typename?: 'ErpCheckFact';
  name: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

/** Something that the check noticed. */
export type ErpCheckFinding = {
  __typename?: 'ErpCheckFinding';
  level: ErpCheckLevel;
  text: Scalars['String']['output'];
};

/** How grave a finding is. Only a PROBLEM must be fixed. */
export type ErpCheckLevel =
  | 'PROBLEM'
  | 'REMARK'
  | 'WARNING';

/** What the check says about one topic. */
export type ErpCheckSection = {
  __typename?: 'ErpCheckSection';
  facts: Array<ErpCheckFact>;
  /** Empty if all is well. */
  findings: Array<ErpCheckFinding>;
  /** Such as connection, login, mapping, rows, customers, times, indexes. */
  title: Scalars['String']['output'];
};

/** A customer as the ERP names it. */
export type ErpCustomer = {
  __typename?: 'ErpCustomer';
  /** This customer's inventory; empty if the customer is outside the viewer's scope. */
  inventory: InventoryConnection;
  inventoryTotals: InventoryTotals;
  name: Scalars['String']['output'];
  /** The logins that this customer is assigned to by name. */
  portalUsers: Array<PortalUser>;
};


/** A customer as the ERP names it. */
export type ErpCustomerInventoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InventoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<InventoryOrder>>;
};

/** How quickly the ERP answered a trivial query. */
export type ErpLatency = {
  __typename?: 'ErpLatency';
  at: Scalars['DateTime']['output'];
  /** In milliseconds. Null: no answer. */
  latencyMs: Maybe<Scalars['Float']['output']>;
};

/** The state of the connection to the ERP. */
export type ErpStatus = {
  __typename?: 'ErpStatus';
  checkedAt: Scalars['DateTime']['output'];
  /** The circuit breaker. closed: queries are sent. open: the ERP is down, no queries are sent. half_open: one query probes it. */
  circuit: Scalars['String']['output'];
  /** How the latest connection is protected, as seen on its socket and not as a setting wants it, such as TLSv1.3 (TLS_AES_256_GCM_SHA384), certificate verified; or none. Null before the first connection. */
  encryption: Maybe<Scalars['String']['output']>;
  /** mssql, postgres, or embedded for the demo. */
  kind: Scalars['String']['output'];
  /** The last failure of a query of the inventory, until a later one succeeds. That the server answers a trivial query does not end it. */
  lastError: Maybe<Scalars['String']['output']>;
  /** When the last error happened. */
  lastErrorAt: Maybe<Scalars['DateTime']['output']>;
  /** The latency of a trivial query, in milliseconds. */
  latencyMs: Maybe<Scalars['Float']['output']>;
  /** Whether the ERP answered the last check, at most a few seconds ago. */
  reachable: Scalars['Boolean']['output'];
  /** True if a check found that the portal's login in the ERP can only read; false until a check was possible. */
  readOnly: Scalars['Boolean']['output'];
  /** The latencies of the last half hour, oldest first: one every ten seconds at most, 180 at most, while somebody asks for the state of the ERP or of the service. Each instance has its own. */
  recent: Array<ErpLatency>;
  /** The share of the queries of the inventory in the last five minutes that failed, from 0 to 1; null if there were none. */
  recentFailureRate: Maybe<Scalars['Float']['output']>;
};

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

/** Equal units of goods. Weight and dimensions are of one unit. */
export type FreightItem = {
  __typename?: 'FreightItem';
  dangerousGoods: Maybe<DangerousGoods>;
  description: Maybe<Scalars['String']['output']>;
  heightCm: Maybe<Scalars['Decimal']['output']>;
  lengthCm: Maybe<Scalars['Decimal']['output']>;
  packaging: Packaging;
  /** How many units. */
  quantity: Scalars['Int']['output'];
  weightKg: Scalars['Decimal']['output'];
  widthCm: Maybe<Scalars['Decimal']['output']>;
};

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

/** How freight is measured and dated. */
export type FreightRules = {
  __typename?: 'FreightRules';
  /** Kilograms that a cubic metre counts as. */
  cubicFactor: Scalars['Int']['output'];
  /** The IANA time zone of days such as the last one of a price. */
  timeZone: Scalars['String']['output'];
};

/** While the ERP does not answer, a history has all else, and says what is missing. */
export type HistoryConnection = Connection & {
  __typename?: 'HistoryConnection';
  /** When the ERP was read; null if it was not. */
  asOf: Maybe<Scalars['DateTime']['output']>;
  edges: Array<HistoryEdge>;
  /** The kinds that are left out because the ERP did not answer, for this page or an earlier one. Read the list anew to have them again. */
  missing: Array<HistoryKind>;
  nodes: Array<HistoryEntry>;
  pageInfo: PageInfo;
  /** True if the ERP did not answer and its last good answer is among the history's. */
  stale: Scalars['Boolean']['output'];
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type HistoryEdge = {
  __typename?: 'HistoryEdge';
  cursor: Scalars['String']['output'];
  node: HistoryEntry;
};

/** Something that happened. Of what it is about, the fields that fit its kind are set. */
export type HistoryEntry = {
  __typename?: 'HistoryEntry';
  /** When it happened. For what the ERP has: when its day begins in the portal's time zone. For what a driver did without a network: when it was done. */
  at: Scalars['DateTime']['output'];
  /** The connote of an event, a photo, or of points. */
  connote: Maybe<Connote>;
  connoteEvent: Maybe<ConnoteEvent>;
  /** Null for the ERP's rows. */
  customer: Maybe<Customer>;
  /** Set for the ERP's rows only. */
  erpCustomer: Maybe<ErpCustomer>;
  /** Stays the same, and is unique among all kinds. */
  id: Scalars['ID']['output'];
  invoice: Maybe<Invoice>;
  kind: HistoryKind;
  /** The day of an ERP's row; null otherwise. */
  on: Maybe<Scalars['Date']['output']>;
  payment: Maybe<Payment>;
  photo: Maybe<Photo>;
  /** The quote of a step, or of points. */
  quote: Maybe<Quote>;
  quoteEvent: Maybe<QuoteEvent>;
  reward: Maybe<RewardEntry>;
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

export type InventoryChange = InventoryItemChanged | InventoryItemRemoved;

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

export type InventoryConnection = Connection & {
  __typename?: 'InventoryConnection';
  /** When the ERP was read. */
  asOf: Scalars['DateTime']['output'];
  edges: Array<InventoryEdge>;
  nodes: Array<InventoryItem>;
  pageInfo: PageInfo;
  /** True if the ERP did not answer and this is its last good answer. */
  stale: Scalars['Boolean']['output'];
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type InventoryEdge = {
  __typename?: 'InventoryEdge';
  cursor: Scalars['String']['output'];
  node: InventoryItem;
};

/** One value of a column, and how many rows have it under the other filters. */
export type InventoryFacet = {
  __typename?: 'InventoryFacet';
  itemCount: Scalars['Int']['output'];
  /** Null: rows without one. */
  value: Maybe<Scalars['String']['output']>;
};

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

/** A row of a report. Quantities in different units are never added: the unit is always part of the key. */
export type InventoryGroup = {
  __typename?: 'InventoryGroup';
  bin: Maybe<Scalars['String']['output']>;
  earliestExpiry: Maybe<Scalars['Date']['output']>;
  erpCustomer: Maybe<ErpCustomer>;
  /** Such as 2026-11. */
  expiresMonth: Maybe<Scalars['String']['output']>;
  itemCount: Scalars['Int']['output'];
  lot: Maybe<Scalars['String']['output']>;
  partNumber: Maybe<Scalars['String']['output']>;
  quantityAllocated: Scalars['Decimal']['output'];
  quantityAvailable: Scalars['Decimal']['output'];
  quantityOnHand: Scalars['Decimal']['output'];
  status: Maybe<Scalars['String']['output']>;
  unit: Scalars['String']['output'];
  warehouse: Maybe<Scalars['String']['output']>;
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

/** One lot of one part in one bin. */
export type InventoryItem = {
  __typename?: 'InventoryItem';
  bin: Maybe<Scalars['String']['output']>;
  description: Maybe<Scalars['String']['output']>;
  erpCustomer: ErpCustomer;
  expiresOn: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  lastMovedAt: Maybe<Scalars['DateTime']['output']>;
  lot: Maybe<Scalars['String']['output']>;
  partNumber: Scalars['String']['output'];
  /** 0 if the ERP's quantity is not a number (NaN or infinite); `unshown` then names the field. */
  quantityAllocated: Scalars['Decimal']['output'];
  /** On hand minus allocated; negative if more is allocated than on hand. 0 if the ERP's quantity is not a number (NaN or infinite); `unshown` then names the field. */
  quantityAvailable: Scalars['Decimal']['output'];
  /** 0 if the ERP's quantity is not a number (NaN or infinite); `unshown` then names the field. */
  quantityOnHand: Scalars['Decimal']['output'];
  receivedOn: Maybe<Scalars['Date']['output']>;
  /** The ERP's own status, such as AVAILABLE or HOLD. */
  status: Maybe<Scalars['String']['output']>;
  /** The unit of the quantities, such as EA or KG. */
  unit: Scalars['String']['output'];
  /** The names of the fields whose value the ERP has but that can't be shown: a date such as infinity is null, and a quantity that is not a number is 0. Empty for nearly all items. */
  unshown: Array<Scalars['String']['output']>;
  warehouse: Maybe<Scalars['String']['output']>;
};

/** A row that is new, or of which something has changed. */
export type InventoryItemChanged = {
  __typename?: 'InventoryItemChanged';
  /** Whether it was not among the rows before: it is new, or meets the filter only now. */
  isNew: Scalars['Boolean']['output'];
  item: InventoryItem;
};

/** A row that is gone, doesn't meet the filter any more, or has left the viewer's scope. */
export type InventoryItemRemoved = {
  __typename?: 'InventoryItemRemoved';
  id: Scalars['ID']['output'];
};

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

export type InventoryTotals = {
  __typename?: 'InventoryTotals';
  /** When the ERP was read. */
  asOf: Scalars['DateTime']['output'];
  /** Distinct bins; the same bin name in two warehouses counts twice. */
  binCount: Scalars['Int']['output'];
  byUnit: Array<InventoryGroup>;
  itemCount: Scalars['Int']['output'];
  /** Distinct parts; the same part number of two customers counts twice. */
  partCount: Scalars['Int']['output'];
  /** True if the ERP did not answer and this is its last good answer. */
  stale: Scalars['Boolean']['output'];
};

/** What has changed since the update before, or that the ERP has ceased to answer, or answers again. The first has no changes, and the time that watching began with: a page that was read before it is to be read again. */
export type InventoryUpdate = {
  __typename?: 'InventoryUpdate';
  /** When the ERP was asked. */
  asOf: Scalars['DateTime']['output'];
  changes: Array<InventoryChange>;
  /** True if the ERP was asked again since and did not answer: what is known may be old. */
  stale: Scalars['Boolean']['output'];
};

/** An invoice, or a credit note, whose amounts are negative, as the ERP has it. */
export type Invoice = {
  __typename?: 'Invoice';
  /** The ISO 4217 code of its amounts, as the ERP has it. */
  currency: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  dueOn: Maybe<Scalars['Date']['output']>;
  erpCustomer: ErpCustomer;
  id: Scalars['ID']['output'];
  /** Null only if the ERP has a day that can not be shown; `unshown` then names the field. */
  issuedOn: Maybe<Scalars['Date']['output']>;
  number: Scalars['String']['output'];
  /** What is still to be paid. 0 if the ERP's amount is not a number (NaN or infinite); `unshown` then names the field. */
  openAmount: Scalars['Decimal']['output'];
  /** Where to pay what is open; null if nothing is, or the portal has no such page. */
  paymentUrl: Maybe<Scalars['String']['output']>;
  /** The latest first, at most 100; empty if the portal shows no payments. */
  payments: Array<Payment>;
  /** The customer's own word for it, such as an order number. */
  reference: Maybe<Scalars['String']['output']>;
  status: InvoiceStatus;
  /** The tax in the total. */
  taxAmount: Maybe<Scalars['Decimal']['output']>;
  /** With tax. 0 if the ERP's amount is not a number (NaN or infinite); `unshown` then names the field. */
  totalAmount: Scalars['Decimal']['output'];
  /** The names of the fields whose value the ERP has but that can't be shown. Empty for nearly all. */
  unshown: Array<Scalars['String']['output']>;
};

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

export type InvoiceConnection = Connection & {
  __typename?: 'InvoiceConnection';
  /** When the ERP was read. */
  asOf: Scalars['DateTime']['output'];
  edges: Array<InvoiceEdge>;
  nodes: Array<Invoice>;
  pageInfo: PageInfo;
  /** True if the ERP did not answer and this is its last good answer. */
  stale: Scalars['Boolean']['output'];
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

/** Sums of invoices in one currency. Amounts in different currencies are never added. */
export type InvoiceCurrencyTotals = {
  __typename?: 'InvoiceCurrencyTotals';
  currency: Scalars['String']['output'];
  invoiceCount: Scalars['Int']['output'];
  /** What is still to be paid. Open credit notes are subtracted. */
  openAmount: Scalars['Decimal']['output'];
  /** What is to be paid and was due before today. Open credit notes are not subtracted. */
  overdueAmount: Scalars['Decimal']['output'];
  /** Credit notes are subtracted. */
  totalAmount: Scalars['Decimal']['output'];
};

export type InvoiceEdge = {
  __typename?: 'InvoiceEdge';
  cursor: Scalars['String']['output'];
  node: Invoice;
};

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

/** Counts and sums of invoices. */
export type InvoiceTotals = {
  __typename?: 'InvoiceTotals';
  /** When the ERP was read. */
  asOf: Scalars['DateTime']['output'];
  /** By their codes. */
  byCurrency: Array<InvoiceCurrencyTotals>;
  invoiceCount: Scalars['Int']['output'];
  /** True if the ERP did not answer and this is its last good answer. */
  stale: Scalars['Boolean']['output'];
};

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

/** A mail in the outbox. Its content is erased once it is sent, and a secret in it is never shown. */
export type Mail = {
  __typename?: 'Mail';
  /** The number of attempts since it was posted or last retried by an admin. */
  attempts: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Why the last attempt failed, in the mail server's words. */
  lastError: Maybe<Scalars['String']['output']>;
  /** When it is tried next, which has passed if it is due. Null unless it is QUEUED or FAILED. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  sentAt: Maybe<Scalars['DateTime']['output']>;
  status: MailStatus;
  subject: Scalars['String']['output'];
  template: Scalars['String']['output'];
  /** What it says, with •••• in place of a password or of the secret of a link. Null once its content is erased. */
  text: Maybe<Scalars['String']['output']>;
  to: Scalars['String']['output'];
};

export type MailConnection = Connection & {
  __typename?: 'MailConnection';
  edges: Array<MailEdge>;
  nodes: Array<Mail>;
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type MailEdge = {
  __typename?: 'MailEdge';
  cursor: Scalars['String']['output'];
  node: Mail;
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

export type Mutation = {
  __typename?: 'Mutation';
  addConnoteNote: ConnotePayload;
  /** Gives a customer points, or takes some, for a reason. */
  adjustRewards: Rewards;
  /** Accepts the price of a QUOTED quote while it is valid. */
  approveQuote: QuotePayload;
  /** Without a quote, the amount is 0.00 until staff set it with priceConnote. */
  bookShipment: ConnotePayload;
  cancelConnote: ConnotePayload;
  /** Ends all sessions and opens a new one for the caller. */
  changePassword: SessionPayload;
  /** Checks the ERP, which may take up to a minute. Within a minute of the last check of this instance, the answer is that one. */
  checkErp: ErpCheck;
  /** Confirms the address that the link was mailed to. Using the same link again returns true and changes nothing. */
  confirmEmail: Scalars['Boolean']['output'];
  /** Books it again, as a DRAFT without days and price. */
  copyConnote: ConnotePayload;
  createApiKey: CreateApiKeyPayload;
  createCustomer: CreateCustomerPayload;
  /** Adds a login and mails a welcome mail to its owner. */
  createPortalUser: CreatePortalUserPayload;
  /** Deactivates logins that last signed in before this time, or were created before it and never signed in, but no admins. Returns how many. */
  deactivateDormantPortalUsers: Scalars['Int']['output'];
  /** Ends all sessions of the login. Refused for the last active admin. */
  deactivatePortalUser: PortalUserPayload;
  /** Removes a photo before or after a service. Drivers remove only those that they have added themselves. */
  deleteConnotePhoto: ConnotePayload;
  /** Marks the customer as deleted and revokes their portal access. */
  deleteCustomer: Customer;
  /** Prices that were set stay as they are. */
  deleteRate: Scalars['Boolean']['output'];
  deleteView: Scalars['Boolean']['output'];
  /** Ends all sessions of the login, whose owner can sign in again. Returns how many. */
  endPortalUserSessions: Scalars['Int']['output'];
  /** Ends one of the viewer's own sessions. Returns false if it had already ended. */
  endSession: Scalars['Boolean']['output'];
  /** Signs in. Takes effect from the next request on. */
  login: SessionPayload;
  /** Ends this session. */
  logout: Scalars['Boolean']['output'];
  /** Ends all sessions of the viewer, this one too. Returns how many. */
  logoutEverywhere: Scalars['Int']['output'];
  /** The entries of the audit log that match, newest first, as a file. */
  prepareAuditExport: Download;
  /** Every row of the inventory that matches, within the viewer's scope, as a file. */
  prepareInventoryExport: Download;
  /** Every invoice that matches, within the viewer's scope, as a file. */
  prepareInvoiceExport: Download;
  /** Every payment that matches, within the viewer's scope, as a file. */
  preparePaymentExport: Download;
  /** Sets the price of a connote that was booked without a quote, until it is confirmed. */
  priceConnote: ConnotePayload;
  /** Sets the price of a PENDING quote, once, and mails it to the customer. */
  priceQuote: QuotePayload;
  /** Creates the customer's account. If there is one already, nothing changes and accountExists is true. */
  provisionPortalAccount: ProvisionPortalAccountPayload;
  /** Creates the accounts of many customers independently; those that fail are in failures. Call it again to continue. */
  provisionPortalAccounts: ProvisionPortalAccountsPayload;
  /** The login keeps the password that it had. */
  reactivatePortalUser: PortalUserPayload;
  /** A delivery that failed. The connote stays IN_TRANSIT. */
  recordAttempt: ConnotePayload;
  /** Uses points on the customer's own quote while it is QUOTED. */
  redeemRewards: QuotePayload;
  /** Continues a session. A refresh token is valid once: if it is sent again later, its session ends. */
  refreshSession: SessionPayload;
  /** Rejects a QUOTED quote, or withdraws a PENDING one. */
  rejectQuote: QuotePayload;
  /** Mails a link if an active login has the address. Returns true for any address, in the same time. */
  requestPasswordReset: Scalars['Boolean']['output'];
  /** Asks staff for the price of a shipment. */
  requestQuote: QuotePayload;
  /** Mails another link to the viewer's new or unconfirmed address. True also if there is none. */
  resendEmailConfirmation: Scalars['Boolean']['output'];
  /** Ends all sessions of the login that the link was mailed to, and opens a new one. */
  resetPassword: SessionPayload;
  /** Mails a temporary password and ends all sessions. */
  resetPortalUserPassword: PortalUserPayload;
  /** Takes back the deletion of a customer. Their portal access stays revoked until it is restored. */
  restoreCustomer: Customer;
  /** Reactivates the login with its previous password. */
  restorePortalAccess: PortalAccount;
  /** Sends a mail that is FAILED or DEAD again at once. Its attempts are counted from the start again. */
  retryMail: Mail;
  /** Takes all points back that are used on a QUOTED quote. */
  returnRewards: QuotePayload;
  /** The key is refused from the next request on. It stays revoked. */
  revokeApiKey: ApiKey;
  /** Deactivates the login and ends all its sessions; its data stays. */
  revokePortalAccess: PortalAccount;
  saveRate: Rate;
  saveView: SavedView;
  /** Mails the customer's login a link to set a new password, valid for 30 minutes. */
  sendPortalPasswordReset: Scalars['Boolean']['output'];
  /** Ends the wait after failed sign-ins. */
  unlockPortalUser: PortalUserPayload;
  /** allowedTransitions says where the viewer may move it. From ALLOCATED to ALLOCATED, the driver changes. */
  updateConnoteStatus: ConnotePayload;
  updateCustomer: Customer;
  updateMyProfile: Viewer;
  updatePortalUser: PortalUserPayload;
  updatePreferences: ViewerPreferences;
};


export type MutationAddConnoteNoteArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
};


export type MutationAdjustRewardsArgs = {
  input: AdjustRewardsInput;
};


export type MutationApproveQuoteArgs = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationBookShipmentArgs = {
  input: BookShipmentInput;
};


export type MutationCancelConnoteArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationConfirmEmailArgs = {
  token: Scalars['String']['input'];
};


export type MutationCopyConnoteArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateCustomerArgs = {
  input: CreateCustomerInput;
};


export type MutationCreatePortalUserArgs = {
  input: CreatePortalUserInput;
};


export type MutationDeactivateDormantPortalUsersArgs = {
  lastLoginBefore: Scalars['DateTime']['input'];
};


export type MutationDeactivatePortalUserArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteConnotePhotoArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteRateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteViewArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEndPortalUserSessionsArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationPrepareAuditExportArgs = {
  filter?: InputMaybe<AuditFilter>;
  format?: ExportFormat;
};


export type MutationPrepareInventoryExportArgs = {
  input: PrepareInventoryExportInput;
};


export type MutationPrepareInvoiceExportArgs = {
  input: PrepareInvoiceExportInput;
};


export type MutationPreparePaymentExportArgs = {
  input: PreparePaymentExportInput;
};


export type MutationPriceConnoteArgs = {
  input: PriceConnoteInput;
};


export type MutationPriceQuoteArgs = {
  input: PriceQuoteInput;
};


export type MutationProvisionPortalAccountArgs = {
  input: ProvisionPortalAccountInput;
};


export type MutationProvisionPortalAccountsArgs = {
  input: ProvisionPortalAccountsInput;
};


export type MutationReactivatePortalUserArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRecordAttemptArgs = {
  input: RecordAttemptInput;
};


export type MutationRedeemRewardsArgs = {
  input: RedeemRewardsInput;
};


export type MutationRefreshSessionArgs = {
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRejectQuoteArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRequestPasswordResetArgs = {
  email: Scalars['String']['input'];
};


export type MutationRequestQuoteArgs = {
  input: RequestQuoteInput;
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationResetPortalUserPasswordArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRestoreCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRestorePortalAccessArgs = {
  customerId: Scalars['ID']['input'];
};


export type MutationRetryMailArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReturnRewardsArgs = {
  quoteId: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokePortalAccessArgs = {
  customerId: Scalars['ID']['input'];
};


export type MutationSaveRateArgs = {
  input: RateInput;
};


export type MutationSaveViewArgs = {
  input: SaveViewInput;
};


export type MutationSendPortalPasswordResetArgs = {
  customerId: Scalars['ID']['input'];
};


export type MutationUnlockPortalUserArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateConnoteStatusArgs = {
  input: UpdateConnoteStatusInput;
};


export type MutationUpdateCustomerArgs = {
  input: UpdateCustomerInput;
};


export type MutationUpdateMyProfileArgs = {
  input: UpdateMyProfileInput;
};


export type MutationUpdatePortalUserArgs = {
  input: UpdatePortalUserInput;
};


export type MutationUpdatePreferencesArgs = {
  input: ViewerPreferencesInput;
};

/** How a unit is packed. */
export type Packaging =
  | 'CARTON'
  | 'CRATE'
  | 'DRUM'
  | 'OTHER'
  | 'PALLET'
  | 'SKID';

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

/** How long a new password must be, in characters. */
export type PasswordRules = {
  __typename?: 'PasswordRules';
  maxLength: Scalars['Int']['output'];
  minLength: Scalars['Int']['output'];
};

/** What was paid on an invoice, or on account, as the ERP has it. */
export type Payment = {
  __typename?: 'Payment';
  /** 0 if the ERP's amount is not a number (NaN or infinite); `unshown` then names the field. */
  amount: Scalars['Decimal']['output'];
  /** The ISO 4217 code of the amount, as the ERP has it. */
  currency: Scalars['String']['output'];
  erpCustomer: ErpCustomer;
  id: Scalars['ID']['output'];
  /** Null if it was paid on account, or the ERP has no invoice of this number. */
  invoice: Maybe<Invoice>;
  /** The invoice that it paid; null: it was paid on account. */
  invoiceNumber: Maybe<Scalars['String']['output']>;
  /** The ERP's own word for it, such as EFT or CARD. */
  method: Maybe<Scalars['String']['output']>;
  /** Several payments have the same one if it paid several invoices. */
  number: Scalars['String']['output'];
  /** Null only if the ERP has a day that can not be shown; `unshown` then names the field. */
  paidOn: Maybe<Scalars['Date']['output']>;
  reference: Maybe<Scalars['String']['output']>;
  /** The names of the fields whose value the ERP has but that can't be shown. Empty for nearly all. */
  unshown: Array<Scalars['String']['output']>;
};

export type PaymentColumn =
  | 'AMOUNT'
  | 'CURRENCY'
  | 'ERP_CUSTOMER'
  | 'INVOICE_NUMBER'
  | 'METHOD'
  | 'NUMBER'
  | 'PAID_ON'
  | 'REFERENCE';

export type PaymentConnection = Connection & {
  __typename?: 'PaymentConnection';
  /** When the ERP was read. */
  asOf: Scalars['DateTime']['output'];
  edges: Array<PaymentEdge>;
  nodes: Array<Payment>;
  pageInfo: PageInfo;
  /** True if the ERP did not answer and this is its last good answer. */
  stale: Scalars['Boolean']['output'];
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type PaymentEdge = {
  __typename?: 'PaymentEdge';
  cursor: Scalars['String']['output'];
  node: Payment;
};

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

/** A photo of a connote, without what the camera wrote about itself and the place. */
export type Photo = {
  __typename?: 'Photo';
  by: Actor;
  /** In pixels. */
  height: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  kind: PhotoKind;
  note: Maybe<Scalars['String']['output']>;
  /** When it was uploaded. */
  takenAt: Scalars['DateTime']['output'];
  /** The same, with sides of 320 pixels at most. */
  thumbnailUrl: Scalars['String']['output'];
  /** A JPEG. Valid for ten minutes and for this session; who may see it is checked again. */
  url: Scalars['String']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** What a photo shows. BEFORE and AFTER: the goods, before and after a service. The others are of a delivery. */
export type PhotoKind =
  | 'AFTER'
  | 'BEFORE'
  | 'DAMAGE'
  | 'DELIVERY';

/** What a client may know before anybody has signed in: what the portal is called, and what a password must be. */
export type Portal = {
  __typename?: 'Portal';
  /** The main colour, as #rrggbb. */
  color: Scalars['String']['output'];
  /** What this portal offers. */
  features: Array<PortalFeature>;
  freight: FreightRules;
  name: Scalars['String']['output'];
  passwordRules: PasswordRules;
  /** Where users get help, if the portal has such an address. */
  supportEmail: Maybe<Scalars['String']['output']>;
  /** The version of the running service. */
  version: Scalars['String']['output'];
};

/** A customer's login, or why there is none. */
export type PortalAccount = {
  __typename?: 'PortalAccount';
  accountExists: Scalars['Boolean']['output'];
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The login's e-mail. */
  email: Maybe<Scalars['String']['output']>;
  /** Why there is no account, or why the last attempt to create one failed; for staff. */
  lastError: Maybe<Scalars['String']['output']>;
  lastLoginAt: Maybe<Scalars['DateTime']['output']>;
  status: PortalAccountStatus;
  user: Maybe<PortalUser>;
};

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

/** A login: the account of a portal user. Its password hash is never exposed. */
export type PortalUser = {
  __typename?: 'PortalUser';
  active: Scalars['Boolean']['output'];
  /** True if the role or the login itself gives access to every ERP customer. */
  allErpCustomers: Scalars['Boolean']['output'];
  /** Audit entries about this login or by it, newest first. */
  auditEntries: AuditEntryConnection;
  createdAt: Scalars['DateTime']['output'];
  /** The CRM customer that this login belongs to. */
  customer: Maybe<Customer>;
  displayName: Maybe<Scalars['String']['output']>;
  email: Scalars['String']['output'];
  emailConfirmed: Scalars['Boolean']['output'];
  /** The ERP customers assigned by name. If allErpCustomers is true, there may be none. */
  erpCustomers: Array<ErpCustomer>;
  /** Failed sign-ins, until a success from the same place or a day without another failure. */
  failedLoginCount: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  lastLoginAt: Maybe<Scalars['DateTime']['output']>;
  /** Set while sign-ins have to wait after too many failures. The wait may not apply where the login is known. */
  lockedUntil: Maybe<Scalars['DateTime']['output']>;
  mustChangePassword: Scalars['Boolean']['output'];
  role: Role;
  /** The open sessions of this login, most recently used first, at most 100. */
  sessions: Array<Session>;
  /** When the temporary password expires. Null if the password is not a temporary one. */
  temporaryPasswordExpiresAt: Maybe<Scalars['DateTime']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  username: Scalars['String']['output'];
  /** Send it with an update. An outdated version is refused with CONFLICT. */
  version: Scalars['Int']['output'];
};


/** A login: the account of a portal user. Its password hash is never exposed. */
export type PortalUserAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type PortalUserConnection = Connection & {
  __typename?: 'PortalUserConnection';
  edges: Array<PortalUserEdge>;
  nodes: Array<PortalUser>;
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type PortalUserEdge = {
  __typename?: 'PortalUserEdge';
  cursor: Scalars['String']['output'];
  node: PortalUser;
};

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

export type PortalUserPayload = {
  __typename?: 'PortalUserPayload';
  portalUser: PortalUser;
};

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
export type ProofOfDelivery = {
  __typename?: 'ProofOfDelivery';
  at: Scalars['DateTime']['output'];
  note: Maybe<Scalars['String']['output']>;
  /** At most 5, in the order of the uploads. */
  photos: Array<Photo>;
  /** The name of who received the goods. */
  receivedBy: Scalars['String']['output'];
  /** A PNG. Valid for ten minutes and for this session; who may see it is checked again. */
  signatureUrl: Maybe<Scalars['String']['output']>;
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

/** temporaryPassword is returned only by the call that creates the account, and never again. */
export type ProvisionPortalAccountPayload = {
  __typename?: 'ProvisionPortalAccountPayload';
  /** True if the customer already had an account; then nothing has changed. */
  accountExists: Scalars['Boolean']['output'];
  customer: Customer;
  portalAccount: PortalAccount;
  temporaryPassword: Maybe<Scalars['String']['output']>;
};

export type ProvisionPortalAccountsInput = {
  autoConfirmEmail?: Scalars['Boolean']['input'];
  /** At most 1,000 customers; duplicates count once. */
  customerIds: Array<Scalars['ID']['input']>;
  sendWelcomeEmail?: Scalars['Boolean']['input'];
};

export type ProvisionPortalAccountsPayload = {
  __typename?: 'ProvisionPortalAccountsPayload';
  failures: Array<ProvisioningFailure>;
  provisioned: Array<ProvisionPortalAccountPayload>;
};

export type ProvisioningFailure = {
  __typename?: 'ProvisioningFailure';
  /** RATE_LIMITED means that the call ran out of time before this customer. */
  code: ErrorCode;
  customerId: Scalars['ID']['output'];
  message: Scalars['String']['output'];
  /** The figures and names that the reason mentions, as in extensions.fields of an error. */
  params: Maybe<Scalars['JSON']['output']>;
  /** Why the customer was refused; null where nothing about them is wrong. */
  reason: Maybe<RefusalReason>;
};

export type Query = {
  __typename?: 'Query';
  /** What a portal user would see, and why. Every preview is audited. */
  accessPreview: AccessPreview;
  /** The keys that are not revoked, and those revoked within the last 90 days; newest first. */
  apiKeys: Array<ApiKey>;
  /** The entries of the audit log, newest first. */
  auditEntries: AuditEntryConnection;
  /** One entry; null if the log is not that long. */
  auditEntry: Maybe<AuditEntry>;
  /** Null if it is not there, or not for the viewer. */
  connote: Maybe<Connote>;
  /** Customers see their own connotes, drivers those allocated to them, the warehouse the confirmed and later ones, staff all. */
  connotes: ConnoteConnection;
  /** A customer, including a deleted one. */
  customer: Maybe<Customer>;
  /** The customers of the CRM. */
  customers: CustomerConnection;
  dashboard: Dashboard;
  /** The active logins of drivers, by name. */
  drivers: Array<Actor>;
  /** What the last check of this instance of the service said; null if there was none. */
  erpCheck: Maybe<ErpCheck>;
  /** The ERP's customers: those of the customer mapping or, without one, those with inventory. */
  erpCustomers: Array<ErpCustomer>;
  /** Whether the ERP answers, and whether the portal's login there is read-only. */
  erpStatus: ErpStatus;
  /** What happened, newest first: a customer's own quotes, bookings, deliveries, photos, points, invoices and payments; staff see those of all customers, or of the one that they name. Of the ERP, what the viewer's scope has; of a customer that staff name, what the customer's login sees. */
  history: HistoryConnection;
  /** The ERP's current inventory, within the viewer's scope. */
  inventory: InventoryConnection;
  /** The values of a column and how many rows have each, the most frequent first. */
  inventoryFacet: Array<InventoryFacet>;
  /** A report: sums grouped by these keys and the unit, ordered by the keys. */
  inventoryGroups: Array<InventoryGroup>;
  /** One row of the inventory; null if it is gone or outside the viewer's scope. */
  inventoryItem: Maybe<InventoryItem>;
  /** Counts and sums over everything within the viewer's scope. */
  inventoryTotals: InventoryTotals;
  /** One invoice; null if it is gone or outside the viewer's scope. */
  invoice: Maybe<Invoice>;
  /** Counts and sums of the invoices within the viewer's scope, by currency. */
  invoiceTotals: InvoiceTotals;
  /** The ERP's invoices and credit notes, within the viewer's scope. */
  invoices: InvoiceConnection;
  /** A mail of the outbox; null if there is none. */
  mail: Maybe<Mail>;
  /** How many mails of the outbox have each status. */
  mailCounts: Array<StatusCount>;
  /** The outbox, newest first. */
  mails: MailConnection;
  /** What happened to the viewer's login, newest first: sign-ins, also failed ones, ends of sessions, and changes of its password and profile. Who acted is not shown if it was staff. */
  myActivity: AuditEntryConnection;
  /** The viewer's open sessions, most recently used first, at most 100. */
  mySessions: Array<Session>;
  /** The ERP's payments, within the viewer's scope. */
  payments: PaymentConnection;
  portal: Portal;
  portalUser: Maybe<PortalUser>;
  portalUsers: PortalUserConnection;
  /** Null if the viewer sees no quote with this id. */
  quote: Maybe<Quote>;
  /** Customers see their own customer's quotes, staff see all. */
  quotes: QuoteConnection;
  /** The rate card, or its part for a service; the latest first. */
  rates: Array<Rate>;
  /** The addresses of quotes and connotes, each once, most recently used first. Of one customer, those of the newest 1000 quotes and connotes that match the search; of all customers, those of the newest 1000 that match it. */
  recentAddresses: Array<Address>;
  /** The points of a customer: a customer's own, or those that staff name. */
  rewards: Rewards;
  /** The viewer's views of a list, and those shared with the viewer's role: defaults first, then by name. */
  savedViews: Array<SavedView>;
  /** Verifies the whole log, and compares it with the heads that were published elsewhere. */
  verifyAuditLog: AuditVerification;
  /** Null if the request is not signed in. */
  viewer: Maybe<Viewer>;
};


export type QueryAccessPreviewArgs = {
  portalUserId: Scalars['ID']['input'];
};


export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAuditEntryArgs = {
  sequence: Scalars['Int']['input'];
};


export type QueryConnoteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConnotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConnoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ConnoteOrder>;
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CustomerOrder>;
};


export type QueryDriversArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryErpCustomersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HistoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInventoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InventoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<InventoryOrder>>;
};


export type QueryInventoryFacetArgs = {
  filter?: InputMaybe<InventoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  of: InventoryGroupKey;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryInventoryGroupsArgs = {
  by: Array<InventoryGroupKey>;
  filter?: InputMaybe<InventoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInventoryItemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInventoryTotalsArgs = {
  filter?: InputMaybe<InventoryFilter>;
};


export type QueryInvoiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInvoiceTotalsArgs = {
  filter?: InputMaybe<InvoiceFilter>;
};


export type QueryInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InvoiceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<InvoiceOrder>>;
};


export type QueryMailArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMailsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PaymentOrder>>;
};


export type QueryPortalUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPortalUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PortalUserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PortalUserOrder>;
};


export type QueryQuoteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<QuoteOrder>;
};


export type QueryRatesArgs = {
  service?: InputMaybe<ServiceLevel>;
};


export type QueryRecentAddressesArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRewardsArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySavedViewsArgs = {
  page: ListPage;
};

/** A price for a shipment, asked for by a customer and set by staff. */
export type Quote = {
  __typename?: 'Quote';
  /** What the viewer may do with it now. */
  allowedActions: Array<QuoteAction>;
  /** The larger of weight and cubic weight: what is charged. */
  chargeableWeightKg: Scalars['Decimal']['output'];
  /** Null until it is booked. */
  connote: Maybe<Connote>;
  createdAt: Scalars['DateTime']['output'];
  /** Cubic metres times the portal's cubic factor; null if no item has dimensions. */
  cubicWeightKg: Maybe<Scalars['Decimal']['output']>;
  /** ISO 4217, such as AUD. */
  currency: Scalars['String']['output'];
  customer: Customer;
  /** The customer's own word for it, such as an order number. */
  customerReference: Maybe<Scalars['String']['output']>;
  destination: Address;
  /** The steps in its life, oldest first. */
  events: Array<QuoteEvent>;
  id: Scalars['ID']['output'];
  items: Array<FreightItem>;
  origin: Address;
  /** The price less the discount: what its connote costs. Null until staff have set the price. */
  payableAmount: Maybe<Scalars['Decimal']['output']>;
  pickupOn: Maybe<Scalars['Date']['output']>;
  /** Such as QT-000001. */
  reference: Scalars['String']['output'];
  /** What these points take off the price. */
  rewardDiscount: Scalars['Decimal']['output'];
  /** The points that are used on it now. */
  rewardPoints: Scalars['Int']['output'];
  service: ServiceLevel;
  /** EXPIRED from the day after validUntil on, unless it was approved. */
  status: QuoteStatus;
  /** What the rate card asks today; null if no rate applies. Never taken by itself. */
  suggestedAmount: Maybe<Scalars['Decimal']['output']>;
  /** Null until staff have set the price. */
  totalAmount: Maybe<Scalars['Decimal']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  /** The last day of the price. */
  validUntil: Maybe<Scalars['Date']['output']>;
  /** Rises with every change. */
  version: Scalars['Int']['output'];
  weightKg: Scalars['Decimal']['output'];
};

/** What can be done with a quote. */
export type QuoteAction =
  | 'APPROVE'
  | 'BOOK'
  | 'PRICE'
  | 'REJECT';

export type QuoteConnection = Connection & {
  __typename?: 'QuoteConnection';
  /** Under the same filter but for its status; counted only if asked for. */
  countsByStatus: Array<StatusCount>;
  edges: Array<QuoteEdge>;
  nodes: Array<Quote>;
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type QuoteEdge = {
  __typename?: 'QuoteEdge';
  cursor: Scalars['String']['output'];
  node: Quote;
};

/** A step in the life of a quote. */
export type QuoteEvent = {
  __typename?: 'QuoteEvent';
  at: Scalars['DateTime']['output'];
  /** Null where the portal acted. */
  by: Maybe<Actor>;
  /** Null for the request. */
  from: Maybe<QuoteStatus>;
  id: Scalars['ID']['output'];
  note: Maybe<Scalars['String']['output']>;
  to: QuoteStatus;
};

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

export type QuotePayload = {
  __typename?: 'QuotePayload';
  quote: Quote;
};

export type QuoteStatus =
  | 'APPROVED'
  | 'EXPIRED'
  | 'PENDING'
  | 'QUOTED'
  | 'REJECTED';

/** A line of the rate card: what a lane costs for a service. Of those that apply, the latest validFrom decides, then the one that names more states. */
export type Rate = {
  __typename?: 'Rate';
  base: Scalars['Decimal']['output'];
  /** ISO 4217, such as AUD. */
  currency: Scalars['String']['output'];
  /** Null for any. */
  destinationState: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  minimum: Scalars['Decimal']['output'];
  /** Null for any. */
  originState: Maybe<Scalars['String']['output']>;
  /** For each kilogram of chargeable weight, on top of the base. */
  perKg: Scalars['Decimal']['output'];
  service: ServiceLevel;
  validFrom: Scalars['Date']['output'];
  /** The last day; null without an end. */
  validUntil: Maybe<Scalars['Date']['output']>;
  /** Send it with a change. An outdated version is refused with CONFLICT. */
  version: Scalars['Int']['output'];
};

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

/** A change of the points of a customer. Entries are only added, never changed. */
export type RewardEntry = {
  __typename?: 'RewardEntry';
  at: Scalars['DateTime']['output'];
  /** After the entry. */
  balance: Scalars['Int']['output'];
  /** Null where the portal acted. */
  by: Maybe<Actor>;
  /** The connote that earned the points, or whose cancellation returned them. */
  connote: Maybe<Connote>;
  /** The last day of points that were gained. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  kind: RewardEntryKind;
  /** Why an admin adjusted them. */
  note: Maybe<Scalars['String']['output']>;
  /** Below 0 if the balance fell. */
  points: Scalars['Int']['output'];
  /** The quote that the points are used on. */
  quote: Maybe<Quote>;
};

export type RewardEntryConnection = Connection & {
  __typename?: 'RewardEntryConnection';
  edges: Array<RewardEntryEdge>;
  nodes: Array<RewardEntry>;
  pageInfo: PageInfo;
  /** The number of items on all pages together; counted only if asked for. */
  totalCount: Scalars['Int']['output'];
};

export type RewardEntryEdge = {
  __typename?: 'RewardEntryEdge';
  cursor: Scalars['String']['output'];
  node: RewardEntry;
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

/** The next points that expire, if they are not used. */
export type RewardExpiry = {
  __typename?: 'RewardExpiry';
  /** Their last day. */
  on: Scalars['Date']['output'];
  points: Scalars['Int']['output'];
};

/** The points of a customer: what they are worth, and each change of them. */
export type Rewards = {
  __typename?: 'Rewards';
  /** How many points there are. */
  balance: Scalars['Int']['output'];
  /** ISO 4217, such as AUD. Quotes in others take no points. */
  currency: Scalars['String']['output'];
  customer: Customer;
  /** Newest first. */
  entries: RewardEntryConnection;
  /** Null if no points expire. */
  nextExpiry: Maybe<RewardExpiry>;
  /** What a point is worth on a quote. */
  pointValue: Scalars['Decimal']['output'];
  /** How many points a unit of the currency earns when a connote is delivered. */
  pointsPerUnit: Scalars['Decimal']['output'];
  /** What they are worth together on quotes. */
  value: Scalars['Decimal']['output'];
};


/** The points of a customer: what they are worth, and each change of them. */
export type RewardsEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RewardEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

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

/** Filters, order and columns of a list under a name. */
export type SavedView = {
  __typename?: 'SavedView';
  id: Scalars['ID']['output'];
  /** Opened if the address says nothing. The first one of the list counts. */
  isDefault: Scalars['Boolean']['output'];
  /** Whether the viewer is its owner. */
  mine: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  page: ListPage;
  /** What is behind the ? of the page's address. */
  query: Scalars['String']['output'];
  /** The role that sees it besides its owner. */
  sharedWith: Maybe<Role>;
  /** Send it with an update. An outdated version is refused with CONFLICT. */
  version: Scalars['Int']['output'];
};

/** How quickly goods travel. */
export type ServiceLevel =
  | 'ECONOMY'
  | 'EXPRESS'
  | 'STANDARD';

/** An open session of a login. */
export type Session = {
  __typename?: 'Session';
  createdAt: Scalars['DateTime']['output'];
  /** True for the session of this request. */
  current: Scalars['Boolean']['output'];
  /** When it ends at the latest. Refreshing it does not change this. */
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The IP address that it was opened from. */
  ip: Maybe<Scalars['String']['output']>;
  /** Accurate to within five minutes. */
  lastUsedAt: Scalars['DateTime']['output'];
  userAgent: Maybe<Scalars['String']['output']>;
};

/** Why a session ended. */
export type SessionEndReason =
  | 'DEACTIVATED'
  | 'ENDED_ELSEWHERE'
  | 'EXPIRED'
  | 'PASSWORD_CHANGED'
  | 'SIGNED_OUT';

/** The session has ended. It is the last event. */
export type SessionEnded = {
  __typename?: 'SessionEnded';
  reason: SessionEndReason;
};

/** The tokens of a session, and its viewer. */
export type SessionPayload = {
  __typename?: 'SessionPayload';
  /** Send it in the header: Authorization: Bearer <accessToken>. */
  accessToken: Scalars['String']['output'];
  /** When the access token expires. */
  expiresAt: Scalars['DateTime']['output'];
  /** For refreshSession. Valid once: each refresh returns the next one. Browsers also get it as a cookie. */
  refreshToken: Scalars['String']['output'];
  /** When the session ends, however often it is refreshed. */
  sessionExpiresAt: Scalars['DateTime']['output'];
  viewer: Viewer;
};

export type SortDirection =
  | 'ASC'
  | 'DESC';

/** How many items have a status. Statuses without any are left out. */
export type StatusCount = {
  __typename?: 'StatusCount';
  count: Scalars['Int']['output'];
  status: Scalars['String']['output'];
};

/** Compares text, ignoring case. All given conditions must hold. */
export type StringFilter = {
  contains?: InputMaybe<Scalars['String']['input']>;
  equals?: InputMaybe<Scalars['String']['input']>;
  /** At most 500 values; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** What changes in the inventory, within the viewer's scope. */
  inventoryChanged: InventoryUpdate;
  /** That the session has ended or access has changed, so that an open page knows before its next click. */
  viewerChanged: ViewerEvent;
};


export type SubscriptionInventoryChangedArgs = {
  filter?: InputMaybe<InventoryFilter>;
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

/** The signed-in user and what they may see. */
export type Viewer = {
  __typename?: 'Viewer';
  /** True if the viewer sees the inventory of every ERP customer. */
  allErpCustomers: Scalars['Boolean']['output'];
  /** The ERP customers whose inventory the viewer sees. If the viewer sees all: the ERP's first 200. */
  erpCustomers: Array<ErpCustomer>;
  /** The portal path that opens after sign-in with this role, for example /customer/dashboard. */
  homePath: Scalars['String']['output'];
  mustChangePassword: Scalars['Boolean']['output'];
  /** The address that the login will have once it is confirmed, by the link that was mailed to it. */
  pendingEmail: Maybe<Scalars['String']['output']>;
  preferences: ViewerPreferences;
  role: Role;
  user: PortalUser;
};

export type ViewerEvent = AccessChanged | SessionEnded;

/** How a viewer wants the portal to look. Mails have their times in this time zone and form. */
export type ViewerPreferences = {
  __typename?: 'ViewerPreferences';
  density: Density;
  /** A BCP 47 tag. Null: as the browser has it. */
  locale: Maybe<Scalars['String']['output']>;
  theme: Theme;
  /** The name of an IANA time zone. Null: as the browser has it; mails have UTC then. */
  timeZone: Maybe<Scalars['String']['output']>;
};

/** A field that is left out stays as it is; null resets it. */
export type ViewerPreferencesInput = {
  density?: InputMaybe<Density>;
  locale?: InputMaybe<Scalars['String']['input']>;
  theme?: InputMaybe<Theme>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type LoginMutationVariables = Exact<{
  login?: Scalars['String']['input'];
  password?: Scalars['String']['input'];
}>;


export type LoginMutation = { __typename?: 'Mutation', login: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, refreshToken: string, viewer: { __typename?: 'Viewer', role: Role, mustChangePassword: boolean, homePath: string, user: { __typename?: 'PortalUser', username: string } } } };

export type LogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutMutation = { __typename?: 'Mutation', logout: boolean };

export type MyActivityQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type MyActivityQuery = { __typename?: 'Query', myActivity: { __typename?: 'AuditEntryConnection', totalCount: number, nodes: Array<{ __typename?: 'AuditEntry', sequence: number, at: string, action: AuditAction, actorName: string, targetId: string | null, ip: string | null, userAgent: string | null, requestId: string | null, hash: string, actor: { __typename?: 'PortalUser', id: string, username: string, email: string } | null, changes: Array<{ __typename?: 'AuditChange', field: string, before: unknown | null, after: unknown | null }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type AuditEntryQueryVariables = Exact<{
  sequence: Scalars['Int']['input'];
}>;


export type AuditEntryQuery = { __typename?: 'Query', auditEntry: { __typename?: 'AuditEntry', id: string, sequence: number, at: string, action: AuditAction, actorName: string, targetType: AuditTargetType | null, targetId: string | null, targetLabel: string | null, hash: string } | null };

export type MailCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type MailCountsQuery = { __typename?: 'Query', mailCounts: Array<{ __typename?: 'StatusCount', status: string, count: number }> };

export type RestoreCustomerMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RestoreCustomerMutation = { __typename?: 'Mutation', restoreCustomer: { __typename?: 'Customer', id: string, deletedAt: string | null, portalAccount: { __typename?: 'PortalAccount', status: PortalAccountStatus } } };

export type PrepareInventoryExportMutationVariables = Exact<{
  input: PrepareInventoryExportInput;
}>;


export type PrepareInventoryExportMutation = { __typename?: 'Mutation', prepareInventoryExport: { __typename?: 'Download', url: string, fileName: string, expiresAt: string, rowCount: number | null } };

export type PrepareAuditExportMutationVariables = Exact<{
  filter?: InputMaybe<AuditFilter>;
  format?: ExportFormat;
}>;


export type PrepareAuditExportMutation = { __typename?: 'Mutation', prepareAuditExport: { __typename?: 'Download', url: string, fileName: string, expiresAt: string, rowCount: number | null } };

export type MailQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type MailQuery = { __typename?: 'Query', mail: { __typename?: 'Mail', id: string, to: string, template: string, subject: string, status: MailStatus, attempts: number, lastError: string | null, nextAttemptAt: string | null, createdAt: string, sentAt: string | null, text: string | null } | null };

export type ErpCheckQueryVariables = Exact<{ [key: string]: never; }>;


export type ErpCheckQuery = { __typename?: 'Query', erpCheck: { __typename?: 'ErpCheck', ok: boolean, unreachable: string | null, checkedAt: string, sections: Array<{ __typename?: 'ErpCheckSection', title: string, facts: Array<{ __typename?: 'ErpCheckFact', name: string, value: string }>, findings: Array<{ __typename?: 'ErpCheckFinding', level: ErpCheckLevel, text: string }> }> } | null };

export type RefreshSessionMutationVariables = Exact<{
  refreshToken?: InputMaybe<Scalars['String']['input']>;
}>;


export type RefreshSessionMutation = { __typename?: 'Mutation', refreshSession: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, refreshToken: string, viewer: { __typename?: 'Viewer', user: { __typename?: 'PortalUser', username: string } } } };

export type CheckErpMutationVariables = Exact<{ [key: string]: never; }>;


export type CheckErpMutation = { __typename?: 'Mutation', checkErp: { __typename?: 'ErpCheck', ok: boolean, unreachable: string | null, checkedAt: string, sections: Array<{ __typename?: 'ErpCheckSection', title: string, facts: Array<{ __typename?: 'ErpCheckFact', name: string, value: string }>, findings: Array<{ __typename?: 'ErpCheckFinding', level: ErpCheckLevel, text: string }> }> } };

export type InventoryChangedSubscriptionVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
}>;


export type InventoryChangedSubscription = { __typename?: 'Subscription', inventoryChanged: { __typename?: 'InventoryUpdate', asOf: string, stale: boolean, changes: Array<{ __typename: 'InventoryItemChanged', isNew: boolean, item: { __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, unit: string, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, receivedOn: string | null, expiresOn: string | null, lastMovedAt: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } } } | { __typename: 'InventoryItemRemoved', id: string }> } };

export type ViewerChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ViewerChangedSubscription = { __typename?: 'Subscription', viewerChanged: { __typename: 'AccessChanged', viewer: { __typename?: 'Viewer', role: Role, homePath: string, mustChangePassword: boolean, allErpCustomers: boolean } } | { __typename: 'SessionEnded', reason: SessionEndReason } };

export type RewardsQueryVariables = Exact<{
  customerId?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<RewardEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type RewardsQuery = { __typename?: 'Query', rewards: { __typename?: 'Rewards', balance: number, value: string, currency: string, pointValue: string, pointsPerUnit: string, nextExpiry: { __typename?: 'RewardExpiry', points: number, on: string } | null, entries: { __typename?: 'RewardEntryConnection', totalCount: number, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ __typename?: 'RewardEntry', id: string, kind: RewardEntryKind, points: number, balance: number, note: string | null, at: string, expiresOn: string | null, quote: { __typename?: 'Quote', id: string, reference: string } | null, connote: { __typename?: 'Connote', id: string, number: string } | null, by: { __typename?: 'Actor', name: string, role: Role } | null }> } } };

export type RedeemRewardsMutationVariables = Exact<{
  input: RedeemRewardsInput;
}>;


export type RedeemRewardsMutation = { __typename?: 'Mutation', redeemRewards: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, reference: string, totalAmount: string | null, currency: string, rewardPoints: number, rewardDiscount: string, payableAmount: string | null, version: number } } };

export type ReturnRewardsMutationVariables = Exact<{
  quoteId: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
}>;


export type ReturnRewardsMutation = { __typename?: 'Mutation', returnRewards: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, reference: string, totalAmount: string | null, currency: string, rewardPoints: number, rewardDiscount: string, payableAmount: string | null, version: number } } };

export type AdjustRewardsMutationVariables = Exact<{
  input: AdjustRewardsInput;
}>;


export type AdjustRewardsMutation = { __typename?: 'Mutation', adjustRewards: { __typename?: 'Rewards', balance: number, value: string, currency: string, customer: { __typename?: 'Customer', id: string } } };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { __typename?: 'Query', mySessions: Array<{ __typename?: 'Session', id: string, createdAt: string, lastUsedAt: string, expiresAt: string, ip: string | null, userAgent: string | null, current: boolean }> };

export type DeleteConnotePhotoMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteConnotePhotoMutation = { __typename?: 'Mutation', deleteConnotePhoto: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, servicePhotos: Array<{ __typename?: 'Photo', id: string, kind: PhotoKind }> } } };

export type InvoicesQueryVariables = Exact<{
  filter?: InputMaybe<InvoiceFilter>;
  orderBy?: InputMaybe<Array<InvoiceOrder> | InvoiceOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type InvoicesQuery = { __typename?: 'Query', invoices: { __typename?: 'InvoiceConnection', totalCount: number, asOf: string, stale: boolean, nodes: Array<{ __typename?: 'Invoice', id: string, number: string, status: InvoiceStatus, reference: string | null, description: string | null, issuedOn: string | null, dueOn: string | null, currency: string, totalAmount: string, taxAmount: string | null, openAmount: string, paymentUrl: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type InvoiceQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type InvoiceQuery = { __typename?: 'Query', invoice: { __typename?: 'Invoice', id: string, number: string, status: InvoiceStatus, reference: string | null, description: string | null, issuedOn: string | null, dueOn: string | null, currency: string, totalAmount: string, taxAmount: string | null, openAmount: string, paymentUrl: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string }, payments: Array<{ __typename?: 'Payment', id: string, number: string, paidOn: string | null, currency: string, amount: string, method: string | null, reference: string | null }> } | null };

export type InvoiceTotalsQueryVariables = Exact<{
  filter?: InputMaybe<InvoiceFilter>;
}>;


export type InvoiceTotalsQuery = { __typename?: 'Query', invoiceTotals: { __typename?: 'InvoiceTotals', invoiceCount: number, asOf: string, stale: boolean, byCurrency: Array<{ __typename?: 'InvoiceCurrencyTotals', currency: string, invoiceCount: number, totalAmount: string, openAmount: string, overdueAmount: string }> } };

export type PaymentsQueryVariables = Exact<{
  filter?: InputMaybe<PaymentFilter>;
  orderBy?: InputMaybe<Array<PaymentOrder> | PaymentOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PaymentsQuery = { __typename?: 'Query', payments: { __typename?: 'PaymentConnection', totalCount: number, asOf: string, stale: boolean, nodes: Array<{ __typename?: 'Payment', id: string, number: string, invoiceNumber: string | null, method: string | null, reference: string | null, paidOn: string | null, currency: string, amount: string, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string }, invoice: { __typename?: 'Invoice', id: string, status: InvoiceStatus } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PrepareInvoiceExportMutationVariables = Exact<{
  input: PrepareInvoiceExportInput;
}>;


export type PrepareInvoiceExportMutation = { __typename?: 'Mutation', prepareInvoiceExport: { __typename?: 'Download', url: string, fileName: string, expiresAt: string, rowCount: number | null } };

export type LogoutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutEverywhereMutation = { __typename?: 'Mutation', logoutEverywhere: number };

export type PreparePaymentExportMutationVariables = Exact<{
  input: PreparePaymentExportInput;
}>;


export type PreparePaymentExportMutation = { __typename?: 'Mutation', preparePaymentExport: { __typename?: 'Download', url: string, fileName: string, expiresAt: string, rowCount: number | null } };

export type HistoryQueryVariables = Exact<{
  filter?: InputMaybe<HistoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type HistoryQuery = { __typename?: 'Query', history: { __typename?: 'HistoryConnection', totalCount: number, asOf: string | null, stale: boolean, missing: Array<HistoryKind>, nodes: Array<{ __typename?: 'HistoryEntry', id: string, kind: HistoryKind, at: string, on: string | null, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null } | null, erpCustomer: { __typename?: 'ErpCustomer', name: string } | null, quote: { __typename?: 'Quote', id: string, reference: string, currency: string, totalAmount: string | null } | null, quoteEvent: { __typename?: 'QuoteEvent', from: QuoteStatus | null, to: QuoteStatus, note: string | null, by: { __typename?: 'Actor', name: string, role: Role } | null } | null, connote: { __typename?: 'Connote', id: string, number: string, currency: string, totalAmount: string } | null, connoteEvent: { __typename?: 'ConnoteEvent', kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, reason: AttemptReason | null, note: string | null, by: { __typename?: 'Actor', name: string, role: Role } | null } | null, photo: { __typename?: 'Photo', id: string, kind: PhotoKind, note: string | null, thumbnailUrl: string, url: string, width: number, height: number } | null, invoice: { __typename?: 'Invoice', id: string, number: string, status: InvoiceStatus, currency: string, totalAmount: string, openAmount: string, description: string | null } | null, payment: { __typename?: 'Payment', id: string, number: string, invoiceNumber: string | null, method: string | null, currency: string, amount: string } | null, reward: { __typename?: 'RewardEntry', kind: RewardEntryKind, points: number, balance: number, note: string | null } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ErpStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type ErpStatusQuery = { __typename?: 'Query', erpStatus: { __typename?: 'ErpStatus', reachable: boolean, kind: string, readOnly: boolean, circuit: string, latencyMs: number | null, lastError: string | null, lastErrorAt: string | null, recentFailureRate: number | null, encryption: string | null, checkedAt: string, recent: Array<{ __typename?: 'ErpLatency', at: string, latencyMs: number | null }> } };

export type AccessPreviewQueryVariables = Exact<{
  portalUserId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type AccessPreviewQuery = { __typename?: 'Query', accessPreview: { __typename?: 'AccessPreview', homePath: string, allErpCustomers: boolean, explanation: Array<string>, user: { __typename?: 'PortalUser', id: string, username: string, role: Role, active: boolean }, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }>, reasons: Array<{ __typename?: 'AccessReason', reason: AccessReasonCode, at: string | null, role: Role | null, names: Array<string> | null, moreNames: number | null }>, inventoryTotals: { __typename?: 'InventoryTotals', itemCount: number, asOf: string, stale: boolean }, inventory: { __typename?: 'InventoryConnection', totalCount: number, nodes: Array<{ __typename?: 'InventoryItem', id: string, partNumber: string, quantityOnHand: string, unit: string, erpCustomer: { __typename?: 'ErpCustomer', name: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', role: Role, mustChangePassword: boolean, homePath: string, allErpCustomers: boolean, user: { __typename?: 'PortalUser', id: string, username: string, email: string, displayName: string | null, lastLoginAt: string | null }, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } | null };

export type AuditEntriesQueryVariables = Exact<{
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type AuditEntriesQuery = { __typename?: 'Query', auditEntries: { __typename?: 'AuditEntryConnection', totalCount: number, nodes: Array<{ __typename?: 'AuditEntry', id: string, sequence: number, at: string, action: AuditAction, outcome: AuditOutcome, actorName: string, targetType: AuditTargetType | null, targetId: string | null, targetLabel: string | null, ip: string | null, userAgent: string | null, requestId: string | null, hash: string, actor: { __typename?: 'PortalUser', id: string, username: string } | null, changes: Array<{ __typename?: 'AuditChange', field: string, before: unknown | null, after: unknown | null }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type VerifyAuditLogQueryVariables = Exact<{ [key: string]: never; }>;


export type VerifyAuditLogQuery = { __typename?: 'Query', verifyAuditLog: { __typename?: 'AuditVerification', intact: boolean, entriesChecked: number, firstBrokenSequence: number | null, overdue: number } };

export type TrailsOfPortalUsersQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  entries?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<AuditFilter>;
}>;


export type TrailsOfPortalUsersQuery = { __typename?: 'Query', portalUsers: { __typename?: 'PortalUserConnection', nodes: Array<{ __typename?: 'PortalUser', id: string, username: string, auditEntries: { __typename?: 'AuditEntryConnection', totalCount: number, nodes: Array<{ __typename?: 'AuditEntry', sequence: number, at: string, action: AuditAction, actorName: string, targetLabel: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }> } };

export type MailsQueryVariables = Exact<{
  filter?: InputMaybe<MailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type MailsQuery = { __typename?: 'Query', mails: { __typename?: 'MailConnection', totalCount: number, nodes: Array<{ __typename?: 'Mail', id: string, to: string, template: string, subject: string, status: MailStatus, attempts: number, lastError: string | null, nextAttemptAt: string | null, createdAt: string, sentAt: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RetryMailMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RetryMailMutation = { __typename?: 'Mutation', retryMail: { __typename?: 'Mail', id: string, status: MailStatus, attempts: number, lastError: string | null } };

export type CreatePortalUserMutationVariables = Exact<{
  input?: CreatePortalUserInput;
}>;


export type CreatePortalUserMutation = { __typename?: 'Mutation', createPortalUser: { __typename?: 'CreatePortalUserPayload', temporaryPassword: string | null, portalUser: { __typename?: 'PortalUser', id: string, username: string, email: string, displayName: string | null, role: Role, active: boolean, mustChangePassword: boolean, temporaryPasswordExpiresAt: string | null, emailConfirmed: boolean, allErpCustomers: boolean, version: number, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } } };

export type UpdatePortalUserMutationVariables = Exact<{
  input: UpdatePortalUserInput;
}>;


export type UpdatePortalUserMutation = { __typename?: 'Mutation', updatePortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string, username: string, email: string, displayName: string | null, role: Role, active: boolean, emailConfirmed: boolean, allErpCustomers: boolean, updatedAt: string, version: number, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } } };

export type InventoryQueryVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
  orderBy?: InputMaybe<Array<InventoryOrder> | InventoryOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type InventoryQuery = { __typename?: 'Query', inventory: { __typename?: 'InventoryConnection', asOf: string, stale: boolean, nodes: Array<{ __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, unit: string, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, receivedOn: string | null, expiresOn: string | null, lastMovedAt: string | null, erpCustomer: { __typename?: 'ErpCustomer', name: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type DeactivatePortalUserMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeactivatePortalUserMutation = { __typename?: 'Mutation', deactivatePortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string, active: boolean, version: number } } };

export type ReactivatePortalUserMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ReactivatePortalUserMutation = { __typename?: 'Mutation', reactivatePortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string, active: boolean, version: number } } };

export type DeactivateDormantPortalUsersMutationVariables = Exact<{
  lastLoginBefore: Scalars['DateTime']['input'];
}>;


export type DeactivateDormantPortalUsersMutation = { __typename?: 'Mutation', deactivateDormantPortalUsers: number };

export type UnlockPortalUserMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type UnlockPortalUserMutation = { __typename?: 'Mutation', unlockPortalUser: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string, failedLoginCount: number, lockedUntil: string | null } } };

export type ResetPortalUserPasswordMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ResetPortalUserPasswordMutation = { __typename?: 'Mutation', resetPortalUserPassword: { __typename?: 'PortalUserPayload', portalUser: { __typename?: 'PortalUser', id: string, mustChangePassword: boolean, temporaryPasswordExpiresAt: string | null, version: number } } };

export type PortalUserQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalUserQuery = { __typename?: 'Query', portalUser: { __typename?: 'PortalUser', id: string, username: string, email: string, displayName: string | null, role: Role, active: boolean, mustChangePassword: boolean, temporaryPasswordExpiresAt: string | null, emailConfirmed: boolean, allErpCustomers: boolean, lastLoginAt: string | null, failedLoginCount: number, lockedUntil: string | null, createdAt: string, updatedAt: string, version: number, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }> } | null };

export type RequestPasswordResetMutationVariables = Exact<{
  email: Scalars['String']['input'];
}>;


export type RequestPasswordResetMutation = { __typename?: 'Mutation', requestPasswordReset: boolean };

export type ResetPasswordMutationVariables = Exact<{
  token: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
}>;


export type ResetPasswordMutation = { __typename?: 'Mutation', resetPassword: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, refreshToken: string, viewer: { __typename?: 'Viewer', mustChangePassword: boolean, homePath: string, user: { __typename?: 'PortalUser', username: string, emailConfirmed: boolean } } } };

export type ConfirmEmailMutationVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type ConfirmEmailMutation = { __typename?: 'Mutation', confirmEmail: boolean };

export type InventoryCountQueryVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
}>;


export type InventoryCountQuery = { __typename?: 'Query', inventory: { __typename?: 'InventoryConnection', totalCount: number } };

export type InventoryTotalsQueryVariables = Exact<{
  filter?: InputMaybe<InventoryFilter>;
}>;


export type InventoryTotalsQuery = { __typename?: 'Query', inventoryTotals: { __typename?: 'InventoryTotals', itemCount: number, partCount: number, binCount: number, asOf: string, stale: boolean, byUnit: Array<{ __typename?: 'InventoryGroup', unit: string, itemCount: number, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, earliestExpiry: string | null }> } };

export type CustomersQueryVariables = Exact<{
  filter?: InputMaybe<CustomerFilter>;
  orderBy?: InputMaybe<CustomerOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type CustomersQuery = { __typename?: 'Query', customers: { __typename?: 'CustomerConnection', totalCount: number, nodes: Array<{ __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null, source: CustomerSource, version: number, deletedAt: string | null, portalAccount: { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, email: string | null, lastError: string | null } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CreateCustomerMutationVariables = Exact<{
  input?: CreateCustomerInput;
}>;


export type CreateCustomerMutation = { __typename?: 'Mutation', createCustomer: { __typename?: 'CreateCustomerPayload', customer: { __typename?: 'Customer', id: string, email: string | null, version: number }, portalAccount: { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, lastError: string | null } } };

export type UpdateCustomerMutationVariables = Exact<{
  input: UpdateCustomerInput;
}>;


export type UpdateCustomerMutation = { __typename?: 'Mutation', updateCustomer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null, version: number, updatedAt: string } };

export type DeleteCustomerMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteCustomerMutation = { __typename?: 'Mutation', deleteCustomer: { __typename?: 'Customer', id: string, deletedAt: string | null } };

export type ProvisionPortalAccountMutationVariables = Exact<{
  input: ProvisionPortalAccountInput;
}>;


export type ProvisionPortalAccountMutation = { __typename?: 'Mutation', provisionPortalAccount: { __typename?: 'ProvisionPortalAccountPayload', accountExists: boolean, temporaryPassword: string | null, customer: { __typename?: 'Customer', id: string, email: string | null, version: number }, portalAccount: { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, email: string | null, createdAt: string | null, lastError: string | null, user: { __typename?: 'PortalUser', id: string, username: string, emailConfirmed: boolean } | null } } };

export type ProvisionPortalAccountsMutationVariables = Exact<{
  input: ProvisionPortalAccountsInput;
}>;


export type ProvisionPortalAccountsMutation = { __typename?: 'Mutation', provisionPortalAccounts: { __typename?: 'ProvisionPortalAccountsPayload', provisioned: Array<{ __typename?: 'ProvisionPortalAccountPayload', accountExists: boolean, temporaryPassword: string | null, customer: { __typename?: 'Customer', id: string }, portalAccount: { __typename?: 'PortalAccount', status: PortalAccountStatus, email: string | null } }>, failures: Array<{ __typename?: 'ProvisioningFailure', customerId: string, code: ErrorCode, message: string, reason: RefusalReason | null, params: unknown | null }> } };

export type SendPortalPasswordResetMutationVariables = Exact<{
  customerId: Scalars['ID']['input'];
}>;


export type SendPortalPasswordResetMutation = { __typename?: 'Mutation', sendPortalPasswordReset: boolean };

export type RevokePortalAccessMutationVariables = Exact<{
  customerId: Scalars['ID']['input'];
}>;


export type RevokePortalAccessMutation = { __typename?: 'Mutation', revokePortalAccess: { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, email: string | null } };

export type RestorePortalAccessMutationVariables = Exact<{
  customerId: Scalars['ID']['input'];
}>;


export type RestorePortalAccessMutation = { __typename?: 'Mutation', restorePortalAccess: { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, email: string | null } };

export type CustomerQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CustomerQuery = { __typename?: 'Query', customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null, source: CustomerSource, createdAt: string, updatedAt: string, version: number, deletedAt: string | null, portalAccount: { __typename?: 'PortalAccount', accountExists: boolean, status: PortalAccountStatus, email: string | null, createdAt: string | null, lastError: string | null, user: { __typename?: 'PortalUser', id: string, username: string, emailConfirmed: boolean } | null } } | null };

export type InventoryGroupsQueryVariables = Exact<{
  by?: Array<InventoryGroupKey> | InventoryGroupKey;
  filter?: InputMaybe<InventoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type InventoryGroupsQuery = { __typename?: 'Query', inventoryGroups: Array<{ __typename?: 'InventoryGroup', partNumber: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, expiresMonth: string | null, unit: string, itemCount: number, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, earliestExpiry: string | null, erpCustomer: { __typename?: 'ErpCustomer', name: string } | null }> };

export type QuotesQueryVariables = Exact<{
  filter?: InputMaybe<QuoteFilter>;
  orderBy?: InputMaybe<QuoteOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type QuotesQuery = { __typename?: 'Query', quotes: { __typename?: 'QuoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, service: ServiceLevel, chargeableWeightKg: string, totalAmount: string | null, currency: string, validUntil: string | null, customerReference: string | null, allowedActions: Array<QuoteAction>, createdAt: string, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, origin: { __typename?: 'Address', suburb: string, state: string }, destination: { __typename?: 'Address', suburb: string, state: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type QuoteQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  forStaff?: InputMaybe<Scalars['Boolean']['input']>;
}>;


export type QuoteQuery = { __typename?: 'Query', quote: { __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string | null, suggestedAmount?: string | null, currency: string, validUntil: string | null, customerReference: string | null, pickupOn: string | null, allowedActions: Array<QuoteAction>, version: number, createdAt: string, updatedAt: string, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null }, origin: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, destination: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string, lengthCm: string | null, widthCm: string | null, heightCm: string | null, dangerousGoods: { __typename?: 'DangerousGoods', unNumber: string, class: string, packingGroup: string | null } | null }>, events: Array<{ __typename?: 'QuoteEvent', from: QuoteStatus | null, to: QuoteStatus, note: string | null, at: string, by: { __typename?: 'Actor', name: string, role: Role } | null }> } | null };

export type RequestQuoteMutationVariables = Exact<{
  input?: RequestQuoteInput;
}>;


export type RequestQuoteMutation = { __typename?: 'Mutation', requestQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, reference: string, status: QuoteStatus, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, currency: string, allowedActions: Array<QuoteAction> } } };

export type PriceQuoteMutationVariables = Exact<{
  input: PriceQuoteInput;
}>;


export type PriceQuoteMutation = { __typename?: 'Mutation', priceQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, status: QuoteStatus, totalAmount: string | null, currency: string, validUntil: string | null, allowedActions: Array<QuoteAction>, version: number } } };

export type ApproveQuoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
}>;


export type ApproveQuoteMutation = { __typename?: 'Mutation', approveQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, status: QuoteStatus, totalAmount: string | null, currency: string, validUntil: string | null, allowedActions: Array<QuoteAction>, version: number } } };

export type RejectQuoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
}>;


export type RejectQuoteMutation = { __typename?: 'Mutation', rejectQuote: { __typename?: 'QuotePayload', quote: { __typename?: 'Quote', id: string, status: QuoteStatus, totalAmount: string | null, currency: string, validUntil: string | null, allowedActions: Array<QuoteAction>, version: number } } };

export type RatesQueryVariables = Exact<{
  service?: InputMaybe<ServiceLevel>;
}>;


export type RatesQuery = { __typename?: 'Query', rates: Array<{ __typename?: 'Rate', id: string, service: ServiceLevel, originState: string | null, destinationState: string | null, base: string, perKg: string, minimum: string, currency: string, validFrom: string, validUntil: string | null, version: number }> };

export type SaveRateMutationVariables = Exact<{
  input?: RateInput;
}>;


export type SaveRateMutation = { __typename?: 'Mutation', saveRate: { __typename?: 'Rate', id: string, service: ServiceLevel, originState: string | null, destinationState: string | null, base: string, perKg: string, minimum: string, currency: string, validFrom: string, validUntil: string | null, version: number } };

export type DeleteRateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteRateMutation = { __typename?: 'Mutation', deleteRate: boolean };

export type ErpCustomersQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type ErpCustomersQuery = { __typename?: 'Query', erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string, inventory: { __typename?: 'InventoryConnection', totalCount: number, nodes: Array<{ __typename?: 'InventoryItem', id: string, partNumber: string, quantityAvailable: string, unit: string }> }, inventoryTotals: { __typename?: 'InventoryTotals', itemCount: number, partCount: number, binCount: number } }> };

export type ConnotesQueryVariables = Exact<{
  filter?: InputMaybe<ConnoteFilter>;
  orderBy?: InputMaybe<ConnoteOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type ConnotesQuery = { __typename?: 'Query', connotes: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, customerReference: string | null, totalAmount: string, currency: string, pickupOn: string | null, estimatedDeliveryOn: string | null, createdAt: string, updatedAt: string, version: number, allowedTransitions: Array<ConnoteStatus>, pickup: { __typename?: 'Address', suburb: string, state: string }, delivery: { __typename?: 'Address', suburb: string, state: string }, driver: { __typename?: 'Actor', id: string, name: string } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } };

export type ConnoteQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ConnoteQuery = { __typename?: 'Query', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, service: ServiceLevel, weightKg: string, cubicWeightKg: string | null, chargeableWeightKg: string, totalAmount: string, currency: string, customerReference: string | null, pickupOn: string | null, readyAt: string | null, instructions: string | null, estimatedDeliveryOn: string | null, deliveredAt: string | null, trackingUrl: string, version: number, createdAt: string, updatedAt: string, allowedTransitions: Array<ConnoteStatus>, customer: { __typename?: 'Customer', id: string, firstName: string, lastName: string, company: string | null, email: string | null, phone: string | null }, quote: { __typename?: 'Quote', id: string, reference: string } | null, pickup: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, delivery: { __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }, items: Array<{ __typename?: 'FreightItem', description: string | null, packaging: Packaging, quantity: number, weightKg: string }>, driver: { __typename?: 'Actor', id: string, name: string } | null, events: Array<{ __typename?: 'ConnoteEvent', id: string, kind: ConnoteEventKind, from: ConnoteStatus | null, to: ConnoteStatus, note: string | null, at: string, recordedAt: string, by: { __typename?: 'Actor', name: string, role: Role } | null }>, attempts: Array<{ __typename?: 'DeliveryAttempt', id: string, reason: AttemptReason, note: string | null, at: string, by: { __typename?: 'Actor', name: string } }> } | null };

export type BookShipmentMutationVariables = Exact<{
  input?: BookShipmentInput;
}>;


export type BookShipmentMutation = { __typename?: 'Mutation', bookShipment: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, totalAmount: string, version: number, allowedTransitions: Array<ConnoteStatus> } } };

export type UpdateConnoteStatusMutationVariables = Exact<{
  input: UpdateConnoteStatusInput;
}>;


export type UpdateConnoteStatusMutation = { __typename?: 'Mutation', updateConnoteStatus: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, totalAmount: string, version: number, allowedTransitions: Array<ConnoteStatus> } } };

export type CancelConnoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
}>;


export type CancelConnoteMutation = { __typename?: 'Mutation', cancelConnote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, totalAmount: string, version: number, allowedTransitions: Array<ConnoteStatus> } } };

export type PriceConnoteMutationVariables = Exact<{
  input: PriceConnoteInput;
}>;


export type PriceConnoteMutation = { __typename?: 'Mutation', priceConnote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, totalAmount: string, version: number, allowedTransitions: Array<ConnoteStatus> } } };

export type CopyConnoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CopyConnoteMutation = { __typename?: 'Mutation', copyConnote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, totalAmount: string, version: number, allowedTransitions: Array<ConnoteStatus> } } };

export type AddConnoteNoteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  at?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type AddConnoteNoteMutation = { __typename?: 'Mutation', addConnoteNote: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, totalAmount: string, version: number, allowedTransitions: Array<ConnoteStatus> } } };

export type RecordAttemptMutationVariables = Exact<{
  input: RecordAttemptInput;
}>;


export type RecordAttemptMutation = { __typename?: 'Mutation', recordAttempt: { __typename?: 'ConnotePayload', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, totalAmount: string, version: number, allowedTransitions: Array<ConnoteStatus> } } };

export type DriversQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type DriversQuery = { __typename?: 'Query', drivers: Array<{ __typename?: 'Actor', id: string, name: string, role: Role }> };

export type PortalUsersQueryVariables = Exact<{
  filter?: InputMaybe<PortalUserFilter>;
  orderBy?: InputMaybe<PortalUserOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type PortalUsersQuery = { __typename?: 'Query', portalUsers: { __typename?: 'PortalUserConnection', totalCount: number, nodes: Array<{ __typename?: 'PortalUser', id: string, username: string, email: string, displayName: string | null, role: Role, active: boolean, mustChangePassword: boolean, allErpCustomers: boolean, lastLoginAt: string | null, failedLoginCount: number, lockedUntil: string | null, version: number, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string, inventoryTotals: { __typename?: 'InventoryTotals', itemCount: number } }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RecentAddressesQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type RecentAddressesQuery = { __typename?: 'Query', recentAddresses: Array<{ __typename?: 'Address', company: string | null, street: string | null, suburb: string, state: string, postcode: string | null, country: string, contactName: string | null, contactPhone: string | null }> };

export type ConnotesOfCustomersQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConnoteFilter>;
}>;


export type ConnotesOfCustomersQuery = { __typename?: 'Query', customers: { __typename?: 'CustomerConnection', nodes: Array<{ __typename?: 'Customer', id: string, connotes: { __typename?: 'ConnoteConnection', totalCount: number, nodes: Array<{ __typename?: 'Connote', id: string, number: string, status: ConnoteStatus }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, countsByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }> } }> } };

export type ConnoteFilesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ConnoteFilesQuery = { __typename?: 'Query', connote: { __typename?: 'Connote', id: string, number: string, status: ConnoteStatus, documentUrl: string, labelUrl: string, proofOfDelivery: { __typename?: 'ProofOfDelivery', receivedBy: string, at: string, note: string | null, signatureUrl: string | null, photos: Array<{ __typename?: 'Photo', id: string }> } | null, photos: Array<{ __typename?: 'Photo', id: string, kind: PhotoKind, takenAt: string, width: number, height: number, note: string | null, url: string, thumbnailUrl: string, by: { __typename?: 'Actor', name: string } }>, servicePhotos: Array<{ __typename?: 'Photo', id: string, kind: PhotoKind, takenAt: string, note: string | null, url: string, thumbnailUrl: string, by: { __typename?: 'Actor', name: string } }> } | null };

export type DashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardQuery = { __typename?: 'Query', dashboard: { __typename?: 'Dashboard', role: Role, path: string, lockedUsers: number | null, failedMails: number | null, failedProvisionings: number | null, quotesByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }>, connotesByStatus: Array<{ __typename?: 'StatusCount', status: string, count: number }>, inventory: { __typename?: 'InventoryTotals', itemCount: number } | null } };

export type InventoryItemQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type InventoryItemQuery = { __typename?: 'Query', inventoryItem: { __typename?: 'InventoryItem', id: string, partNumber: string, description: string | null, warehouse: string | null, bin: string | null, lot: string | null, status: string | null, unit: string, quantityOnHand: string, quantityAllocated: string, quantityAvailable: string, receivedOn: string | null, expiresOn: string | null, lastMovedAt: string | null, unshown: Array<string>, erpCustomer: { __typename?: 'ErpCustomer', name: string } } | null };

export type InventoryFacetQueryVariables = Exact<{
  of?: InventoryGroupKey;
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InventoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type InventoryFacetQuery = { __typename?: 'Query', inventoryFacet: Array<{ __typename?: 'InventoryFacet', value: string | null, itemCount: number }> };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { __typename?: 'Query', apiKeys: Array<{ __typename?: 'ApiKey', id: string, name: string, prefix: string, allErpCustomers: boolean, createdAt: string, lastUsedAt: string | null, expiresAt: string | null, revokedAt: string | null, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }>, createdBy: { __typename?: 'PortalUser', id: string, username: string } }> };

export type CreateApiKeyMutationVariables = Exact<{
  input?: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', secret: string, apiKey: { __typename?: 'ApiKey', id: string, name: string, prefix: string, allErpCustomers: boolean, createdAt: string, lastUsedAt: string | null, expiresAt: string | null, revokedAt: string | null, erpCustomers: Array<{ __typename?: 'ErpCustomer', name: string }>, createdBy: { __typename?: 'PortalUser', id: string, username: string } } } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RevokeApiKeyMutation = { __typename?: 'Mutation', revokeApiKey: { __typename?: 'ApiKey', id: string, name: string, revokedAt: string | null } };

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { __typename?: 'Query', portal: { __typename?: 'Portal', name: string, version: string, color: string, supportEmail: string | null, features: Array<PortalFeature>, passwordRules: { __typename?: 'PasswordRules', minLength: number, maxLength: number } } };

export type ChangePasswordMutationVariables = Exact<{
  currentPassword: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
}>;


export type ChangePasswordMutation = { __typename?: 'Mutation', changePassword: { __typename?: 'SessionPayload', accessToken: string, expiresAt: string, refreshToken: string, viewer: { __typename?: 'Viewer', mustChangePassword: boolean, homePath: string } } };

export type SavedViewsQueryVariables = Exact<{
  page: ListPage;
}>;


export type SavedViewsQuery = { __typename?: 'Query', savedViews: Array<{ __typename?: 'SavedView', id: string, page: ListPage, name: string, query: string, isDefault: boolean, sharedWith: Role | null, mine: boolean, version: number }> };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { __typename?: 'Mutation', saveView: { __typename?: 'SavedView', id: string, page: ListPage, name: string, query: string, isDefault: boolean, sharedWith: Role | null, mine: boolean, version: number } };

export type DeleteViewMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteViewMutation = { __typename?: 'Mutation', deleteView: boolean };

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', pendingEmail: string | null, user: { __typename?: 'PortalUser', id: string, username: string, email: string, emailConfirmed: boolean, displayName: string | null, version: number }, preferences: { __typename?: 'ViewerPreferences', locale: string | null, timeZone: string | null, theme: Theme, density: Density } } | null };

export type UpdateMyProfileMutationVariables = Exact<{
  input: UpdateMyProfileInput;
}>;


export type UpdateMyProfileMutation = { __typename?: 'Mutation', updateMyProfile: { __typename?: 'Viewer', pendingEmail: string | null, user: { __typename?: 'PortalUser', id: string, email: string, displayName: string | null, version: number } } };

export type ResendEmailConfirmationMutationVariables = Exact<{ [key: string]: never; }>;


export type ResendEmailConfirmationMutation = { __typename?: 'Mutation', resendEmailConfirmation: boolean };

export type UpdatePreferencesMutationVariables = Exact<{
  input: ViewerPreferencesInput;
}>;


export type UpdatePreferencesMutation = { __typename?: 'Mutation', updatePreferences: { __typename?: 'ViewerPreferences', locale: string | null, timeZone: string | null, theme: Theme, density: Density } };

export type EndSessionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type EndSessionMutation = { __typename?: 'Mutation', endSession: boolean };

export type PortalUserSessionsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PortalUserSessionsQuery = { __typename?: 'Query', portalUser: { __typename?: 'PortalUser', id: string, username: string, sessions: Array<{ __typename?: 'Session', id: string, createdAt: string, lastUsedAt: string, expiresAt: string, ip: string | null, userAgent: string | null, current: boolean }> } | null };

export type EndPortalUserSessionsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type EndPortalUserSessionsMutation = { __typename?: 'Mutation', endPortalUserSessions: number };


export const LoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Login"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"login"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"customer1","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"password123","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"login"},"value":{"kind":"Variable","name":{"kind":"Name","value":"login"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"homePath"}}]}}]}}]}}]} as unknown as DocumentNode<LoginMutation, LoginMutationVariables>;
export const LogoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Logout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logout"}}]}}]} as unknown as DocumentNode<LogoutMutation, LogoutMutationVariables>;
export const MyActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"targetId"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ip"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MyActivityQuery, MyActivityQueryVariables>;
export const AuditEntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sequence"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sequence"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sequence"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"targetId"}},{"kind":"Field","name":{"kind":"Name","value":"targetLabel"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}}]}}]} as unknown as DocumentNode<AuditEntryQuery, AuditEntryQueryVariables>;
export const MailCountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MailCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<MailCountsQuery, MailCountsQueryVariables>;
export const RestoreCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restoreCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"portalAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<RestoreCustomerMutation, RestoreCustomerMutationVariables>;
export const PrepareInventoryExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PrepareInventoryExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PrepareInventoryExportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prepareInventoryExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}}]}}]}}]} as unknown as DocumentNode<PrepareInventoryExportMutation, PrepareInventoryExportMutationVariables>;
export const PrepareAuditExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PrepareAuditExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"format"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExportFormat"}}},"defaultValue":{"kind":"EnumValue","value":"CSV"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prepareAuditExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"Variable","name":{"kind":"Name","value":"format"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}}]}}]}}]} as unknown as DocumentNode<PrepareAuditExportMutation, PrepareAuditExportMutationVariables>;
export const MailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Mail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"template"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<MailQuery, MailQueryVariables>;
export const ErpCheckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ErpCheck"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erpCheck"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"unreachable"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ErpCheckQuery, ErpCheckQueryVariables>;
export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refreshToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refreshToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refreshToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const CheckErpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckErp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkErp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"unreachable"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CheckErpMutation, CheckErpMutationVariables>;
export const InventoryChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"InventoryChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItemChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isNew"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"warehouse"}},{"kind":"Field","name":{"kind":"Name","value":"bin"}},{"kind":"Field","name":{"kind":"Name","value":"lot"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"quantityOnHand"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAllocated"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"receivedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastMovedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unshown"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItemRemoved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<InventoryChangedSubscription, InventoryChangedSubscriptionVariables>;
export const ViewerChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ViewerChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"homePath"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ViewerChangedSubscription, ViewerChangedSubscriptionVariables>;
export const RewardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rewards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RewardEntryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rewards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"pointValue"}},{"kind":"Field","name":{"kind":"Name","value":"pointsPerUnit"}},{"kind":"Field","name":{"kind":"Name","value":"nextExpiry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"on"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RewardsQuery, RewardsQueryVariables>;
export const RedeemRewardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RedeemRewards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RedeemRewardsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeemRewards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"rewardPoints"}},{"kind":"Field","name":{"kind":"Name","value":"rewardDiscount"}},{"kind":"Field","name":{"kind":"Name","value":"payableAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<RedeemRewardsMutation, RedeemRewardsMutationVariables>;
export const ReturnRewardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReturnRewards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quoteId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnRewards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"quoteId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quoteId"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"rewardPoints"}},{"kind":"Field","name":{"kind":"Name","value":"rewardDiscount"}},{"kind":"Field","name":{"kind":"Name","value":"payableAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<ReturnRewardsMutation, ReturnRewardsMutationVariables>;
export const AdjustRewardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdjustRewards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdjustRewardsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustRewards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]} as unknown as DocumentNode<AdjustRewardsMutation, AdjustRewardsMutationVariables>;
export const MySessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MySessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mySessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"ip"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]} as unknown as DocumentNode<MySessionsQuery, MySessionsQueryVariables>;
export const DeleteConnotePhotoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteConnotePhoto"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteConnotePhoto"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"servicePhotos"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DeleteConnotePhotoMutation, DeleteConnotePhotoMutationVariables>;
export const InvoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Invoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InvoiceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvoiceOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"taxAmount"}},{"kind":"Field","name":{"kind":"Name","value":"openAmount"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"unshown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]}}]} as unknown as DocumentNode<InvoicesQuery, InvoicesQueryVariables>;
export const InvoiceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Invoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"taxAmount"}},{"kind":"Field","name":{"kind":"Name","value":"openAmount"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"unshown"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}}]} as unknown as DocumentNode<InvoiceQuery, InvoiceQueryVariables>;
export const InvoiceTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvoiceTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InvoiceFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceCount"}},{"kind":"Field","name":{"kind":"Name","value":"byCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"openAmount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]}}]} as unknown as DocumentNode<InvoiceTotalsQuery, InvoiceTotalsQueryVariables>;
export const PaymentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Payments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unshown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]}}]} as unknown as DocumentNode<PaymentsQuery, PaymentsQueryVariables>;
export const PrepareInvoiceExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PrepareInvoiceExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PrepareInvoiceExportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prepareInvoiceExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}}]}}]}}]} as unknown as DocumentNode<PrepareInvoiceExportMutation, PrepareInvoiceExportMutationVariables>;
export const LogoutEverywhereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LogoutEverywhere"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logoutEverywhere"}}]}}]} as unknown as DocumentNode<LogoutEverywhereMutation, LogoutEverywhereMutationVariables>;
export const PreparePaymentExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreparePaymentExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreparePaymentExportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preparePaymentExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}}]}}]}}]} as unknown as DocumentNode<PreparePaymentExportMutation, PreparePaymentExportMutationVariables>;
export const HistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"History"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"HistoryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}}]}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quoteEvent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connoteEvent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"photo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"openAmount"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reward"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]}}]} as unknown as DocumentNode<HistoryQuery, HistoryQueryVariables>;
export const ErpStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ErpStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erpStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reachable"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"readOnly"}},{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorAt"}},{"kind":"Field","name":{"kind":"Name","value":"recentFailureRate"}},{"kind":"Field","name":{"kind":"Name","value":"encryption"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"recent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}}]}}]}}]}}]} as unknown as DocumentNode<ErpStatusQuery, ErpStatusQueryVariables>;
export const AccessPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"portalUserId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"portalUserId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"portalUserId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"homePath"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"names"}},{"kind":"Field","name":{"kind":"Name","value":"moreNames"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inventoryTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inventory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"quantityOnHand"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<AccessPreviewQuery, AccessPreviewQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"lastLoginAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"homePath"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const AuditEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"targetId"}},{"kind":"Field","name":{"kind":"Name","value":"targetLabel"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ip"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AuditEntriesQuery, AuditEntriesQueryVariables>;
export const VerifyAuditLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VerifyAuditLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyAuditLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"intact"}},{"kind":"Field","name":{"kind":"Name","value":"entriesChecked"}},{"kind":"Field","name":{"kind":"Name","value":"firstBrokenSequence"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}}]}}]} as unknown as DocumentNode<VerifyAuditLogQuery, VerifyAuditLogQueryVariables>;
export const TrailsOfPortalUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrailsOfPortalUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"entries"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUsers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"entries"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"targetLabel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TrailsOfPortalUsersQuery, TrailsOfPortalUsersQueryVariables>;
export const MailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Mails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MailFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"template"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MailsQuery, MailsQueryVariables>;
export const RetryMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryMail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryMail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}}]} as unknown as DocumentNode<RetryMailMutation, RetryMailMutationVariables>;
export const CreatePortalUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePortalUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePortalUserInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"username"},"value":{"kind":"StringValue","value":"ada","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"StringValue","value":"ada@demo.example","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"role"},"value":{"kind":"EnumValue","value":"CUSTOMER"}},{"kind":"ObjectField","name":{"kind":"Name","value":"erpCustomerNames"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"Acme Beverages","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPortalUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"temporaryPassword"}},{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"temporaryPasswordExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"emailConfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<CreatePortalUserMutation, CreatePortalUserMutationVariables>;
export const UpdatePortalUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePortalUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePortalUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePortalUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"emailConfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<UpdatePortalUserMutation, UpdatePortalUserMutationVariables>;
export const InventoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inventory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"warehouse"}},{"kind":"Field","name":{"kind":"Name","value":"bin"}},{"kind":"Field","name":{"kind":"Name","value":"lot"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"quantityOnHand"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAllocated"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"receivedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastMovedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]}}]} as unknown as DocumentNode<InventoryQuery, InventoryQueryVariables>;
export const DeactivatePortalUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeactivatePortalUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deactivatePortalUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<DeactivatePortalUserMutation, DeactivatePortalUserMutationVariables>;
export const ReactivatePortalUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReactivatePortalUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactivatePortalUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<ReactivatePortalUserMutation, ReactivatePortalUserMutationVariables>;
export const DeactivateDormantPortalUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeactivateDormantPortalUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lastLoginBefore"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deactivateDormantPortalUsers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lastLoginBefore"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lastLoginBefore"}}}]}]}}]} as unknown as DocumentNode<DeactivateDormantPortalUsersMutation, DeactivateDormantPortalUsersMutationVariables>;
export const UnlockPortalUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlockPortalUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlockPortalUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"failedLoginCount"}},{"kind":"Field","name":{"kind":"Name","value":"lockedUntil"}}]}}]}}]}}]} as unknown as DocumentNode<UnlockPortalUserMutation, UnlockPortalUserMutationVariables>;
export const ResetPortalUserPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPortalUserPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPortalUserPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"temporaryPasswordExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<ResetPortalUserPasswordMutation, ResetPortalUserPasswordMutationVariables>;
export const PortalUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortalUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"temporaryPasswordExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"emailConfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastLoginAt"}},{"kind":"Field","name":{"kind":"Name","value":"failedLoginCount"}},{"kind":"Field","name":{"kind":"Name","value":"lockedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<PortalUserQuery, PortalUserQueryVariables>;
export const RequestPasswordResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestPasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}}]}]}}]} as unknown as DocumentNode<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"newPassword"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"newPassword"},"value":{"kind":"Variable","name":{"kind":"Name","value":"newPassword"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"emailConfirmed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"homePath"}}]}}]}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ConfirmEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}]}]}}]} as unknown as DocumentNode<ConfirmEmailMutation, ConfirmEmailMutationVariables>;
export const InventoryCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InventoryCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<InventoryCountQuery, InventoryCountQueryVariables>;
export const InventoryTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InventoryTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"partCount"}},{"kind":"Field","name":{"kind":"Name","value":"binCount"}},{"kind":"Field","name":{"kind":"Name","value":"byUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"quantityOnHand"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAllocated"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"earliestExpiry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]}}]} as unknown as DocumentNode<InventoryTotalsQuery, InventoryTotalsQueryVariables>;
export const CustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"portalAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const CreateCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCustomerInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"firstName"},"value":{"kind":"StringValue","value":"Grace","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"lastName"},"value":{"kind":"StringValue","value":"Hopper","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"StringValue","value":"grace@demo.example","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"portalAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}}]}}]} as unknown as DocumentNode<CreateCustomerMutation, CreateCustomerMutationVariables>;
export const UpdateCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]} as unknown as DocumentNode<UpdateCustomerMutation, UpdateCustomerMutationVariables>;
export const DeleteCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]}}]} as unknown as DocumentNode<DeleteCustomerMutation, DeleteCustomerMutationVariables>;
export const ProvisionPortalAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProvisionPortalAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProvisionPortalAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provisionPortalAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"temporaryPassword"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"portalAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"emailConfirmed"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProvisionPortalAccountMutation, ProvisionPortalAccountMutationVariables>;
export const ProvisionPortalAccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProvisionPortalAccounts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProvisionPortalAccountsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provisionPortalAccounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provisioned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"temporaryPassword"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"portalAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"params"}}]}}]}}]}}]} as unknown as DocumentNode<ProvisionPortalAccountsMutation, ProvisionPortalAccountsMutationVariables>;
export const SendPortalPasswordResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendPortalPasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendPortalPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}}]}]}}]} as unknown as DocumentNode<SendPortalPasswordResetMutation, SendPortalPasswordResetMutationVariables>;
export const RevokePortalAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokePortalAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokePortalAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<RevokePortalAccessMutation, RevokePortalAccessMutationVariables>;
export const RestorePortalAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestorePortalAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restorePortalAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<RestorePortalAccessMutation, RestorePortalAccessMutationVariables>;
export const CustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"portalAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountExists"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"emailConfirmed"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CustomerQuery, CustomerQueryVariables>;
export const InventoryGroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InventoryGroups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryGroupKey"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ERP_CUSTOMER"},{"kind":"EnumValue","value":"STATUS"}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryGroups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"warehouse"}},{"kind":"Field","name":{"kind":"Name","value":"bin"}},{"kind":"Field","name":{"kind":"Name","value":"lot"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expiresMonth"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"quantityOnHand"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAllocated"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"earliestExpiry"}}]}}]}}]} as unknown as DocumentNode<InventoryGroupsQuery, InventoryGroupsQueryVariables>;
export const QuotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Quotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"QuoteFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"QuoteOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quotes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"origin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chargeableWeightKg"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"customerReference"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"countsByStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<QuotesQuery, QuotesQueryVariables>;
export const QuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Quote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"forStaff"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"origin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postcode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"contactName"}},{"kind":"Field","name":{"kind":"Name","value":"contactPhone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postcode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"contactName"}},{"kind":"Field","name":{"kind":"Name","value":"contactPhone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"packaging"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"weightKg"}},{"kind":"Field","name":{"kind":"Name","value":"lengthCm"}},{"kind":"Field","name":{"kind":"Name","value":"widthCm"}},{"kind":"Field","name":{"kind":"Name","value":"heightCm"}},{"kind":"Field","name":{"kind":"Name","value":"dangerousGoods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unNumber"}},{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"packingGroup"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"weightKg"}},{"kind":"Field","name":{"kind":"Name","value":"cubicWeightKg"}},{"kind":"Field","name":{"kind":"Name","value":"chargeableWeightKg"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"suggestedAmount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"forStaff"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"customerReference"}},{"kind":"Field","name":{"kind":"Name","value":"pickupOn"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]} as unknown as DocumentNode<QuoteQuery, QuoteQueryVariables>;
export const RequestQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestQuoteInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"origin"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"suburb"},"value":{"kind":"StringValue","value":"Sydney","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"StringValue","value":"NSW","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"postcode"},"value":{"kind":"StringValue","value":"2000","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"destination"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"suburb"},"value":{"kind":"StringValue","value":"Melbourne","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"StringValue","value":"VIC","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"postcode"},"value":{"kind":"StringValue","value":"3000","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"EnumValue","value":"STANDARD"}},{"kind":"ObjectField","name":{"kind":"Name","value":"items"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"packaging"},"value":{"kind":"EnumValue","value":"PALLET"}},{"kind":"ObjectField","name":{"kind":"Name","value":"quantity"},"value":{"kind":"IntValue","value":"2"}},{"kind":"ObjectField","name":{"kind":"Name","value":"weightKg"},"value":{"kind":"StringValue","value":"180","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"lengthCm"},"value":{"kind":"StringValue","value":"120","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"widthCm"},"value":{"kind":"StringValue","value":"80","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"heightCm"},"value":{"kind":"StringValue","value":"110","block":false}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestQuote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"weightKg"}},{"kind":"Field","name":{"kind":"Name","value":"cubicWeightKg"}},{"kind":"Field","name":{"kind":"Name","value":"chargeableWeightKg"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]}}]}}]} as unknown as DocumentNode<RequestQuoteMutation, RequestQuoteMutationVariables>;
export const PriceQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PriceQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PriceQuoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priceQuote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<PriceQuoteMutation, PriceQuoteMutationVariables>;
export const ApproveQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveQuote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<ApproveQuoteMutation, ApproveQuoteMutationVariables>;
export const RejectQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"note"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectQuote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"note"},"value":{"kind":"Variable","name":{"kind":"Name","value":"note"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<RejectQuoteMutation, RejectQuoteMutationVariables>;
export const RatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"service"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceLevel"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"service"},"value":{"kind":"Variable","name":{"kind":"Name","value":"service"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"originState"}},{"kind":"Field","name":{"kind":"Name","value":"destinationState"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"perKg"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<RatesQuery, RatesQueryVariables>;
export const SaveRateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveRate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RateInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"EnumValue","value":"STANDARD"}},{"kind":"ObjectField","name":{"kind":"Name","value":"originState"},"value":{"kind":"StringValue","value":"NSW","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"destinationState"},"value":{"kind":"StringValue","value":"VIC","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"base"},"value":{"kind":"StringValue","value":"80.00","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"perKg"},"value":{"kind":"StringValue","value":"0.55","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"minimum"},"value":{"kind":"StringValue","value":"120.00","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"validFrom"},"value":{"kind":"StringValue","value":"2026-01-01","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"originState"}},{"kind":"Field","name":{"kind":"Name","value":"destinationState"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"perKg"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SaveRateMutation, SaveRateMutationVariables>;
export const DeleteRateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteRate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<DeleteRateMutation, DeleteRateMutationVariables>;
export const ErpCustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ErpCustomers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"inventory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inventoryTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"partCount"}},{"kind":"Field","name":{"kind":"Name","value":"binCount"}}]}}]}}]}}]} as unknown as DocumentNode<ErpCustomersQuery, ErpCustomersQueryVariables>;
export const ConnotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Connotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnoteFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnoteOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connotes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"customerReference"}},{"kind":"Field","name":{"kind":"Name","value":"pickup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"pickupOn"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedDeliveryOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"driver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"countsByStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<ConnotesQuery, ConnotesQueryVariables>;
export const ConnoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Connote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pickup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postcode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"contactName"}},{"kind":"Field","name":{"kind":"Name","value":"contactPhone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postcode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"contactName"}},{"kind":"Field","name":{"kind":"Name","value":"contactPhone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"packaging"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"weightKg"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weightKg"}},{"kind":"Field","name":{"kind":"Name","value":"cubicWeightKg"}},{"kind":"Field","name":{"kind":"Name","value":"chargeableWeightKg"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"customerReference"}},{"kind":"Field","name":{"kind":"Name","value":"pickupOn"}},{"kind":"Field","name":{"kind":"Name","value":"readyAt"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedDeliveryOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"trackingUrl"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"driver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]}}]} as unknown as DocumentNode<ConnoteQuery, ConnoteQueryVariables>;
export const BookShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookShipmentInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"pickup"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"StringValue","value":"Acme Beverages","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"street"},"value":{"kind":"StringValue","value":"14 Wharf Road","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"suburb"},"value":{"kind":"StringValue","value":"Sydney","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"StringValue","value":"NSW","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"postcode"},"value":{"kind":"StringValue","value":"2000","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"delivery"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"street"},"value":{"kind":"StringValue","value":"220 Dock Street","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"suburb"},"value":{"kind":"StringValue","value":"Melbourne","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"StringValue","value":"VIC","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"postcode"},"value":{"kind":"StringValue","value":"3000","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"weightKg"},"value":{"kind":"StringValue","value":"150","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}}]}}]}}]}}]} as unknown as DocumentNode<BookShipmentMutation, BookShipmentMutationVariables>;
export const UpdateConnoteStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateConnoteStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateConnoteStatusInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateConnoteStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateConnoteStatusMutation, UpdateConnoteStatusMutationVariables>;
export const CancelConnoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelConnote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"note"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelConnote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"note"},"value":{"kind":"Variable","name":{"kind":"Name","value":"note"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}}]}}]}}]}}]} as unknown as DocumentNode<CancelConnoteMutation, CancelConnoteMutationVariables>;
export const PriceConnoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PriceConnote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PriceConnoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priceConnote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}}]}}]}}]}}]} as unknown as DocumentNode<PriceConnoteMutation, PriceConnoteMutationVariables>;
export const CopyConnoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CopyConnote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"copyConnote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}}]}}]}}]}}]} as unknown as DocumentNode<CopyConnoteMutation, CopyConnoteMutationVariables>;
export const AddConnoteNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddConnoteNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"note"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addConnoteNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"note"},"value":{"kind":"Variable","name":{"kind":"Name","value":"note"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}}]}}]}}]}}]} as unknown as DocumentNode<AddConnoteNoteMutation, AddConnoteNoteMutationVariables>;
export const RecordAttemptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordAttempt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAttemptInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordAttempt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}}]}}]}}]}}]} as unknown as DocumentNode<RecordAttemptMutation, RecordAttemptMutationVariables>;
export const DriversDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Drivers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"drivers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]} as unknown as DocumentNode<DriversQuery, DriversQueryVariables>;
export const PortalUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortalUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PortalUserFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PortalUserOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUsers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"inventoryTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastLoginAt"}},{"kind":"Field","name":{"kind":"Name","value":"failedLoginCount"}},{"kind":"Field","name":{"kind":"Name","value":"lockedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PortalUsersQuery, PortalUsersQueryVariables>;
export const RecentAddressesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecentAddresses"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recentAddresses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"suburb"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postcode"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"contactName"}},{"kind":"Field","name":{"kind":"Name","value":"contactPhone"}}]}}]}}]} as unknown as DocumentNode<RecentAddressesQuery, RecentAddressesQueryVariables>;
export const ConnotesOfCustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnotesOfCustomers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"5"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnoteFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"connotes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"countsByStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnotesOfCustomersQuery, ConnotesOfCustomersQueryVariables>;
export const ConnoteFilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnoteFiles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"documentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"labelUrl"}},{"kind":"Field","name":{"kind":"Name","value":"proofOfDelivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receivedBy"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"signatureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"photos"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"photos"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"servicePhotos"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}}]}}]}}]} as unknown as DocumentNode<ConnoteFilesQuery, ConnoteFilesQueryVariables>;
export const DashboardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Dashboard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dashboard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"quotesByStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connotesByStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inventory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lockedUsers"}},{"kind":"Field","name":{"kind":"Name","value":"failedMails"}},{"kind":"Field","name":{"kind":"Name","value":"failedProvisionings"}}]}}]}}]} as unknown as DocumentNode<DashboardQuery, DashboardQueryVariables>;
export const InventoryItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InventoryItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryItem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"warehouse"}},{"kind":"Field","name":{"kind":"Name","value":"bin"}},{"kind":"Field","name":{"kind":"Name","value":"lot"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"quantityOnHand"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAllocated"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"receivedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastMovedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unshown"}}]}}]}}]} as unknown as DocumentNode<InventoryItemQuery, InventoryItemQueryVariables>;
export const InventoryFacetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InventoryFacet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryGroupKey"}}},"defaultValue":{"kind":"EnumValue","value":"WAREHOUSE"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryFacet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}}]}}]}}]} as unknown as DocumentNode<InventoryFacetQuery, InventoryFacetQueryVariables>;
export const ApiKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]} as unknown as DocumentNode<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Stock report","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"erpCustomerNames"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"Acme Beverages","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"allErpCustomers"}},{"kind":"Field","name":{"kind":"Name","value":"erpCustomers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]} as unknown as DocumentNode<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]} as unknown as DocumentNode<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const PortalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Portal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","name":{"kind":"Name","value":"supportEmail"}},{"kind":"Field","name":{"kind":"Name","value":"passwordRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minLength"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}},{"kind":"Field","name":{"kind":"Name","value":"features"}}]}}]}}]} as unknown as DocumentNode<PortalQuery, PortalQueryVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"currentPassword"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"newPassword"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"currentPassword"},"value":{"kind":"Variable","name":{"kind":"Name","value":"currentPassword"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"newPassword"},"value":{"kind":"Variable","name":{"kind":"Name","value":"newPassword"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"homePath"}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SavedViewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SavedViews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ListPage"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedViews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"page"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"query"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"sharedWith"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveViewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"page"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"query"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"sharedWith"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SaveViewMutation, SaveViewMutationVariables>;
export const DeleteViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<DeleteViewMutation, DeleteViewMutationVariables>;
export const MyProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailConfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingEmail"}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"density"}}]}}]}}]}}]} as unknown as DocumentNode<MyProfileQuery, MyProfileQueryVariables>;
export const UpdateMyProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateMyProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMyProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMyProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingEmail"}}]}}]}}]} as unknown as DocumentNode<UpdateMyProfileMutation, UpdateMyProfileMutationVariables>;
export const ResendEmailConfirmationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendEmailConfirmation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendEmailConfirmation"}}]}}]} as unknown as DocumentNode<ResendEmailConfirmationMutation, ResendEmailConfirmationMutationVariables>;
export const UpdatePreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePreferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ViewerPreferencesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePreferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"density"}}]}}]}}]} as unknown as DocumentNode<UpdatePreferencesMutation, UpdatePreferencesMutationVariables>;
export const EndSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<EndSessionMutation, EndSessionMutationVariables>;
export const PortalUserSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortalUserSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portalUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"ip"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]}}]} as unknown as DocumentNode<PortalUserSessionsQuery, PortalUserSessionsQueryVariables>;
export const EndPortalUserSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndPortalUserSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endPortalUserSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<EndPortalUserSessionsMutation, EndPortalUserSessionsMutationVariables>;
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ConnoteFilesDocument,
  type ProofOfDeliveryInput,
  UpdateConnoteStatusDocument,
} from '../../schema/operations.generated.js';
import { Accounts } from './accounts.js';
import { picture } from './images.js';
import { type RestAnswer, rest } from './rest.js';
import { type DemoUser, startTestApp, type TestApp } from './start-app.js';

export type As = DemoUser | { token: string };
type Status = 'PENDING' | 'CONFIRMED' | 'ALLOCATED' | 'IN_TRANSIT' | 'DELIVERED' | 'CANCELLED';

const ADDRESS = `{"company": "Acme", "street": "1 Dock St", "suburb": "Sydney", "state": "NSW", "postcode": "2000",
  "country": "AU", "contactName": "Pat", "contactPhone": "5550 1234"}`;

/** Whose freight is delivered, and by whom. */
interface People {
  customerId: string;
  driverId: string;
}

/** What happens on the way to a delivery, and what it leaves in the store of files. */
export class Deliveries {
  constructor(
    readonly app: TestApp,
    readonly people: People,
  ) {}

  /** The folder of the store of files. */
  get folder(): string {
    return join(this.app.dataDir, 'files');
  }

  /** Puts a connote of customer1's, on driver1's list, into the database. @returns its id */
  async connote(status: Status = 'IN_TRANSIT'): Promise<string> {
    const [row] = await this.app.database(
      `insert into connote (number, customer_id, driver_id, status, service, pickup, delivery, items, weight_kg,
         chargeable_weight_kg, currency, total_amount, tracking_token, delivered_at)
       values ('CN-STORED-' || substr(gen_random_uuid()::text, 1, 8), $1, $2, $3, 'STANDARD', $4, $4, '[]', 10, 10, 'AUD', 100, $5,
         case when $3 = 'DELIVERED' then now() end)
       returning id`,
      [this.people.customerId, this.people.driverId, status, ADDRESS, randomBytes(24).toString('base64url')],
    );
    return String(row?.['id']);
  }

  /** Sends a photo, as driver1 unless told otherwise. */
  async send(
    connoteId: string,
    bytes: Uint8Array,
    { as = 'driver1', query = '' }: { as?: As | null; query?: string } = {},
  ): Promise<RestAnswer> {
    const headers = { 'content-type': 'image/jpeg' };
    return rest(this.app, 'POST', `/api/connotes/${connoteId}/photos${query}`, { as, body: bytes, headers });
  }

  /** A photo that was taken, by driver1 unless told otherwise. @returns its id */
  async photo(connoteId: string, query = '', as: As = 'driver1'): Promise<string> {
    const answer = await this.send(connoteId, await picture().jpeg().toBuffer(), { as, query });
    if (answer.status !== 201) throw new Error(`not taken: ${answer.text}`);
    return answer.body.id;
  }

  deliver(id: string, proof: ProofOfDeliveryInput | null, as: As = 'driver1') {
    return this.app.ask(UpdateConnoteStatusDocument, { input: { id, to: 'DELIVERED', proof } }, as);
  }

  /** The files of a connote as somebody sees them; null if they don't see it. */
  async seen(id: string, as: As) {
    const { data, errors } = await this.app.ask(ConnoteFilesDocument, { id }, as);
    if (!data) throw new Error(`not read: ${JSON.stringify(errors)}`);
    return data.connote ?? null;
  }

  /** The same of one that is there. */
  async must(id: string, as: As = 'operations1') {
    const connote = await this.seen(id, as);
    if (!connote) throw new Error(`there is no ${id}`);
    return connote;
  }

  /** Opens an address as a browser does that has nothing else, or with a token. */
  open(address: string, token?: string): Promise<Response> {
    const { pathname, search } = new URL(address);
    return fetch(this.app.url + pathname + search, {
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
  }

  /** How many files there are in the store, by their folder. */
  async files(): Promise<Record<string, number>> {
    const names = await readdir(this.folder, { recursive: true }).catch(() => []);
    const counts: Record<string, number> = { photos: 0, thumbnails: 0, signatures: 0 };
    for (const name of names) {
      const [folder = '', file] = name.split('/');
      if (file) counts[folder] = (counts[folder] ?? 0) + 1;
    }
    return counts;
  }

  async statusOf(id: string): Promise<unknown> {
    const [row] = await this.app.database('select status from connote where id = $1', [id]);
    return row?.['status'];
  }
}

/** A service where customer1 has freight that driver1 delivers, with another driver and another customer's login. */
export async function startDeliveries(settings: Record<string, string> = {}) {
  const app = await startTestApp(settings);
  const people: Record<string, string> = {};
  for (const login of ['customer1', 'customer2']) {
    const [row] = await app.database(
      `with made as (
         insert into customer (first_name, last_name, company, source) values ('Ada', 'Byron', $1, 'API') returning id
       ) update portal_user set customer_id = made.id from made where username = $2 returning made.id`,
      [`Company of ${login}`, login],
    );
    people[login] = String(row?.['id']);
  }
  const accounts = new Accounts(app);
  const { username, password } = await accounts.made({ role: 'DRIVER' });
  const otherDriver = { username, password, token: await app.tokenOf(username, password) };
  const whose = { customerId: people['customer1'] ?? '', driverId: await accounts.idOf('driver1') };
  return {
    ...{ app, accounts, otherDriver },
    deliveries: new Deliveries(app, whose),
  };
}

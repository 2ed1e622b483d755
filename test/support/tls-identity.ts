import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url));

/** The path of the certificate that servers of the tests show: of this machine, and signed by nobody else. */
export const CERTIFICATE_PATH = fixture('certificate.pem');

/** What a server needs to show it. */
export const tlsIdentity = () => ({
  key: readFileSync(fixture('key.pem')),
  cert: readFileSync(CERTIFICATE_PATH),
});

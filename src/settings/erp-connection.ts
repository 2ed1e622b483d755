import { z } from 'zod';
import { ERP_ISOLATIONS, type ErpServer } from '../erp/erp.js';
import { type Checked, flag } from './values.js';

/** The environment variables of how a connection to the ERP is protected, and how it behaves there. */
export const erpConnectionSettings = {
  ERP_ENCRYPT: z
    .enum(['true', 'false', 'strict'])
    .default('true')
    .transform((value) => (value === 'strict' ? value : value === 'true')),
  ERP_TRUST_SERVER_CERTIFICATE: flag.default(false),
  ERP_APPLICATION_INTENT: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['readonly', 'readwrite']))
    .default('readonly'),
  ERP_ISOLATION: z.string().toLowerCase().pipe(z.enum(ERP_ISOLATIONS)).optional(),
};
type ConnectionSettings = Checked<typeof erpConnectionSettings> & { ERP_KIND?: string | undefined };

/** Settings that contradict each other, or that only SQL Server has. */
export function erpConnectionProblems(s: ConnectionSettings): string[] {
  const problems: string[] = [];
  if (s.ERP_KIND !== 'mssql' && s.ERP_ENCRYPT === 'strict') {
    problems.push(`ERP_ENCRYPT: found strict with ERP_KIND=${s.ERP_KIND}; wanted true or false`);
  }
  if (s.ERP_KIND !== 'mssql' && s.ERP_ISOLATION !== undefined) {
    problems.push(`ERP_ISOLATION: found with ERP_KIND=${s.ERP_KIND}; wanted only with ERP_KIND=mssql`);
  }
  if (s.ERP_ENCRYPT === 'strict' && s.ERP_TRUST_SERVER_CERTIFICATE) {
    problems.push(
      'ERP_TRUST_SERVER_CERTIFICATE: found true with ERP_ENCRYPT=strict, which always verifies; wanted false',
    );
  }
  return problems;
}

/** How connections to the ERP are made, according to the settings. */
export function toErpConnection(
  s: ConnectionSettings,
): Pick<ErpServer, 'encrypt' | 'trustServerCertificate' | 'readOnlyIntent' | 'isolation'> {
  return {
    encrypt: s.ERP_ENCRYPT,
    trustServerCertificate: s.ERP_TRUST_SERVER_CERTIFICATE,
    readOnlyIntent: s.ERP_APPLICATION_INTENT === 'readonly',
    isolation: s.ERP_ISOLATION ?? 'readcommitted',
  };
}

import type { Erp, ErpDialectName, ErpServer } from '../erp.js';
import { describeSecurity } from '../security-of.js';
import { type Finding, type Section } from './section.js';

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|::1|\/.*)$/i;
const FOLDS_CASE = 'then 1 else 0 end as folds_case';
const DETAILS: Record<ErpDialectName, string> = {
  mssql: `select convert(nvarchar(128), serverproperty('ProductVersion')) as version,
    convert(nvarchar(128), serverproperty('Edition')) as edition,
    convert(nvarchar(128), databasepropertyex(db_name(), 'Collation')) as collation,
    case when cast(N'a' as nvarchar(1)) = cast(N'A' as nvarchar(1)) ${FOLDS_CASE}`,
  postgres: `select current_setting('server_version') as version, null as edition, datcollate as collation,
    case when 'a'::text = 'A'::text ${FOLDS_CASE}
    from pg_database where datname = current_database()`,
};

/** Reports which server answers, and the login that it knows us by. @throws what the ERP throws */
export async function checkConnection(
  erp: Erp,
  settings: ErpServer | { kind: 'embedded' },
  signal: AbortSignal,
): Promise<Section> {
  const { version, database, login } = await erp.identify(signal);
  const started = performance.now();
  const [details] = await erp.read({ sql: DETAILS[erp.dialect], parameters: [] }, signal);
  const latencyMs = Math.round((performance.now() - started) * 10) / 10;
  return {
    title: 'connection',
    facts: {
      server: settings.kind === 'embedded' ? 'the embedded demo' : addressOf(settings),
      product: version.split(/\s*[\n(]/)[0] ?? version,
      version: details?.['version'] ?? null,
      edition: details?.['edition'] ?? null,
      database,
      collation: details?.['collation'] ?? null,
      caseSensitive: details?.['folds_case'] !== '1',
      login,
      encryption: settings.kind === 'embedded' ? 'not needed' : describeSecurity(erp.security() ?? 'none'),
      latencyMs,
    },
    findings: settings.kind === 'embedded' ? [] : securityFindings(erp, settings),
  };
}

/** An ERP on another machine should be asked over an encrypted connection, with its certificate verified. */
function securityFindings(erp: Erp, { host }: ErpServer): Finding[] {
  const security = erp.security();
  if (security === null || LOCAL_HOST.test(host)) return [];
  if (security === 'none') {
    const text = 'the connection is not encrypted: the password and all stock pass the network in clear';
    return [{ level: 'warning', text: `${text}. Set ERP_ENCRYPT=true` }];
  }
  if (security.verified) return [];
  const text = 'the certificate is not verified: somebody on the way could pose as the ERP';
  return [{ level: 'warning', text: `${text}. Install one that Portico can verify, see docs/erp.md` }];
}

/** The server's address according to the settings. */
function addressOf({ host, port, instance }: ErpServer): string {
  if (instance !== undefined) return `${host}\\${instance}`;
  return port === undefined ? host : `${host}:${port}`;
}

import type { Erp, ErpDialectName, ErpServer } from '../erp.js';
import type { Section } from './section.js';

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
      encryption: settings.kind === 'embedded' ? 'not needed' : encryptionOf(settings),
      latencyMs,
    },
    findings: [],
  };
}

/** The server's address according to the settings. */
function addressOf({ host, port, instance }: ErpServer): string {
  if (instance !== undefined) return `${host}\\${instance}`;
  return port === undefined ? host : `${host}:${port}`;
}

function encryptionOf({ encrypt, trustServerCertificate }: ErpServer): string {
  if (!encrypt) return 'none: ERP_ENCRYPT=false';
  return trustServerCertificate ? 'TLS, without checking the server certificate' : 'TLS';
}

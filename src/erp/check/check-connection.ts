import type { Erp, ErpDialectName, ErpServer } from '../erp.js';
import type { Section } from './section.js';

const SAME_LETTER = 'then 1 else 0 end as folds_case';
const DETAILS: Record<ErpDialectName, string> = {
  mssql: `select convert(nvarchar(128), serverproperty('ProductVersion')) as version,
    convert(nvarchar(128), serverproperty('Edition')) as edition,
    convert(nvarchar(128), databasepropertyex(db_name(), 'Collation')) as collation,
    case when cast(N'a' as nvarchar(1)) = cast(N'A' as nvarchar(1)) ${SAME_LETTER}`,
  postgres: `select current_setting('server_version') as version, null as edition, datcollate as collation,
    case when 'a'::text = 'A'::text ${SAME_LETTER}
    from pg_database where datname = current_database()`,
};

/** Who is there, and whom it takes us for. @throws what the ERP throws */
export async function checkConnection(
  erp: Erp,
  settings: ErpServer | { kind: 'embedded' },
  signal: AbortSignal,
): Promise<Section> {
  const { version, database, login } = await erp.identify(signal);
  const asked = performance.now();
  const [details] = await erp.read({ sql: DETAILS[erp.dialect], parameters: [] }, signal);
  const latencyMs = Math.round((performance.now() - asked) * 10) / 10;
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

/** Where a server is, as the settings have it. */
function addressOf({ host, port, instance }: ErpServer): string {
  if (instance !== undefined) return `${host}\\${instance}`;
  return port === undefined ? host : `${host}:${port}`;
}

function encryptionOf({ encrypt, trustServerCertificate }: ErpServer): string {
  if (!encrypt) return 'none: ERP_ENCRYPT=false';
  return trustServerCertificate ? 'TLS, whoever the server is' : 'TLS';
}

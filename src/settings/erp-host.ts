import {
  MSSQL_HOST_WANTED,
  POSTGRES_HOST_WANTED,
  parseMssqlHost,
  parsePostgresHost,
  portContradiction,
  type ServerAddress,
} from './server-host.js';
import { quoted } from './values.js';

/** The settings that say where the ERP is. */
interface ErpHostSettings {
  ERP_KIND?: 'mssql' | 'postgres' | 'embedded' | undefined;
  ERP_HOST?: string | undefined;
  ERP_PORT?: number | undefined;
  ERP_INSTANCE?: string | undefined;
}

/** A host that can't be read, and a port or an instance that contradicts it. */
export function erpHostProblems(s: ErpHostSettings): string[] {
  const { ERP_PORT: port, ERP_INSTANCE: instance } = s;
  if (s.ERP_KIND === 'postgres' && instance !== undefined) {
    return [`ERP_INSTANCE: found ${quoted(instance)}; wanted none with ERP_KIND=postgres`];
  }
  if (instance !== undefined && port !== undefined) {
    return [`ERP_PORT: found ${port} together with ERP_INSTANCE; wanted only one of the two`];
  }
  if (s.ERP_HOST === undefined) return [];
  const address = parse(s);
  if (!address) {
    const wanted = s.ERP_KIND === 'mssql' ? MSSQL_HOST_WANTED : POSTGRES_HOST_WANTED;
    return [`ERP_HOST: found ${quoted(s.ERP_HOST)}; ${wanted}`];
  }
  return contradictions(address, s);
}

function contradictions(address: ServerAddress, { ERP_PORT: port, ERP_INSTANCE: instance }: ErpHostSettings) {
  const problems = portContradiction('ERP', port, address.port);
  if (port !== undefined && address.instance !== undefined) {
    problems.push(
      `ERP_PORT: found ${port} together with an instance in ERP_HOST; wanted only one of the two`,
    );
  }
  if (instance !== undefined && address.port !== undefined) {
    problems.push(
      `ERP_INSTANCE: found ${quoted(instance)} together with a port in ERP_HOST; wanted only one of the two`,
    );
  }
  const named = address.instance;
  if (instance !== undefined && named !== undefined && instance.toLowerCase() !== named.toLowerCase()) {
    problems.push(
      `ERP_INSTANCE: found ${quoted(instance)}, and ${quoted(named)} in ERP_HOST; wanted only one of the two`,
    );
  }
  return problems;
}

/** Where the ERP is, from settings without problems. */
export function toErpAddress(s: ErpHostSettings): {
  host: string;
  port: number | undefined;
  instance: string | undefined;
} {
  const { host = '', port, instance } = parse(s) ?? {};
  return { host, port: port ?? s.ERP_PORT, instance: instance ?? s.ERP_INSTANCE };
}

function parse({ ERP_KIND, ERP_HOST = '' }: ErpHostSettings): ServerAddress | null {
  return ERP_KIND === 'mssql' ? parseMssqlHost(ERP_HOST) : parsePostgresHost(ERP_HOST);
}

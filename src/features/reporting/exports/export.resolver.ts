import { Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type ErpScope, mustHaveViewer, STOCK_READERS, type Viewer } from '../../../shared/auth.js';
import { Auth } from '../../../shared/auth-decorators.js';
import { exportsOff } from '../../../shared/errors.js';
import type { AuditEntryLoader } from '../../audit/audit-entry.loader.js';
import type { InventoryLoader } from '../../inventory/inventory.loader.js';
import { Download, PrepareAuditExportArgs } from './download.type.js';
import type { ExportDependencies } from './export-dependencies.js';
import { fileNameOf } from './exported-file.js';
import { PrepareInventoryExportArgs } from './inventory-export.args.js';
import type { PreparedRequest } from './prepared-request.js';

/** What these resolvers need from the request context. */
export interface ExportContext {
  viewer: Viewer | null;
  erpScope: ErpScope;
  loaders: { inventory: InventoryLoader; auditEntries: AuditEntryLoader };
}

/** Files for browsers, which can put no token into a download. */
@Resolver(() => Download)
export class ExportResolver {
  constructor(private readonly dependencies: ExportDependencies) {}

  @Mutation(() => Download, {
    description: "Every row of the inventory that matches, within the viewer's scope, as a file.",
  })
  @Auth(...STOCK_READERS)
  prepareInventoryExport(
    @Args(() => PrepareInventoryExportArgs) { input }: PrepareInventoryExportArgs,
    @Ctx() context: ExportContext,
  ): Promise<Download> {
    if (this.dependencies.stockExportsOff) throw exportsOff();
    return this.#prepare(context, 'inventory', { kind: 'INVENTORY', request: input });
  }

  @Mutation(() => Download, {
    description: 'The entries of the audit log that match, newest first, as a file.',
  })
  @Auth('ADMIN')
  prepareAuditExport(
    @Args(() => PrepareAuditExportArgs) request: PrepareAuditExportArgs,
    @Ctx() context: ExportContext,
  ): Promise<Download> {
    return this.#prepare(context, 'audit-log', { kind: 'AUDIT', request });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many rows match now. It is counted only if it is selected.',
  })
  rowCount(@Root() { request: prepared }: Download, @Ctx() { erpScope, loaders }: ExportContext) {
    const { kind, request } = prepared;
    return kind === 'AUDIT'
      ? loaders.auditEntries.count(request.filter ?? {})
      : loaders.inventory.count(erpScope, request.filter ?? {});
  }

  async #prepare(context: ExportContext, name: string, request: PreparedRequest): Promise<Download> {
    const { downloads, baseUrl, now } = this.dependencies;
    const { token, expiresAt } = await downloads.add(mustHaveViewer(context).sessionId, request);
    return {
      url: `${baseUrl}/export/download/${token}`,
      fileName: fileNameOf(name, request.request.format, now()),
      expiresAt,
      request,
    };
  }
}

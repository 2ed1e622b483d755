import { Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type ErpScope, mustHaveViewer, STOCK_READERS, type Viewer } from '../../../shared/auth.js';
import { Auth } from '../../../shared/auth-decorators.js';
import { exportsOff, switchedOff } from '../../../shared/errors.js';
import type { AuditEntryLoader } from '../../audit/audit-entry.loader.js';
import type { InventoryLoader } from '../../inventory/inventory.loader.js';
import type { InvoiceLoader } from '../../invoices/invoice.loader.js';
import { INVOICE_READERS } from '../../invoices/invoice.resolver.js';
import { Download, PrepareAuditExportArgs } from './download.type.js';
import type { ExportDependencies } from './export-dependencies.js';
import { fileNameOf } from './exported-file.js';
import { PrepareInventoryExportArgs } from './inventory-export.args.js';
import { PrepareInvoiceExportArgs, PreparePaymentExportArgs } from './invoice-export.args.js';
import type { PreparedRequest } from './prepared-request.js';

/** What these resolvers need from the request context. */
export interface ExportContext {
  viewer: Viewer | null;
  erpScope: ErpScope;
  loaders: { inventory: InventoryLoader; invoices: InvoiceLoader; auditEntries: AuditEntryLoader };
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
    description: "Every invoice that matches, within the viewer's scope, as a file.",
  })
  @Auth(...INVOICE_READERS)
  prepareInvoiceExport(
    @Args(() => PrepareInvoiceExportArgs) { input }: PrepareInvoiceExportArgs,
    @Ctx() context: ExportContext,
  ): Promise<Download> {
    const { stockExportsOff, invoices } = this.dependencies;
    if (!invoices.invoices) throw switchedOff('Invoices');
    if (stockExportsOff) throw exportsOff();
    return this.#prepare(context, 'invoices', { kind: 'INVOICES', request: input });
  }

  @Mutation(() => Download, {
    description: "Every payment that matches, within the viewer's scope, as a file.",
  })
  @Auth(...INVOICE_READERS)
  preparePaymentExport(
    @Args(() => PreparePaymentExportArgs) { input }: PreparePaymentExportArgs,
    @Ctx() context: ExportContext,
  ): Promise<Download> {
    const { stockExportsOff, invoices } = this.dependencies;
    if (!invoices.payments) throw switchedOff('Payments');
    if (stockExportsOff) throw exportsOff();
    return this.#prepare(context, 'payments', { kind: 'PAYMENTS', request: input });
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
    switch (prepared.kind) {
      case 'AUDIT':
        return loaders.auditEntries.count(prepared.request.filter ?? {});
      case 'INVENTORY':
        return loaders.inventory.count(erpScope, prepared.request.filter ?? {});
      case 'INVOICES':
        return loaders.invoices.count(prepared.request.filter);
      case 'PAYMENTS':
        return loaders.invoices.paymentCount(prepared.request.filter);
    }
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

-- The invoices of an ERP on SQL Server: one SELECT, used as a derived table. Credit notes have negative amounts.
-- This file maps the demo ERP. Write the same for your own tables; docs/erp.md says what each column must be.
select
  i.doc_no as row_id,
  i.debtor_name as customer_name,
  i.invoice_no as invoice_number,
  i.customer_ref as reference,
  i.invoice_text as description,
  i.issue_date as issued_on,
  i.due_date as due_on,
  i.currency_code as currency,
  i.gross_amount as total_amount,
  i.tax_amount as tax_amount,
  i.open_amount as open_amount
from erp.invoice as i

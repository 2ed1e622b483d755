-- What was paid, as an ERP on PostgreSQL has it: one SELECT, used as a derived table. A payment of several invoices is several rows.
-- This file maps the demo ERP. Write the same for your own tables; docs/erp.md says what each column must be.
select
  p.entry_no as row_id,
  p.debtor_name as customer_name,
  p.receipt_no as payment_number,
  p.invoice_no as invoice_number,
  p.method_name as method,
  p.bank_ref as reference,
  p.pay_date as paid_on,
  p.currency_code as currency,
  p.paid_amount as amount
from erp.payment as p

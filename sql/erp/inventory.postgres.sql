-- The inventory of an ERP on PostgreSQL: one SELECT, used as a derived table.
-- This file maps the demo ERP. Write the same for your own tables; docs/erp.md says what each column must be.
select
  s.stock_no as row_id,
  s.owner_name as customer_name,
  s.item_code as part_number,
  s.item_text as description,
  s.whse as warehouse,
  s.bin_code as bin,
  s.lot_no as lot,
  s.hold_code as status,
  s.uom as unit,
  s.qty_on_hand as quantity_on_hand,
  s.qty_allocated as quantity_allocated,
  s.received_date as received_on,
  s.expiry_date as expires_on,
  s.last_move_utc as last_moved_at
from erp.stock as s

-- An ERP with separate tables for items, lots, bins and every stock movement, and the views that map it.
-- The schema erp belongs to the ERP. The schema portal is the only one that Portico's login may read.
create schema erp;
GO
create table erp.customer (customer_id int not null primary key, name nvarchar(120) not null);
create table erp.item (
  item_id int not null primary key,
  customer_id int not null references erp.customer (customer_id),
  item_no varchar(40) not null,
  description nvarchar(200),
  stock_unit varchar(10) not null
);
create table erp.lot (
  lot_id int not null primary key,
  item_id int not null references erp.item (item_id),
  lot_no varchar(30) not null,
  hold_code varchar(20),
  expires_on date
);
create table erp.warehouse (warehouse_id int not null primary key, code varchar(10) not null);
create table erp.bin (
  bin_id int not null primary key,
  warehouse_id int not null references erp.warehouse (warehouse_id),
  code varchar(20) not null
);
create table erp.stock_move (
  move_id bigint not null primary key,
  lot_id int not null references erp.lot (lot_id),
  bin_id int not null references erp.bin (bin_id),
  quantity decimal(19, 4) not null, -- positive: stock in, negative: stock out
  moved_at datetime2(3) not null -- in UTC
);
create table erp.reservation (
  reservation_id bigint not null primary key,
  lot_id int not null references erp.lot (lot_id),
  bin_id int not null references erp.bin (bin_id),
  quantity decimal(19, 4) not null
);
create index item_of_customer on erp.item (customer_id, item_no);
create index lot_of_item on erp.lot (item_id);
create index move_of_lot on erp.stock_move (lot_id, bin_id) include (quantity, moved_at);
create index reservation_of_lot on erp.reservation (lot_id, bin_id) include (quantity);
GO
create schema portal;
GO
-- One row for the stock of each lot in each bin. Stock that has left has no row.
create view portal.inventory as
select
  cast(concat(moved.lot_id, '-', moved.bin_id) as varchar(30)) as row_id,
  customer.name as customer_name,
  item.item_no as part_number,
  item.description,
  warehouse.code as warehouse,
  bin.code as bin,
  lot.lot_no as lot,
  coalesce(lot.hold_code, 'AVAILABLE') as status,
  item.stock_unit as unit,
  moved.quantity as quantity_on_hand,
  coalesce(reserved.quantity, 0) as quantity_allocated,
  cast(moved.first_at as date) as received_on,
  lot.expires_on,
  moved.last_at as last_moved_at
from (
  select lot_id, bin_id, sum(quantity) as quantity, min(moved_at) as first_at, max(moved_at) as last_at
  from erp.stock_move
  group by lot_id, bin_id
  having sum(quantity) <> 0
) as moved
join erp.lot as lot on lot.lot_id = moved.lot_id
join erp.item as item on item.item_id = lot.item_id
join erp.customer as customer on customer.customer_id = item.customer_id
join erp.bin as bin on bin.bin_id = moved.bin_id
join erp.warehouse as warehouse on warehouse.warehouse_id = bin.warehouse_id
left join (
  select lot_id, bin_id, sum(quantity) as quantity
  from erp.reservation
  group by lot_id, bin_id
) as reserved on reserved.lot_id = moved.lot_id and reserved.bin_id = moved.bin_id;
GO
create view portal.customers as
select name as customer_name from erp.customer;
GO

-- An ERP with separate tables for items, lots, bins and every stock movement, and the views that map it.
-- The schema erp belongs to the ERP. The schema portal is the only one that Portico's login may read.
create schema erp;

create table erp.customer (customer_id int primary key, name varchar(120) not null);
create table erp.item (
  item_id int primary key,
  customer_id int not null references erp.customer,
  item_no varchar(40) not null,
  description varchar(200),
  stock_unit varchar(10) not null
);
create table erp.lot (
  lot_id int primary key,
  item_id int not null references erp.item,
  lot_no varchar(30) not null,
  hold_code varchar(20),
  expires_on date
);
create table erp.warehouse (warehouse_id int primary key, code varchar(10) not null);
create table erp.bin (
  bin_id int primary key,
  warehouse_id int not null references erp.warehouse,
  code varchar(20) not null
);
create table erp.stock_move (
  move_id bigint primary key,
  lot_id int not null references erp.lot,
  bin_id int not null references erp.bin,
  quantity decimal(19, 4) not null, -- positive: stock in, negative: stock out
  moved_at timestamp with time zone not null
);
create table erp.reservation (
  reservation_id bigint primary key,
  lot_id int not null references erp.lot,
  bin_id int not null references erp.bin,
  quantity decimal(19, 4) not null
);
create index on erp.item (customer_id, item_no);
create index on erp.lot (item_id);
create index on erp.stock_move (lot_id, bin_id) include (quantity, moved_at);
create index on erp.reservation (lot_id, bin_id) include (quantity);

create schema portal;

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
  cast(moved.first_at at time zone 'UTC' as date) as received_on,
  lot.expires_on,
  cast(moved.last_at at time zone 'UTC' as timestamp(3)) as last_moved_at
from (
  select lot_id, bin_id, sum(quantity) as quantity, min(moved_at) as first_at, max(moved_at) as last_at
  from erp.stock_move
  group by lot_id, bin_id
  having sum(quantity) <> 0
) as moved
join erp.lot on lot.lot_id = moved.lot_id
join erp.item on item.item_id = lot.item_id
join erp.customer on customer.customer_id = item.customer_id
join erp.bin on bin.bin_id = moved.bin_id
join erp.warehouse on warehouse.warehouse_id = bin.warehouse_id
left join (
  select lot_id, bin_id, sum(quantity) as quantity
  from erp.reservation
  group by lot_id, bin_id
) as reserved on reserved.lot_id = moved.lot_id and reserved.bin_id = moved.bin_id;

create view portal.customers as
select name as customer_name from erp.customer;

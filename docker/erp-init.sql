-- Creates the login that Portico reads the demo ERP with. It may select from the tables of the demo ERP and do nothing else.
-- Runs in the database erp_demo each time the stack starts, and is idempotent.
-- erp-init.sh sets READER_PASSWORD in a line that it puts before this file.
if suser_id(N'portico_reader') is null
  create login portico_reader
    with password = N'$(READER_PASSWORD)', default_database = erp_demo, check_policy = on, check_expiration = off;
GO
-- A changed password in .env takes effect at the next start.
if pwdcompare(
  N'$(READER_PASSWORD)',
  (select password_hash from sys.sql_logins where name = N'portico_reader')
) = 0
  alter login portico_reader with password = N'$(READER_PASSWORD)';
GO
if database_principal_id(N'portico_reader') is null
  create user portico_reader for login portico_reader;
GO
grant select on object::erp.stock to portico_reader;
GO
-- A database that an earlier version has filled has no invoices.
if object_id(N'erp.invoice', N'U') is not null grant select on object::erp.invoice to portico_reader;
if object_id(N'erp.payment', N'U') is not null grant select on object::erp.payment to portico_reader;
GO

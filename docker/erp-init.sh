#!/usr/bin/env bash
# Sets up the demo ERP on SQL Server: the database, its stock, and the login that Portico reads with.
# Runs each time the stack starts, and skips what exists already.
set -euo pipefail

: "${MSSQL_SA_PASSWORD:?the password of sa is missing}"
: "${ERP_READER_PASSWORD:?the password for the login portico_reader is missing}"

readonly SERVER=sqlserver
readonly DATABASE=erp_demo
readonly STOCK_SCRIPT=/demo/stock.sql
readonly LOGIN_SCRIPT=/init/erp-init.sql

# The password is written into SQL between quotes, so characters that could end the quotes are refused.
if [[ ! $ERP_READER_PASSWORD =~ ^[A-Za-z0-9._~+/=@%^-]+$ ]]; then
  echo 'erp-init: ERP_READER_PASSWORD may contain only letters, digits and . _ ~ + / = @ % ^ -' >&2
  exit 1
fi

# sqlcmd reads the password from the environment. As an argument it would be visible in the process list.
export SQLCMDPASSWORD=$MSSQL_SA_PASSWORD

# -C trusts the server's self-signed certificate, -b stops at the first error and reports it, -I (quoted identifiers)
# is needed for tables with some kinds of index, -f 65001 reads scripts as UTF-8.
run_sql() {
  /opt/mssql-tools18/bin/sqlcmd -C -S "$SERVER" -U sa -b -I -l 30 -f 65001 "$@"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run_sql -d master -Q "if db_id(N'$DATABASE') is null create database $DATABASE"

found=$(run_sql -d "$DATABASE" -h -1 -W \
  -Q "set nocount on; select case when object_id(N'erp.stock', N'U') is null then 'absent' else 'present' end")
case $found in
  *present*)
    echo 'erp-init: erp.stock exists already; it is not changed'
    ;;
  *absent*)
    echo 'erp-init: loading the demo stock'
    # In one transaction, so that the next start doesn't take half a load for a complete one.
    {
      printf 'set xact_abort on\nset nocount on\nGO\nbegin transaction\nGO\n'
      cat "$STOCK_SCRIPT"
      printf '\nGO\ncommit transaction\nGO\n'
    } >"$work/stock.sql"
    # -x: "$(" in the data is not a variable.
    run_sql -d "$DATABASE" -x -i "$work/stock.sql"
    ;;
  *)
    echo "erp-init: can't tell whether erp.stock exists; SQL Server answered: $found" >&2
    exit 1
    ;;
esac

{
  printf ':setvar READER_PASSWORD "%s"\n' "$ERP_READER_PASSWORD"
  cat "$LOGIN_SCRIPT"
} >"$work/login.sql"
run_sql -d "$DATABASE" -i "$work/login.sql"

echo 'erp-init: done'

#!/bin/sh
# The first time copies the primary, with a slot that keeps its log for us; from then on follows it.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$PGDATA.new"
  # A copy that was interrupted left its slot behind.
  psql -h primary -U boxoffice -d boxoffice -qtA \
    -c "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'replica' and not active"
  pg_basebackup -h primary -U boxoffice -D "$PGDATA.new" -X stream -R -C -S replica
  mkdir -p "$(dirname "$PGDATA")"
  rm -rf "$PGDATA"
  mv "$PGDATA.new" "$PGDATA"
fi
# max_connections of a standby may not be below the primary's.
exec postgres -c max_connections=300 -c hot_standby_feedback=on -c listen_addresses='*'

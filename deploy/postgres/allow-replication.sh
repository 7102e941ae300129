#!/bin/sh
# Once, when the primary's folder is made: who has the password may stream its log.
set -eu
echo "host replication boxoffice all scram-sha-256" >> "$PGDATA/pg_hba.conf"

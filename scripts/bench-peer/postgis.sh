# A private PostGIS for benchmarks and tests. Sourced after lib.sh; needs $root.

# as_postgres COMMAND...: the server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"
  else
    "$@"
  fi
}

# start_postgis [SETTING...]: on the loopback only, in a folder of its own, gone when the script ends;
# tuned for the questions, not for safety. Sets $database, the address for JDBC, and psql's
# environment. Settings such as shared_buffers=64MB come last and count.
start_postgis() {
  local bin port
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  if [ ! -x "$bin/initdb" ] || ! ls "${bin%/bin}"/lib/postgis-3.so >/dev/null 2>&1; then
    die "Falta PostgreSQL con PostGIS (Debian: apt install postgresql-15 postgresql-15-postgis-3)." \
      "PostgreSQL with PostGIS is missing (Debian: apt install postgresql-15 postgresql-15-postgis-3)."
  fi
  postgres_bin=$bin
  postgres_data=$(mktemp -d)
  if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$postgres_data"; fi
  trap stop_postgis EXIT
  port=$(free_port)
  cd /
  as_postgres "$bin/initdb" -D "$postgres_data/db" -U bench --auth=trust --no-sync -E UTF8 \
    --locale=C.UTF-8 >/dev/null
  postgres_options="-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
    -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=16GB -c jit=off \
    -c shared_buffers=2GB -c effective_cache_size=8GB -c work_mem=256MB \
    -c maintenance_work_mem=1GB -c random_page_cost=1.1 -c effective_io_concurrency=200 \
    -c max_parallel_workers_per_gather=2 -c max_parallel_workers=2${*/#/ -c }"
  resume_postgis
  export PGHOST=127.0.0.1 PGPORT=$port PGUSER=bench PGDATABASE=postgres
  database="jdbc:postgresql://127.0.0.1:$port/postgres?user=bench"
}

# resume_postgis: starts the server again that halt_postgis ended.
resume_postgis() {
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data/db" -w -t 60 -l "$postgres_data/log" \
    -o "$postgres_options" start >/dev/null
}

# replicate_postgis: starts a second server that follows the first one; says its port.
replicate_postgis() {
  local port
  port=$(free_port)
  as_postgres "$postgres_bin/pg_basebackup" -h 127.0.0.1 -p "$PGPORT" -U bench \
    -D "$postgres_data/replica" -R -X stream -c fast --no-sync >/dev/null
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data/replica" -w -t 60 \
    -l "$postgres_data/log.replica" -o "$postgres_options -p $port" start >/dev/null
  echo "$port"
}

# abandon_postgis: ends the second server.
abandon_postgis() {
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data/replica" -m fast -w stop >/dev/null
}

# halt_postgis: ends the server and keeps its data.
halt_postgis() {
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data/db" -m fast -w stop >/dev/null
}

# A port on which nobody listens.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do :; done
  echo "$port"
}

stop_postgis() {
  [ ! -d "$postgres_data/replica" ] || abandon_postgis 2>/dev/null || true
  halt_postgis 2>/dev/null || true
  rm -rf "$postgres_data"
}

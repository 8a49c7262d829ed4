# A private PostGIS for a benchmark. Sourced after lib.sh; needs $root.

# as_postgres COMMAND...: the server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"
  else
    "$@"
  fi
}

# start_postgis: on the loopback only, in a folder of its own, gone when the script ends; tuned for
# the questions, not for safety. Sets $database, the address for JDBC, and psql's environment.
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
  as_postgres "$bin/pg_ctl" -D "$postgres_data/db" -w -t 60 -l "$postgres_data/log" -o "-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
    -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=16GB -c jit=off \
    -c shared_buffers=2GB -c effective_cache_size=8GB -c work_mem=256MB \
    -c maintenance_work_mem=1GB -c random_page_cost=1.1 -c effective_io_concurrency=200 \
    -c max_parallel_workers_per_gather=2 -c max_parallel_workers=2" start >/dev/null
  export PGHOST=127.0.0.1 PGPORT=$port PGUSER=bench PGDATABASE=postgres
  database="jdbc:postgresql://127.0.0.1:$port/postgres?user=bench"
}

# A port on which nobody listens.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do :; done
  echo "$port"
}

stop_postgis() {
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data/db" -m fast -w stop >/dev/null 2>&1 || true
  rm -rf "$postgres_data"
}

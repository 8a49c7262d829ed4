# Jobs on Spark, for scripts/yunga bulk. Sourced after lib.sh, not run.

bulk_target=$root/geodata/bulk/target

# Spark 3.5 on Java 17 opens these; spark-submit does so by itself
spark_opens=(java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util
  java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action
  sun.util.calendar)

# Builds the job when a source is newer; fetches Spark, 330 MB, by Maven the first time.
need_bulk() {
  need_java
  local jar=$bulk_target/yunga-bulk.jar
  if [ -f "$jar" ] && [ -f "$bulk_target/spark.classpath" ] &&
    [ -z "$(find "$root/pom.xml" "$root/geodata/bulk/pom.xml" "$root/geodata/bulk/src/main" \
      "$root/core/src/main" -newer "$jar" -type f -print -quit)" ]; then
    return
  fi
  say "Compilando y trayendo Spark (330 MB la primera vez)..." \
    "Building, and fetching Spark (330 MB the first time)..."
  mkdir -p "$bulk_target"
  local log=$bulk_target/build.log
  if ! maven -Pbulk -pl geodata/bulk -am -Dmaven.test.skip=true -Dstyle.color=never package >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -20 >&2 || tail -20 "$log" >&2
    die "No se pudo preparar Spark. Arriba está el motivo; el registro entero, en $log. La primera vez hace falta conexión." \
      "Spark could not be prepared. The reason is above, the whole log in $log. The first time needs a connection."
  fi
  touch "$jar"
}

# The value of --master among the arguments; nothing without one.
master_of() {
  local master=
  while [ $# -gt 0 ]; do
    case $1 in
      --master) master=${2:-$master} ;;
      --master=*) master=${1#--master=} ;;
    esac
    shift
  done
  printf '%s' "$master"
}

# Runs a job in place of the script: by the machine's own Spark, else by Maven's on this machine alone.
bulk() {
  need_bulk
  local master submit sedona library jars=
  master=$(master_of "$@")
  submit=${SPARK_HOME:+$SPARK_HOME/bin/spark-submit}
  [ -n "$submit" ] || submit=$(command -v spark-submit || true)
  if [ -n "$submit" ] && [ -x "$submit" ]; then
    sedona=$(tr ':' '\n' <"$bulk_target/spark.classpath" | grep -E '/(sedona-spark-shaded|geotools-wrapper)-[^/]*\.jar$')
    for library in "$bulk_target"/lib/*.jar $sedona; do jars=$jars,$library; done
    # without --master Spark's own configuration says where
    exec "$submit" ${master:+--master "$master"} --class org.yunga.geodata.bulk.BulkMain --jars "${jars#,}" \
      "$bulk_target/yunga-bulk.jar" "$@"
  fi
  case $master in
    '' | local*) ;;
    *)
      die "No hay spark-submit en esta máquina y --master $master lo necesita. Instale Spark 3.5 (Scala 2.12), indique SPARK_HOME, o use --master 'local[*]'." \
        "There is no spark-submit on this machine, and --master $master needs it. Install Spark 3.5 (Scala 2.12), set SPARK_HOME, or use --master 'local[*]'."
      ;;
  esac
  local opens=() package
  for package in "${spark_opens[@]}"; do opens+=("--add-opens=java.base/$package=ALL-UNNAMED"); done
  # before Sedona and GeoTools, which bring an older copy that finds no logger
  local slf4j
  slf4j=$(tr ':' '\n' <"$bulk_target/spark.classpath" | grep -E '/slf4j-api-[^/]*\.jar$' | head -1)
  # shellcheck disable=SC2086 # words on purpose
  exec "$java" "${opens[@]}" -Djava.awt.headless=true ${YUNGA_JAVA_OPTIONS:--XX:MaxRAMPercentage=50} \
    -cp "$slf4j:$bulk_target/yunga-bulk.jar:$bulk_target/lib/*:$(cat "$bulk_target/spark.classpath")" \
    org.yunga.geodata.bulk.BulkMain "$@"
}

# What the scripts share. Sourced, not run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# say SPANISH ENGLISH: one line to the person, in the language of the terminal; Spanish first.
say() {
  case "${YUNGA_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-es}}}}" in
    en*) printf '%s\n' "$2" >&2 ;;
    *) printf '%s\n' "$1" >&2 ;;
  esac
}

die() {
  say "$@"
  exit 1
}

# as_root COMMAND...: as it is for root, by sudo for others; fails when there is no sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_apt() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

apt_updated=
# apt_install PACKAGE...: with one update of the lists for the whole script.
apt_install() {
  if [ -z "$apt_updated" ]; then
    as_root apt-get update -qq
    apt_updated=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# need FILE-OR-COMMAND DEBIAN-PACKAGE...: installs what is missing; a file may be a pattern
need() {
  local command=$1
  shift
  if command -v "$command" >/dev/null || compgen -G "$command" >/dev/null; then return; fi
  if can_apt; then
    say "Instalando $*..." "Installing $*..."
    if apt_install "$@"; then return; fi
  fi
  die "Falta '$command'. Instálelo (Debian: apt install $*) y repita." \
    "'$command' is missing. Install it (Debian: apt install $*) and try again."
}

need_postgis() {
  need '/usr/lib/postgresql/*/lib/postgis-3.so' postgresql postgresql-postgis
}

# Chromium and Node for browser tests; where the machine's Node is too old, browser_node says how they bring their own.
need_browser() {
  need chromium chromium
  need node nodejs
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  browser_node=()
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  if [ "$major" -lt 20 ]; then
    say "Node $major es anterior a 20: las pruebas de navegador traen el suyo (200 MB, una vez)." \
      "Node $major is older than 20: the browser tests bring their own (200 MB, once)."
    export YUNGA_BUNDLED_NODE=true
    browser_node=(-Pbundled-node)
  fi
}

java_major() {
  "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1
}

# Finds a JDK 17 or newer, or installs one where apt can.
need_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    java=$JAVA_HOME/bin/java
  elif command -v javac >/dev/null; then
    java=$(command -v java)
  elif can_apt; then
    say "Instalando un JDK 17..." "Installing a JDK 17..."
    if ! apt_install openjdk-17-jdk-headless; then apt_install default-jdk-headless; fi
    java=$(command -v java)
  else
    die "Falta un JDK 17 o más nuevo. Instálelo (Debian/Ubuntu: apt install openjdk-17-jdk-headless) o indique JAVA_HOME." \
      "A JDK 17 or newer is missing. Install it (Debian/Ubuntu: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
  fi
  local major
  major=$(java_major "$java")
  if [ "${major:-0}" -lt 17 ]; then
    die "Java $major es demasiado antiguo: hace falta un JDK 17 o más nuevo (JAVA_HOME o PATH)." \
      "Java $major is too old: a JDK 17 or newer is needed (JAVA_HOME or PATH)."
  fi
}

maven() {
  "$root/mvnw" -B -ntp -f "$root/pom.xml" "$@"
}

jar=$root/web/target/yunga-web.jar
archive=$root/web/target/yunga.jsa
native=$root/web/target/native
# one collector for archive and run: small heaps and old laptops need no other;
# the large arrays of plots stay where they are made, since moving them takes half as long as reading
options="-XX:+UseSerialGC -XX:PretenureSizeThreshold=1m -Djava.awt.headless=true"

# Whether a source is newer than the program that was built last.
stale() {
  [ ! -f "$jar" ] || [ ! -d "$root/web/target/lib" ] ||
    [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root/geodata/geotools/pom.xml" \
      "$root"/*/src/main "$root/geodata/geotools/src" -newer "$jar" -type f -print -quit)" ]
}

# Builds the program when a source is newer than it.
need_program() {
  need_java
  if stale; then
    say "Compilando Yunga (la primera vez descarga bibliotecas; tarda uno o dos minutos)..." \
      "Building Yunga (the first time it fetches libraries; a minute or two)..."
    local log=$root/web/target/build.log
    mkdir -p "$root/web/target"
    if ! maven -Dmaven.test.skip=true -Dstyle.color=never package >"$log" 2>&1; then
      grep -E '^\[ERROR\]' "$log" | head -20 >&2 || tail -20 "$log" >&2
      die "No se pudo compilar. Arriba está el motivo; el registro entero, en $log. Sin conexión, la primera compilación no es posible." \
        "The build failed. The reason is above, the whole log in $log. Without a connection the first build is not possible."
    fi
    touch "$jar"
  fi
  if [ -n "$(find "$jar" "$root/web/target/lib" -newer "$archive" -print -quit 2>&1)" ]; then
    unpack_sqlite
    archive_classes
  fi
}

# SQLite's library, taken out of its jar once: else each start starts "uname", unpacks a megabyte and
# compares it (60 of 1,800 ms of processor time).
unpack_sqlite() {
  local folder
  rm -rf "$native"
  mkdir -p "$native"
  if folder=org/sqlite/native/$("$java" -cp "$(class_path)" org.sqlite.util.OSInfo 2>/dev/null) &&
    (cd "$native" && "${java%java}jar" xf "$root"/web/target/lib/sqlite-jdbc-*.jar "$folder") 2>/dev/null; then
    mv "$native/$folder"/* "$native"
  fi
  rm -rf "$native/org"
}

# Java keeps the classes that a start loads in an archive; without it a start takes twice as long.
# It holds for these very files: also a build by Maven alone makes it out of date.
archive_classes() {
  say "Preparando el arranque rápido..." "Preparing fast starts..."
  rm -f "$archive"
  "$java" -XX:ArchiveClassesAtExit="$archive" $options -cp "$(class_path)" org.yunga.web.Main warm-up \
    >"$root/web/target/archive.log" 2>&1 || rm -f "$archive"
}

# The program and its libraries, in an order that is the same each time.
class_path() {
  local path=$jar library
  for library in "$root"/web/target/lib/*.jar; do path=$path:$library; done
  printf '%s' "$path"
}

# Sets $java_command: Java with the options that the program is started with.
java_command() {
  java_command=("$java")
  # an archive of another Java is passed over without a word
  [ ! -f "$archive" ] ||
    java_command+=(-XX:SharedArchiveFile="$archive" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr)
  local library
  for library in "$native"/*sqlite*; do
    [ ! -f "$library" ] ||
      java_command+=(-Dorg.sqlite.lib.path="$native" -Dorg.sqlite.lib.name="${library##*/}")
  done
  # shellcheck disable=SC2206 # words on purpose
  java_command+=($options ${YUNGA_JAVA_OPTIONS:--XX:MaxRAMPercentage=50})
}

# Runs the program in place of the script.
program() {
  java_command
  exec "${java_command[@]}" -cp "$(class_path)" org.yunga.web.Main "$@"
}

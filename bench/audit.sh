#!/usr/bin/env bash
# saves of drafts a second with the record of deeds on and off, one agency and several, 1 to 16 threads
# Starts the product on a durable database of its own in a temporary folder. Arguments: rounds, milliseconds of each.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

bench=$project/bench/src/vn/binhdang
built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d -p "$project/target")
trap 'rm -rf "$data"' EXIT
"$(dirname "$java")/javac" -nowarn -parameters -d "$built/classes" -cp "$(class_path)" \
  "$bench"/audit/SwitchedTrail.java "$bench"/document/drafting/DraftSaves.java "$bench"/bench/{AuditBench,PageSaves,package-info}.java
"$java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dlogging.level.root=ERROR -Dlogging.level.vn.binhdang=ERROR \
  -cp "$built/classes:$(class_path)" vn.binhdang.bench.AuditBench "$data" "$@"

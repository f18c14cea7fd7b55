#!/usr/bin/env bash
# how fast the record of deeds is verified and how much memory that takes: rows, checkpoints, agencies
# Arguments: rows (1,000,000), checkpoints (500), agencies (20). A database of its own in a temporary folder.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d -p "$project/target")
trap 'rm -rf "$data"' EXIT
"$(dirname "$java")/javac" -nowarn -parameters -d "$built/classes" -cp "$(class_path)" \
  "$project"/bench/src/vn/binhdang/audit/VerifyBench.java
bench() {
  "$java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dlogging.level.root=ERROR "${@:1:1}" \
    -Dlogback.configurationFile=tools-log.xml -cp "$built/classes:$(class_path)" vn.binhdang.audit.VerifyBench "${@:2}"
}
bench -Xmx512m fill "$data" "${1:-1000000}" "${2:-500}" "${3:-20}"
bench -Xmx96m verify "$data"

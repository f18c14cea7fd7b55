#!/usr/bin/env bash
# who has handed in, of 3,300 communes: pages, search, files, acceptance of many, one workbook for all of them
# Starts the product on a durable database of its own in a temporary folder. Argument: rounds of each question.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d -p "$project/target")
trap 'rm -rf "$data"' EXIT
"$(dirname "$java")/javac" -nowarn -parameters -d "$built/classes" -cp "$(class_path)" \
  "$project"/bench/src/vn/binhdang/bench/{BoardBench,ReportingCountry,package-info}.java
"$java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dlogging.level.root=ERROR -Dlogging.level.vn.binhdang=ERROR \
  -cp "$built/classes:$(class_path)" vn.binhdang.bench.BoardBench "$data" "$@"

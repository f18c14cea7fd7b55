#!/usr/bin/env bash
# units on a day (below, above, code, words) over 50,000 units and ten years, beside a plain recursive query
# Starts a database of its own in a temporary folder. Arguments: number of units, questions per line.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

bench=$project/bench
built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$(dirname "$java")/javac" -nowarn -d "$built/classes" -cp "$(class_path)" \
  "$bench"/src/vn/binhdang/bench/{InventedCountry,OrganisationBench,package-info}.java
"$java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider -Dslf4j.internal.verbosity=ERROR \
  -cp "$built/classes:$(class_path)" vn.binhdang.bench.OrganisationBench "$data" "$project/target/postgres" "$@"

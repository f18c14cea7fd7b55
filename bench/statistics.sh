#!/usr/bin/env bash
# 8.6 million values of 3,980 units brought in, saved, added up and asked for, beside plain COPY and GROUP BY
# Starts the product on a durable database of its own in a temporary folder. Argument: how many times as many units (1 or 10).
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

bench=$project/bench/src/vn/binhdang/statistics/exchange
built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d -p "$project/target")
trap 'rm -rf "$data"' EXIT
"$(dirname "$java")/javac" -nowarn -parameters -d "$built/classes" -cp "$(class_path)" "$bench"/*/*.java
"$java" -Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dlogging.level.root=ERROR -Dlogging.level.vn.binhdang=ERROR \
  -cp "$built/classes:$(class_path)" vn.binhdang.statistics.exchange.values.StatisticsBench "$data" "$@"

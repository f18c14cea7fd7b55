#!/usr/bin/env bash
# 8.6 million values of 3,980 units brought in, saved, added up and asked for, by itself and through the web, beside plain COPY and GROUP BY
# Starts the product on a durable database of its own in a temporary folder; then once more as anybody does, on the same data.
# Argument: how many times as many units (1 or 10).
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

bench=$project/bench/src/vn/binhdang
built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d -p "$project/target")
pid=
cleanup() { [ -z "$pid" ] || { kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; } || true; rm -rf "$data"; }
trap cleanup EXIT
"$(dirname "$java")/javac" -nowarn -parameters -d "$built/classes" -cp "$(class_path)" \
  "$bench"/statistics/exchange/*/*.java "$bench"/bench/{Browser,FiguresByWeb,package-info}.java
"$java" -Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dlogging.level.root=ERROR -Dlogging.level.vn.binhdang=ERROR \
  -cp "$built/classes:$(class_path)" vn.binhdang.statistics.exchange.values.StatisticsBench "$data" "$@"

port=${BINHDANG_BENCH_PORT:-8192}
home=http://127.0.0.1:$port
memory() { # processes …
  cat $(printf '/proc/%s/smaps_rollup ' "$@") 2>/dev/null | awk '/^Pss:/ {sum += $2} END {print int(sum / 1024)}'
}
resident() { say "resident $1: Java $(memory "$pid") MB, PostgreSQL $(memory $(pgrep -P "$(head -1 "$(find "$data" -name postmaster.pid)")")) MB"; }

start() {
  begun=$(date +%s%N)
  BINHDANG_DATA=$data/data BINHDANG_PORT=$port BINHDANG_SECOND_FACTOR=optional "$project/bin/run" > "$data/run.log" 2>&1 &
  pid=$!
  until curl -sf -o "$data/page" "$home/sign-in"; do
    kill -0 "$pid" || { cat "$data/run.log" >&2; exit 70; }
    sleep 0.05
  done
}
# The first start makes what later starts use (bin/run).
start
kill "$pid" && wait "$pid" || true
start
say "start on these data to the first page: $((($(date +%s%N) - begun) / 1000000)) ms"
resident "at rest"
"$java" -Xmx512m -XX:+UseSerialGC -cp "$built/classes:$(class_path)" vn.binhdang.bench.FiguresByWeb "$home" "$data"
resident "after the questions"

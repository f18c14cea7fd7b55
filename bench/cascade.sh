#!/usr/bin/env bash
# a plan passed down to 3,400 communes in one act, a clerk in each, and the parent view over them
# Starts the product on a durable database of its own in a temporary folder. Arguments: number of communes, questions per line.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

bench=$project/bench/src/vn/binhdang
built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d -p "$project/target")
trap 'rm -rf "$data"' EXIT
"$(dirname "$java")/javac" -nowarn -parameters -d "$built/classes" -cp "$(class_path)" "$bench"/plan/cascade/CascadeBench.java
"$java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dlogging.level.root=ERROR -Dlogging.level.vn.binhdang=ERROR \
  -cp "$built/classes:$(class_path)" vn.binhdang.plan.cascade.CascadeBench "$data" "$@"

#!/usr/bin/env bash
# speed of the document reader beside Apache Tika, over invented plans and, when given, files of your own
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

bench=$project/bench
built=$project/target/bench
mkdir -p "$built"
if [ ! -f "$built/.class-path" ] || [ "$bench/pom.xml" -nt "$built/.class-path" ]; then
  say "Lấy Apache Tika … / Fetching Apache Tika …"
  maven -f "$bench/pom.xml" dependency:build-classpath -Dmdep.outputFile="$built/.class-path"
fi
# The product's jars first: where Tika brings older ones of the same, both sides run on the product's.
classes=$(class_path):$(cat "$built/.class-path")
"$(dirname "$java")/javac" -nowarn -d "$built/classes" -cp "$classes" "$bench"/src/vn/binhdang/bench/*.java
exec "$java" -Xmx1g -XX:+UseSerialGC -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
  -Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider -Dslf4j.internal.verbosity=ERROR \
  -cp "$built/classes:$classes" vn.binhdang.bench.ReadingBench "$@"

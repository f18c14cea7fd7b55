#!/usr/bin/env bash
# disclosure control: invented publications made safe, attacked from outside; a large one, and rounding
# Arguments: publications of each kind (40), seconds for the search of each (2)
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed

built=$project/target/bench
mkdir -p "$built/classes"
# The publications and the attacker are those of the tests.
tests=$project/src/test/java/vn/binhdang/statistics/disclosure
"$(dirname "$java")/javac" -nowarn -d "$built/classes" -cp "$(class_path)" \
  "$tests/InventedTables.java" "$tests/OutsideAttacker.java" \
  "$project"/bench/src/vn/binhdang/statistics/disclosure/DisclosureBench.java
exec "$java" -Xmx1g -XX:+UseSerialGC -cp "$built/classes:$(class_path)" \
  vn.binhdang.statistics.disclosure.DisclosureBench "$@"

#!/usr/bin/env bash
# kill -9 of the product, every second time with its database, at random moments under load: are answered acts lost?
# bin/bench kill [ROUNDS] [SEED]. The test that every build runs with 2 rounds, run longer.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
rounds=${1:-30} seed=${2:-$(date +%s)}
say "seed $seed"
cd "$project"
mkdir -p target
status=0
mvn -q -B -Dfast test -Dtest=KillTest -Dbinhdang.kill.rounds="$rounds" -Dbinhdang.kill.seed="$seed" \
  > target/kill.log 2>&1 || status=$?
sed 's/\x1b\[[0-9;]*m//g' target/kill.log | grep -E '^kill round|^\[ERROR\]' || true
exit "$status"

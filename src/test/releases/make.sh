#!/usr/bin/env bash
# Makes the fixture of a release, from which the tests upgrade: src/test/releases/make.sh COMMIT NAME
# Checks the release out beside this checkout, walks its own journey in a browser (so its database holds what that release
# writes: accounts, a document brought in, an issued plan, progress with evidence, an issued report), and backs that
# database up with the bin/backup of this checkout, which reads any release's tables.
# The result is src/test/resources/releases/NAME: a backup, its stored files, and the key that opens it (a key for tests).
set -euo pipefail
commit=$1 name=$2
project=$(cd "$(dirname "$(readlink -f "$0")")/../../.." && pwd)
work=$project/target/release-$name
place=$work.place
target=$project/src/test/resources/releases/$name

cd "$project"
rm -rf "$place" "$target"
git worktree remove --force "$work" 2>/dev/null || true
git worktree add --detach "$work" "$commit"
cp src/test/releases/FillTest.java "$work/src/test/java/vn/binhdang/journey/"
(cd "$work" && exec mvn -q -B -Dfast test -Dtest=FillTest -Dbinhdang.fill="$place" \
  > "$work.log" 2>&1) &
filling=$!
until [ -f "$place" ]; do
  kill -0 $filling 2>/dev/null || { tail -40 "$work.log" >&2; exit 1; }
  sleep 1
done
value() { sed -n "s/^$1=//p" "$place" | sed 's/\\\(.\)/\1/g'; }
export BINHDANG_DATABASE_URL=$(value url) BINHDANG_DATABASE_USERNAME=$(value username)
export BINHDANG_DATABASE_PASSWORD=$(value password) BINHDANG_DATA=$(value data)
mkdir -p "$target"
bin/backup --new-key "$target/key"
bin/backup --to "$target"
rm -f "$place" "$target/.lock"
wait $filling
git worktree remove --force "$work"

#!/usr/bin/env bash
# 50,000 units, then 50,000 people, each from an Excel file: check, writing, the same file again; their list and figures
# Starts the product on a data folder of its own with the sample department. Argument: number of rows of each file.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed
rows=${1:-50000}
port=${BINHDANG_BENCH_PORT:-8191}
bench=$project/bench
built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d)
log=$data/console.log
cleanup() { [ -n "${pid:-}" ] && kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; rm -rf "$data"; }
trap cleanup EXIT

"$(dirname "$java")/javac" -nowarn -d "$built/classes" -cp "$(class_path)" \
  "$bench"/src/vn/binhdang/bench/{InventedTable,package-info}.java
"$java" -cp "$built/classes:$(class_path)" vn.binhdang.bench.InventedTable "$data" "$rows" $((rows / 15))

: > "$log"
BINHDANG_DATA=$data/data BINHDANG_PORT=$port "$project/bin/run" > "$log" 2>&1 &
pid=$!
until grep -q "http://localhost:$port/" "$log"; do
  kill -0 "$pid" || { cat "$log" >&2; exit 70; }
  sleep 1
done
password=$(sed -n 's/.*Mật khẩu lần đầu: //p' "$log")

base=http://127.0.0.1:$port
ask() { curl -s -b "$data/cookies" -c "$data/cookies" "$@"; }
field() { grep -o "name=\"$1\" value=\"[^\"]*\"" | head -1 | sed 's/.*value="//;s/"//'; }
token() { ask "$base$1" | field _csrf; }
ask -o /dev/null --data-urlencode "_csrf=$(token /sign-in)" --data-urlencode username=vanphong \
  --data-urlencode "password=$password" "$base/sign-in"
ask -o /dev/null --data-urlencode "_csrf=$(token /account/password)" --data-urlencode "currentPassword=$password" \
  --data-urlencode "newPassword=mot cau cho phep do" --data-urlencode "repeated=mot cau cho phep do" \
  "$base/account/password"

# resident memory of the Java process, its database not counted
memory() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$(pgrep -P "$pid" java || echo "$pid")/status"; }

# until the page shows no progress any more; prints the seconds and the most memory seen
wait_for() { # path
  local from=$1 start most=0 now
  start=$(date +%s%N)
  while ask -o "$data/page" -H 'HX-Request: true' "$base$from" && grep -q '<progress' "$data/page"; do
    now=$(memory); [ "$now" -gt "$most" ] && most=$now
    sleep 0.2
  done
  echo "$(( ($(date +%s%N) - start) / 1000000 )) $most"
}

bring() { # kind
  ask -o /dev/null -w '%{redirect_url}' -F "_csrf=$(token "/imports/new/$1")" -F "file=@$data/$1.xlsx" \
    "$base/imports/new/$1" | sed "s#$base##;s#http://localhost:$port##"
}

report() { # words milliseconds memory
  say "$1: $2 ms, $(( rows * 1000 / ($2 + 1) )) rows/s, $3 MB resident"
}

measure() { # kind
  local import again
  say "$1: $rows rows, $(du -k "$data/$1.xlsx" | cut -f1) kB"
  import=$(bring "$1")
  report "  check" $(wait_for "$import")
  grep -q "action=\"$import/write\"" "$data/page" || { say "mistakes in the invented table"; exit 70; }
  ask -o /dev/null --data-urlencode "_csrf=$(token "$import")" "$base$import/write"
  report "  writing" $(wait_for "$import")
  grep -q 'data-stored' "$data/page" || { say "not written"; exit 70; }
  again=$(bring "$1")
  report "  the same file again" $(wait_for "$again")
  grep -q "action=\"$again/write\"" "$data/page" && { say "the second time would change something"; exit 70; }
  say "  the second time changes nothing"
}

page() { # words path, fields …
  local words=$1 path=$2 fields=() field
  shift 2
  for field in "$@"; do fields+=(--data-urlencode "$field"); done
  [ $# -eq 0 ] || fields+=(--data-urlencode "_csrf=$(token /people)")
  ask -o /dev/null "${fields[@]}" "$base$path"
  say "$words: $(ask -o /dev/null -w '%{time_total}' "${fields[@]}" "$base$path") s"
}

say "at rest: $(memory) MB resident"
measure units
measure people
page "list of people" /people
page "people found by words" /people/search "q=nguyen thi tan truong"
page "figures of the staff" /people/figures
page "table PL2" "/people/figures/pl2.xlsx?unit=$(ask "$base/people/figures" | grep -o 'pl2.xlsx?unit=[0-9a-f-]*' | head -1 | sed 's/.*=//')"

#!/usr/bin/env bash
# the plan page and the sign-in page under 16 connections, with start-up time, memory and page weight
# Starts the product on a data folder of its own with the sample plan, and asks only this machine. Needs wrk.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed
command -v wrk >/dev/null || { say "wrk is missing (package wrk)"; exit 69; }
seconds=${1:-10}
port=${BINHDANG_BENCH_PORT:-8190}
data=$(mktemp -d)
log=$data/console.log
cleanup() { [ -n "${pid:-}" ] && kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; rm -rf "$data"; }
trap cleanup EXIT

start() {
  : > "$log"
  started=$(date +%s%N)
  BINHDANG_DATA=$data/data BINHDANG_PORT=$port "$project/bin/run" > "$log" 2>&1 &
  pid=$!
  until curl -s -o /dev/null "http://127.0.0.1:$port/sign-in"; do
    kill -0 "$pid" || { cat "$log" >&2; exit 70; }
  done
  first_page=$(( ($(date +%s%N) - started) / 1000000 ))
  until grep -q "http://localhost:$port/" "$log"; do kill -0 "$pid" || exit 70; done
}

start
say "first start to first page: $first_page ms"
password=$(sed -n 's/.*Mật khẩu lần đầu: //p' "$log")
kill "$pid"; wait "$pid" 2>/dev/null || true
start
say "start on existing data to first page: $first_page ms"

jar=$data/cookies
ask() { curl -s -b "$jar" -c "$jar" "$@"; }
token() { ask "http://127.0.0.1:$port$1" | grep -o 'name="_csrf" value="[^"]*"' | head -1 | sed 's/.*value="//;s/"//'; }
t=$(token /sign-in)
ask -o /dev/null -d "_csrf=$t" -d username=vanphong --data-urlencode "password=$password" "http://127.0.0.1:$port/sign-in"
t=$(token /account/password)
ask -o /dev/null -d "_csrf=$t" --data-urlencode "currentPassword=$password" --data-urlencode "newPassword=mot cau cho phep do" \
  --data-urlencode "repeated=mot cau cho phep do" "http://127.0.0.1:$port/account/password"
plan=$(ask "http://127.0.0.1:$port/plans" | grep -o '/plans/[0-9a-f-]\{36\}' | head -1)
session=$(awk '$6 == "binhdang" { print $7 }' "$jar")
say "memory at rest (resident): $(awk '/VmRSS/ { print int($2 / 1024) " MB" }' "/proc/$pid/status")"

weight=0
for part in /sign-in /webjars/tabler__core/dist/css/tabler.min.css /webjars/htmx.org/dist/htmx.min.js /app.css /app.js /icon.svg; do
  weight=$((weight + $(curl -s -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download}' "http://127.0.0.1:$port$part")))
done
say "first load, compressed: $((weight / 1000)) kB"

measure() {
  wrk -t2 -c16 -d3s -H "Cookie: binhdang=$session" "http://127.0.0.1:$port$1" >/dev/null
  wrk -t2 -c16 -d"${seconds}s" --latency -H "Cookie: binhdang=$session" "http://127.0.0.1:$port$1" |
    awk -v page="$2" '/50%/ { p50 = $2 } /99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $0 }
      END { printf "%-28s p50 %s  p99 %s  %s requests/s %s\n", page, p50, p99, rate, bad }'
}
measure /sign-in "sign-in page (no database)"
measure "$plan" "plan page (draft)"
measure "$plan/edit" "editor of the plan"
measure /plans "list of plans"
say "memory after the load (resident): $(awk '/VmRSS/ { print int($2 / 1024) " MB" }' "/proc/$pid/status")"

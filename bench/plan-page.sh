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
  BINHDANG_DATA=$data/data BINHDANG_PORT=$port BINHDANG_SECOND_FACTOR=optional "$project/bin/run" > "$log" 2>&1 &
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

base=http://127.0.0.1:$port
who=office
ask() { curl -s -b "$data/$who" -c "$data/$who" "$@"; }
# value of a hidden field, or of the first of a name, in a page that was fetched
field() { grep -o "name=\"$1\" value=\"[^\"]*\"" | head -1 | sed 's/.*value="//;s/"//'; }
post() { # path of the page with the form, path to post to, fields …
  local page=$1 to=$2 fields=() field
  shift 2
  for field in "$@"; do fields+=(--data-urlencode "$field"); done
  ask -o /dev/null --data-urlencode "_csrf=$(ask "$base$page" | field _csrf)" "${fields[@]}" "$base$to"
}
sign_in() {
  post /sign-in /sign-in "username=$1" "password=$password"
  post /account/password /account/password "currentPassword=$password" \
    "newPassword=mot cau cho phep do" "repeated=mot cau cho phep do"
}
sign_in vanphong
plan=$(ask "$base/plans" | grep -o '/plans/[0-9a-f-]\{36\}' | head -1)
document=/documents/${plan#/plans/}
for task in $(ask "$base$plan/edit" | grep -o 'id="task-[0-9a-f-]\{36\}"' | sed 's/id="task-//;s/"//'); do
  post "$plan/edit" "$plan/tasks/$task" version=1 "text=Việc $task" "lead=Văn phòng" "noDueReason=Thường xuyên"
done
post "$plan/edit" "$plan/settings" year=2024
post "$document" "$document/submit" "mark=$(ask "$base$document" | field mark)" warningsSeen=true
who=head
sign_in giamdoc
page=$(ask "$base$document")
post "$document" "$document/approve" "mark=$(field mark <<< "$page")" "signer=$(grep -o "<option value=\"[^\"]*\"" <<< "$page" | head -1 | sed "s/.*value=\"//;s/\"//")"
who=office
post "$document" "$document/issue" "day=$(ask "$base$document" | field day)"
ask -o /dev/null -f "$base$document/issued.pdf" || { say "the sample plan could not be issued"; exit 70; }
session=$(awk '$6 == "binhdang" { print $7 }' "$data/office")
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
measure "$plan" "page of the issued plan"
measure "$document" "page of its document"
measure /plans "list of plans"
say "memory after the load (resident): $(awk '/VmRSS/ { print int($2 / 1024) " MB" }' "/proc/$pid/status")"

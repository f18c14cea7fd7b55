#!/usr/bin/env bash
# a year of 20,000 and of 200,000 tasks, 60,000 people: every list and search at 32 connections
# Starts the product once for each number of tasks, on data folders of its own filled from bench/work.sql, and asks them in
# turns. Arguments: seconds of measuring for each page and round, then the numbers of tasks. The one who asks runs on the same
# processors.
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/../bin/lib.sh"
find_java
build_if_needed
seconds=${1:-2}
rounds=3
# A turn of warming; there are as many as make the page faster.
warming=3
shift || true
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(20000 200000)
port=${BINHDANG_BENCH_PORT:-8192}
built=$project/target/bench
mkdir -p "$built"
data=$(mktemp -d)
declare -A pids ports passwords
cleanup() {
  local tasks
  for tasks in "${!pids[@]}"; do kill "${pids[$tasks]}" 2>/dev/null && wait "${pids[$tasks]}" 2>/dev/null || true; done
  rm -rf "$data"
}
trap cleanup EXIT
tool() { "$java" -XX:+UseSerialGC -Xmx512m -Dstdout.encoding=UTF-8 -cp "$built/classes:$(class_path)" "vn.binhdang.bench.$@"; }
"$(dirname "$java")/javac" -nowarn -d "$built/classes" -cp "$(class_path)" \
  "$project"/bench/src/vn/binhdang/bench/{Browser,InventedYear,Load,package-info}.java

id() { printf '0190%04x-0000-7000-8000-%012x' "$1" "$2"; }

# Label, who asks, what. Person (a - 1) * 200 + i + 1 of agency a: i = 0 head, 10 to 19 heads of divisions, 20 clerk.
questions() {
  local clerks=nguoi21,nguoi221,nguoi421,nguoi1021,nguoi5021,nguoi9021,nguoi20021,nguoi40021
  local heads=nguoi1,nguoi201,nguoi401,nguoi1001,nguoi5001,nguoi9001,nguoi20001,nguoi40001
  local divisions=nguoi11,nguoi12,nguoi213,nguoi414,nguoi1015,nguoi5016,nguoi9017,nguoi20018
  local staff=nguoi31,nguoi42,nguoi253,nguoi464,nguoi1075,nguoi5086,nguoi9097,nguoi20108
  # of the agency with a twentieth of it all: there a search fills its page at both sizes
  local large=nguoi1,nguoi2,nguoi3,nguoi21
  local plan unit task urging
  plan=/plans/$(id 8 20) unit=$(id 3 3) task=/plans/$(id 8 20)/tasks/$(id 9 765)
  line() { printf '%s\t%s\t%s\n' "$@"; }
  line 'my work, staff' "$staff" /
  line 'my work, head of a division' "$divisions" /
  line 'start page, head' "$heads" /
  line 'start page, clerk' "$clerks" /
  line 'late tasks' "$clerks" /work
  line 'open tasks' "$clerks" '/work?show=OPEN'
  line 'tasks not carried out' "$heads" '/work?show=NOT_DONE'
  line 'tasks of one unit' nguoi21,nguoi1 "/work?show=OPEN&unit=$unit"
  line 'page of a unit' nguoi21,nguoi1 "/work/units/$unit"
  line 'search of tasks, common word' "$large" '/work?show=OPEN&q=gi%E1%BB%9Bi'
  line 'search of tasks, without marks' "$large" '/work?show=OPEN&q=can+bo'
  line 'search of tasks, rare word' "$clerks" '/work?show=OPEN&q=khuoi+nam'
  line 'running plan' nguoi21,nguoi1,nguoi11,nguoi31 "$plan"
  line 'running plan, late' nguoi21,nguoi1,nguoi11,nguoi31 "$plan?state=LATE"
  line 'board of a plan' nguoi21,nguoi1,nguoi11,nguoi31 "$plan?view=board"
  line 'task' nguoi21,nguoi1,nguoi11,nguoi31 "$task"
  line 'list of plans' "$clerks" /plans
  line 'search of plans' "$clerks" '/plans?words=khoi+nghiep'
  line 'register of documents' "$clerks" /documents
  line 'search of documents' "$clerks" '/documents?q=khoi+nghiep'
  line 'parent view' nguoi60001 "/cascades/$(id 15 1)"
  line 'what came from above' "$clerks" /received
  line 'tasks to urge for' "$clerks" /urging/tasks
  line 'proposals to urge' "$clerks" /urging
  line 'log of urging' "$clerks" /urging/log
  line 'urging by units' "$clerks" /urging/units
  line 'oversight' "$clerks" /oversight
  line 'recommendations' "$clerks" /oversight/recommendations
  line 'people' "$clerks" /people
  line 'units' "$clerks" /units
}

memory() { # processes …
  cat $(printf '/proc/%s/smaps_rollup ' "$@") 2>/dev/null | awk '/^Pss:/ {sum += $2} END {print int(sum / 1024)}'
}

start() { # number of tasks
  local log=$data/$1.log
  ports[$1]=$port
  : > "$log"
  BINHDANG_DATA=$data/$1 BINHDANG_PORT=$port BINHDANG_SECOND_FACTOR=optional BINHDANG_JAVA_OPTIONS=-Xmx320m \
    "$project/bin/run" > "$log" 2>&1 &
  pids[$1]=$!
  until grep -q "http://localhost:$port/" "$log"; do
    kill -0 "${pids[$1]}" || { cat "$log" >&2; exit 70; }
    sleep 1
  done
  passwords[$1]=$(sed -n 's/.*Mật khẩu lần đầu: //p' "$log")
  port=$((port + 1))
}

for tasks in "${sizes[@]}"; do
  start "$tasks"
  tool InventedYear "$data/$tasks" "$project/bench/work.sql" "$tasks"
done
questions > "$data/questions"
homes=() secrets=()
for tasks in "${sizes[@]}"; do
  homes+=("http://127.0.0.1:${ports[$tasks]}")
  secrets+=("${passwords[$tasks]}")
done
joined() { local IFS=,; printf '%s' "$*"; }
tool Load "$(joined "${homes[@]}")" /sign-in _csrf "$(joined "${secrets[@]}")" "$data/questions" "$warming" "$seconds" \
  "$rounds" > "$data/all.tsv"
many=$(wc -l < "$data/questions")
for i in "${!sizes[@]}"; do
  tasks=${sizes[$i]}
  say "$tasks tasks: label, requests/s, p50 ms, p95 ms, bytes packed, bytes plain, worst p95 of $rounds rounds ms"
  sed -n "$((i * many + 1)),$((i * many + many))p" "$data/all.tsv"
  database=$(pgrep -P "$(head -1 "$(find "$data/$tasks" -name postmaster.pid)")")
  # shellcheck disable=SC2086
  say "resident: Java $(memory "${pids[$tasks]}") MB, PostgreSQL $(memory $database) MB"
done
if [ -n "${BINHDANG_BENCH_BESIDE:-}" ]; then
  tasks=${sizes[-1]}
  load="$java -XX:+UseSerialGC -Xmx512m -Dstdout.encoding=UTF-8 -cp $built/classes:$(class_path) vn.binhdang.bench.Load"
  cp -r "$(dirname "$(find "$data/$tasks" -path '*/bin/initdb' | head -1)")/.." "$data/binaries"
  chmod -R a+rX "$data/binaries"
  bash "$BINHDANG_BENCH_BESIDE" "$data" "$data/binaries/bin" "$tasks" "$seconds" "$load" \
    "http://127.0.0.1:${ports[$tasks]}" "${passwords[$tasks]}"
fi

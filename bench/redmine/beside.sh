#!/usr/bin/env bash
# Redmine beside the running product, each asked in turns; called by bench/redmine.sh.
# Arguments: folder for data, binaries of PostgreSQL, number of tasks, seconds, command that loads, product's address and
# password.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
folder=$1 binaries=$2 tasks=$3 seconds=$4 load=$5 product=$6 product_password=$7
port=8193
database=5499
puma=
cleanup() {
  [ -z "$puma" ] || { kill "$puma" && wait "$puma"; } 2>/dev/null || true
  runuser -u www-data -- "$binaries/pg_ctl" -D "$folder/redmine-db" -m fast stop > /dev/null 2>&1 || true
  rm -rf /etc/redmine/bench /var/lib/redmine/bench "$folder/redmine-db"
  [ -z "${own_environment:-}" ] || rm -f "$own_environment"
}
trap cleanup EXIT
chmod 755 "$folder"
install -d -o www-data "$folder/redmine-db" /var/lib/redmine/bench /var/lib/redmine/bench/{files,log,tmp,tmp/cache,public,config}
runuser -u www-data -- "$binaries/initdb" -D "$folder/redmine-db" -U redmine -A trust -E UTF8 --locale=C.UTF-8 > /dev/null
runuser -u www-data -- "$binaries/pg_ctl" -D "$folder/redmine-db" -w -l "$folder/redmine-db/log" \
  -o "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=$database" start > /dev/null
sql() { psql -q -h 127.0.0.1 -p "$database" -U redmine -v ON_ERROR_STOP=1 "$@" > /dev/null; }
sql -d postgres -c 'create database redmine'
cat > /var/lib/redmine/bench/config/database.yml <<YML
production:
  adapter: postgresql
  database: redmine
  host: 127.0.0.1
  port: $database
  username: redmine
  encoding: utf8
  pool: 10
YML
head -c 64 /dev/urandom | od -An -tx1 | tr -d ' \n' > /var/lib/redmine/bench/config/secret_key.txt
chown www-data /var/lib/redmine/bench/config/*
if [ ! -e /usr/share/redmine/config/additional_environment.rb ]; then
  own_environment=/usr/share/redmine/config/additional_environment.rb
  echo 'config.log_level = :warn' > "$own_environment"
fi
redmine=(env -C /usr/share/redmine REDMINE_INSTANCE=bench X_DEBIAN_SITEID=bench RAILS_ENV=production HOME=/tmp
  SCHEMA=/dev/null)
rake() { runuser -u www-data -- "${redmine[@]}" rake "$@" > /dev/null 2> "$folder/rake.err" || { tail -30 "$folder/rake.err" >&2; exit 70; }; }
rake db:migrate
REDMINE_LANG=en rake redmine:load_default_data REDMINE_LANG=en
password=mot-cau-de-do
hash=$(printf '%s' "salt$(printf '%s' "$password" | sha1sum | cut -d' ' -f1)" | sha1sum | cut -d' ' -f1)
sed "s/:tasks/$tasks/g; s/:hash/$hash/g" "$here/year.sql" | sed 's/^$/;/' > "$folder/redmine.sql"
sql -d redmine -1 -f "$folder/redmine.sql"
sql -d redmine -c 'vacuum analyze'

runuser -u www-data -- "${redmine[@]}" puma -w 2 -t 5:5 --preload -e production -b "tcp://127.0.0.1:$port" \
  > "$folder/puma.log" 2>&1 &
puma=$!
until curl -s -o /dev/null "http://127.0.0.1:$port/login"; do
  kill -0 "$puma" || { cat "$folder/puma.log" >&2; exit 70; }
  sleep 1
done

clerks=nguoi21,nguoi221,nguoi421,nguoi1021,nguoi5021,nguoi9021,nguoi20021,nguoi40021
staff=nguoi31,nguoi42,nguoi253,nguoi464,nguoi1075,nguoi5086,nguoi9097,nguoi20108
one=nguoi21,nguoi1,nguoi11,nguoi31
list='/projects/agency-1/issues?set_filter=1&per_page=50&f%5B%5D=status_id&op%5Bstatus_id%5D=o&sort=due_date'
words="$list&f%5B%5D=subject&op%5Bsubject%5D=~&v%5Bsubject%5D%5B%5D="
plan='/projects/plan-20/issues?set_filter=1&per_page=50'
line() { printf '%s\t%s\t%s\n' "$@"; }
{
  line 'my work' "$staff" /my/page
  line 'open tasks of the agency' "$clerks" "$list"
  line 'late tasks of the agency' "$clerks" "$list&f%5B%5D=due_date&op%5Bdue_date%5D=%3Ct-&v%5Bdue_date%5D%5B%5D=1"
  line 'common word' "$clerks" "${words}gi%E1%BB%9Bi"
  line 'rare word' "$clerks" "${words}Khu%E1%BB%95i"
  line 'one plan' "$one" "$plan"
  line 'board of a plan' "$one" "$plan&group_by=status"
  line 'one task' "$one" /issues/765
} > "$folder/theirs"
id() { printf '0190%04x-0000-7000-8000-%012x' "$1" "$2"; }
own=nguoi21,nguoi22,nguoi1,nguoi2
{
  line 'my work' "$staff" /
  line 'open tasks of the agency' "$own" '/work?show=OPEN'
  line 'late tasks of the agency' "$own" /work
  line 'common word' "$own" '/work?show=OPEN&q=gi%E1%BB%9Bi'
  line 'rare word' "$own" '/work?show=OPEN&q=Khu%E1%BB%95i'
  line 'one plan' "$one" "/plans/$(id 8 20)"
  line 'board of a plan' "$one" "/plans/$(id 8 20)?view=board"
  line 'one task' "$one" "/plans/$(id 8 20)/tasks/$(id 9 765)"
} > "$folder/ours"
for round in 1 2; do
  $load "$product" /sign-in _csrf "$product_password" "$folder/ours" 1 "$seconds" | sed "s/^/ours $round\t/"
  $load "http://127.0.0.1:$port" /login authenticity_token "$password" "$folder/theirs" 2 "$seconds" | sed "s/^/Redmine $round\t/"
done | tee "$folder/beside.tsv"
# medians would say little of two rounds: the better one of each
awk -F'\t' '{ who = $1; sub(/ .*/, "", who); k = who SUBSEP $2; if (!(k in r) || $3 > r[k]) { r[k] = $3; m[k] = $4; p[k] = $5 }
  if (who == "ours" && !($2 in seen)) { seen[$2]; order[++n] = $2 } }
  END { print "| page | requests/s | p50 | p95 | Redmine requests/s | p50 | p95 | times its throughput |";
        print "| --- | --- | --- | --- | --- | --- | --- | --- |";
        for (i = 1; i <= n; i++) { q = order[i]; a = "ours" SUBSEP q; b = "Redmine" SUBSEP q;
          printf "| %s | %.0f | %.0f ms | %.0f ms | %.1f | %.0f ms | %.0f ms | %.1f |\n", q, r[a], m[a], p[a], r[b], m[b], p[b], r[a] / r[b] } }' \
  "$folder/beside.tsv"

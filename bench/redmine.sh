#!/usr/bin/env bash
# the same 200,000 tasks in the product and in Debian's Redmine: pages in turns, 32 connections (root, Debian 12)
# Redmine's packages are installed when they are missing: redmine, redmine-pgsql, puma, postgresql-client. Its data lie in a
# database server and an instance of its own, which go when it ends; the packages stay. Arguments: seconds for each page and
# round, number of tasks.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
[ "$(id -u)" = 0 ] || { echo "needs root: it installs packages and runs Redmine as www-data" >&2; exit 77; }
if [ ! -d /usr/share/redmine ] || ! command -v puma psql > /dev/null; then
  echo 'redmine redmine/instances/default/dbconfig-install boolean false' | debconf-set-selections
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends redmine redmine-pgsql puma postgresql-client >&2 \
    || [ -f /usr/share/redmine/config.ru ] # its last step wants a database of its own, which is not needed here
fi
BINHDANG_BENCH_BESIDE=$here/redmine/beside.sh exec bash "$here/work.sh" "${1:-3}" "${2:-200000}"

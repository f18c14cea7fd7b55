# Shared by the scripts in bin/: where the project is, which Java to use, and building what is out of date.
# Source it ('. "$(dirname "$(readlink -f "$0")")/lib.sh"'); it changes no directory and prints only on standard error.
# After it:  $project    the project's folder, absolute
#            find_java   sets $java to a Java 25
#            build_if_needed   compiles when a source is newer than the last build
#            class_path  prints target/classes and the jars it runs with, for java -cp

project=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)

# Names of files are Vietnamese: with the C locale of a bare container Java would read them as question marks.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in *[Uu][Tt][Ff]*) ;; *) export LC_ALL=C.UTF-8 ;; esac

say() { printf '%s\n' "$*" >&2; }

is_java_25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null; }

# JAVA_HOME first, then what Debian and the vendors' packages install, then the java on the PATH.
find_java() {
  local home on_path
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$on_path"; do
    if [ -n "$home" ] && is_java_25 "$home"; then
      java=$home/bin/java
      # Maven runs on any Java from 17 on and finds 25 itself; it is told only where there is no other.
      command -v java >/dev/null || export JAVA_HOME=$home
      return 0
    fi
  done
  say "Không tìm thấy JDK 25. Hãy cài JDK 25 hoặc đặt JAVA_HOME trỏ tới nó."
  say "No JDK 25 found. Install one, or set JAVA_HOME to its folder."
  return 69
}

# What Maven says goes to standard error, as standard output belongs to the command that needed the build; without the
# colour codes that it prints even into files.
maven() (
  set -o pipefail
  mvn -q -B "$@" 2>&1 | sed -e 's/\x1b\[[0-9;]*m//g' -e '/^$/d' >&2
)

# What a build depends on; folders are compared as well, so that a deleted file counts as a change.
build_is_current() {
  [ -f "$project/target/.built" ] && [ -f "$project/target/.class-path" ] \
    && [ -z "$(find "$project/src/main" "$project/pom.xml" -newer "$project/target/.built" -print -quit)" ]
}

build_if_needed() {
  build_is_current && return 0
  command -v mvn >/dev/null || { say "Chưa có Maven (gói maven). / Maven is missing (package maven)."; return 69; }
  mkdir -p "$project/target"
  # Two starts at once must not build into one folder; the second finds the work done.
  (
    flock 9
    build_is_current && exit 0
    say "Đang dựng chương trình, lần đầu mất vài phút … / Building, a few minutes the first time …"
    touch "$project/target/.building"
    maven -Dfast -f "$project/pom.xml" compile dependency:build-classpath \
      -DincludeScope=runtime -Dmdep.outputFile="$project/target/.class-path" || exit 70
    mv "$project/target/.building" "$project/target/.built"
  ) 9>"$project/target/.build-lock"
}

class_path() { printf '%s:%s' "$project/target/classes" "$(cat "$project/target/.class-path")"; }

# Java for the tools beside the server: little memory, a quick start, only warnings in the log.
tool_flags=(-XX:+UseSerialGC -Xshare:auto -Xmx512m -XX:TieredStopAtLevel=1 -Djava.awt.headless=true
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dlogback.configurationFile=tools-log.xml --enable-native-access=ALL-UNNAMED)

#!/usr/bin/env bash
# Tests the launcher against stand-ins for Maven and the JDK, in a folder of its own (with a space
# in its name). Prints one line a test; exit status 1 if one fails.
set -uo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
home="$scratch/a clone"
tools=$scratch/tools

fake_jdk() { # folder version
  mkdir -p "$1/bin"
  printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
  printf '#!/bin/sh\n' >"$1/bin/javac"
  cat >"$1/bin/java" <<'JAVA'
#!/usr/bin/env bash
for argument; do
  case $argument in
    -XX:AOTCacheOutput=*) printf 'cache' >"${argument#*=}"; exit 0 ;;
  esac
done
if [[ ${*: -1} == pid ]]; then echo $$; else printf '<%s>' "$@"; fi
JAVA
  chmod +x "$1/bin/javac" "$1/bin/java"
}

setup() {
  rm -rf "$scratch"/*
  mkdir -p "$home/cli/src/main" "$home/kernel/src/main" "$tools"
  cp "$project/heed" "$home/heed"
  touch "$home/pom.xml" "$home/cli/pom.xml" "$home/cli/src/main/Heed.java"
  find "$home" -exec touch -d '2020-01-01' {} +
  fake_jdk "$scratch/jdk25" 25.0.3
  cat >"$tools/mvn" <<'MVN'
#!/usr/bin/env bash
echo "$JAVA_HOME" >>"$MVN_CALLS"
[[ -z ${MVN_BREAKS:-} ]] || { echo "[ERROR] Heed.java:[1,1] ';' expected"; exit 1; }
sleep "${MVN_TAKES:-0}"
mkdir -p cli/target/heed/lib
touch cli/target/heed/lib/{heed-cli-1,picocli-1,aaa-1}.jar
MVN
  chmod +x "$tools/mvn"
  export MVN_CALLS=$scratch/calls JAVA_HOME=$scratch/jdk25 HEED_JDK_SEARCH=path
  export PATH=$tools:/usr/bin:/bin
  unset MVN_BREAKS MVN_TAKES HEED_JAVA_OPTIONS
  : >"$MVN_CALLS"
}

calls() { wc -l <"$MVN_CALLS" | tr -d ' '; }

runs_a_command_from_any_folder_and_through_a_link() {
  ln -s "$home/heed" "$tools/heed"
  out=$(cd / && "$tools/heed" read "two words" -) || return 1
  [[ $out == *"<-Dheed.home=$home>"*"<org.heed.cli.Heed><read><two words><->" ]]
}

puts_its_own_jars_first() {
  out=$("$home/heed" read)
  [[ $out == *"<-cp><"*heed-cli-1.jar:*picocli-1.jar:*aaa-1.jar">"* ]]
}

builds_once_and_again_only_when_a_source_is_newer() {
  "$home/heed" read >"$scratch/out" 2>"$scratch/err" && grep -q Building "$scratch/err" || return 1
  "$home/heed" read >"$scratch/out" 2>"$scratch/err" && [[ ! -s $scratch/err && $(calls) == 1 ]] || return 1
  touch -d '+1 minute' "$home/cli/src/main/Heed.java"
  "$home/heed" read >"$scratch/out" 2>&1 && [[ $(calls) == 2 ]]
}

builds_once_when_two_start_together() {
  export MVN_TAKES=1
  "$home/heed" read >/dev/null 2>&1 &
  local first=$!
  "$home/heed" read >/dev/null 2>&1 && wait "$first" && [[ $(calls) == 1 ]]
}

shows_why_a_build_fails_and_tries_again_next_time() {
  export MVN_BREAKS=yes
  err=$("$home/heed" read 2>&1 >"$scratch/out")
  [[ $? == 1 && $err == *"';' expected"*"the build failed"* && ! -s $scratch/out ]] || return 1
  unset MVN_BREAKS
  "$home/heed" read >/dev/null 2>&1
}

says_so_when_maven_is_missing() {
  rm "$tools/mvn"
  local tool
  for tool in bash dirname find mkdir flock readlink; do ln -s "$(command -v "$tool")" "$tools/$tool"; done
  err=$(PATH=$tools "$home/heed" read 2>&1)
  [[ $? == 1 && $err == "heed: "*Maven* && $(wc -l <<<"$err") == 1 ]]
}

passes_over_an_old_jdk_for_a_fitting_one() {
  fake_jdk "$scratch/jdk17" 17.0.15
  ln -s "$scratch/jdk25/bin/java" "$tools/java"
  export JAVA_HOME=$scratch/jdk17
  "$home/heed" read >/dev/null 2>&1 && [[ $(<"$MVN_CALLS") == "$scratch/jdk25" ]]
}

names_the_jdks_that_do_not_fit() {
  fake_jdk "$scratch/jdk" 25.0.2
  fake_jdk "$scratch/newer" 26.0.1
  ln -s "$scratch/newer/bin/java" "$tools/java"
  export JAVA_HOME=$scratch/jdk
  err=$("$home/heed" read 2>&1)
  [[ $? == 1 && $err == "heed: "*"JDK 25"*"found 25.0.2, 26.0.1"* && $(wc -l <<<"$err") == 1 ]]
}

becomes_the_jvm_so_that_signals_reach_it() {
  "$home/heed" read >/dev/null 2>&1
  "$home/heed" pid >"$scratch/out" 2>/dev/null &
  local pid=$!
  wait "$pid" && [[ $(<"$scratch/out") == "$pid" ]]
}

uses_a_cache_made_for_this_folder_only() {
  "$home/heed" read 2>/dev/null | grep -q AOTCache= || return 1
  mv "$home" "$scratch/moved"
  ! "$scratch/moved/heed" read 2>/dev/null | grep -q AOTCache=
}

compiles_less_for_short_work() {
  printf 'short' >"$scratch/small" && head -c 2000000 /dev/zero >"$scratch/large"
  "$home/heed" read --in "$scratch/small" 2>/dev/null | grep -q TieredStopAtLevel || return 1
  ! "$home/heed" read --in="$scratch/large" 2>/dev/null | grep -q TieredStopAtLevel || return 1
  ! "$home/heed" link --mapping "$scratch/small" --in "$scratch/large" 2>/dev/null | grep -q TieredStopAtLevel || return 1
  ! "$home/heed" read 2>/dev/null | grep -q TieredStopAtLevel
}

status=0
for test in $(declare -F | awk '{print $3}' | grep _); do
  [[ $test == fake_jdk ]] && continue
  setup >/dev/null 2>&1
  if (set +e; "$test"); then echo "ok   $test"; else echo "FAIL $test"; status=1; fi
done
exit "$status"

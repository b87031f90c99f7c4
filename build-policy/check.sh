#!/usr/bin/env bash
# ./heed check: everything that continuous integration runs. The launcher calls it with JAVA_HOME
# set to JDK 25 for every tool. The last line says how many checks passed, failed and were skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'TEXT'
Usage: heed check [--long] [--without-browser] [--without-installed-postgresql]
Builds and tests everything: format, compiler and null checks, forbidden calls, unit, database,
browser and accessibility tests, rulebooks with their examples, repository policy.
  --long             add faults, mutation, fuzzing and many-seed simulations, and the database tests
                     on the bundled PostgreSQL after the installed one
  --without-browser  waive the tests that need Chromium
  --without-installed-postgresql
                     with --long: test on the bundled PostgreSQL alone
  -h, --help         show this help
Tests that need outside data find it through the environment variable HEED_DATA, and skip without.
TEXT
}

long=
browser=yes
installed=yes
for argument in "$@"; do
  case $argument in
    --long) long=yes ;;
    --without-browser) browser= ;;
    --without-installed-postgresql) installed= ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      printf 'heed: check knows no %s\n' "$argument" >&2
      usage >&2
      exit 2
      ;;
  esac
done

passed=0 failed=0 skipped=0
step() {
  local name=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    passed=$((passed + 1))
    printf '\n== %s: passed in %d s\n' "$name" $((SECONDS - began))
  else
    failed=$((failed + 1))
    printf '\n== %s: FAILED after %d s\n' "$name" $((SECONDS - began))
  fi
}

# --- a browser, installed where that can be done ----------------------------------------------------

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if HEED_CHROMIUM=${HEED_CHROMIUM:-$(command -v "$name")}; then
      export HEED_CHROMIUM
      return 0
    fi
  done
  return 1
}

a_browser() {
  find_chromium && return 0
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing Chromium"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } \
      >target/chromium.log 2>&1 || tail -n 5 target/chromium.log
    find_chromium && return 0
  fi
  echo "heed: Chromium is missing; install it, or waive its tests with --without-browser" >&2
  return 1
}

# --- PostgreSQL: the oldest that Heed takes, from the system, and the bundled one --------------------

an_installed_postgresql() {
  local found
  for found in /usr/lib/postgresql/*/bin/postgres /usr/pgsql-*/bin/postgres \
    /opt/homebrew/opt/postgresql*/bin/postgres; do
    [[ -x $found ]] && return 0
  done
  command -v pg_config >/dev/null && [[ -x $(pg_config --bindir)/postgres ]] && return 0
  echo "heed: no PostgreSQL server is installed; install one, or waive its tests with" \
    "--without-installed-postgresql" >&2
  return 1
}

# --- the build and its tests ------------------------------------------------------------------------

# One Maven for this folder at a time; a module that fails does not keep others from being looked at.
maven() {
  local command=(mvn -B -ntp -Dstyle.color=never --fail-at-end "$@")
  if command -v flock >/dev/null; then
    command=(flock target/heed.lock "${command[@]}")
  fi
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 "${command[@]}" </dev/null
}

formatted() {
  maven -q spotless:check
}

build_and_test() {
  local excluded=() options=(-Dmaven.test.failure.ignore=true)
  [[ -n $long ]] && options+=(-Dheed.long=true) || excluded+=(long)
  [[ -n $browser ]] || excluded+=(browser)
  options+=("-Dheed.excludedGroups=$(IFS='|'; echo "${excluded[*]-}")")
  rm -rf -- */target/surefire-reports
  maven "${options[@]}" verify
}

# Changes the context resolver in one place at a time; fails where too few changes fail a test.
mutations() {
  maven -q -Pmutation -pl text -am test-compile
}

# The tests of what talks to a database once more; their reports stand beside those of the build.
database_tests_on_the_bundled_one() {
  HEED_POSTGRES=bundled maven -Dmaven.test.failure.ignore=true '-Dheed.excludedGroups=long|browser' \
    -Dsurefire.reportNameSuffix=bundled -Dsurefire.failIfNoSpecifiedTests=false \
    '-Dtest=org/heed/testkit/**,org/heed/postgres/**,org/heed/server/**,org/heed/cli/**' \
    -pl testkit,postgres,server,cli -am test
}

# Adds up what the tests reported: tests, errors, skipped and failures of every suite.
count_tests() {
  local sums
  sums=$(find . -path '*/target/surefire-reports/TEST-*.xml' -exec grep -hm1 -o '<testsuite [^>]*>' {} + \
    | awk '
        function value(name) {
          return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0
        }
        { bad = value("errors") + value("failures"); skip = value("skipped")
          failed += bad; skipped += skip; passed += value("tests") - bad - skip }
        END { print passed + 0, failed + 0, skipped + 0 }')
  read -r tests_passed tests_failed tests_skipped <<<"$sums"
  passed=$((passed + tests_passed))
  failed=$((failed + tests_failed))
  skipped=$((skipped + tests_skipped))
}

rulebooks() {
  local folder status=0
  for folder in rulebooks/*/; do
    ./heed rulebook check "$folder" && ./heed rulebook test "$folder" || status=1
  done
  return "$status"
}

mkdir -p target
step "policy" build-policy/policy.sh
step "launcher" build-policy/launcher-test.sh
if [[ -n $browser ]]; then
  step "browser" a_browser
else
  skipped=$((skipped + 1))
  echo "== browser: waived"
fi
if [[ -n $long && -n $installed ]]; then
  step "installed PostgreSQL" an_installed_postgresql
elif [[ -n $long ]]; then
  skipped=$((skipped + 1))
  echo "== installed PostgreSQL: waived"
  export HEED_POSTGRES=bundled
fi
step "format" formatted
step "build" build_and_test
if [[ -n $long && -n $installed ]]; then
  step "bundled PostgreSQL" database_tests_on_the_bundled_one
fi
[[ -z $long ]] || step "mutation" mutations
count_tests
if [[ -d rulebooks ]]; then
  step "rulebooks" rulebooks
fi

[[ -n ${HEED_DATA:-} ]] || printf '\nHEED_DATA is not set: tests on outside data were skipped.\n'
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
((failed == 0))

#!/usr/bin/env bash
# Reads every tracked text file for what must not be in one: paths of one machine, hosts of package
# registries, postponed work, numbers of tickets; and whether links between documents lead anywhere.
# Prints file, line and words; exit status 1 if any.
# Patterns are written so that they do not match themselves.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  echo "policy: no git here, so tracked files cannot be listed" >&2
  exit 0
fi

status=0
forbid() {
  local why=$1 pattern=$2 found
  shift 2
  if found=$(git grep -nIE "$pattern" -- . "$@" | cut -c1-200) && [[ -n $found ]]; then
    printf 'policy: %s\n%s\n' "$why" "$found" >&2
    status=1
  fi
}

forbid "a path of one machine" '(^|[^a-zA-Z0-9._])/(wor[k]|tm[p]|roo[t]|hom[e]|User[s])/'
forbid "the host of a package registry" 'repo1?[.]mave[n]|registry[.]npmj[s]|pypi[.]or[g]|deb[.]debia[n]|plugins[.]gradl[e]'
forbid "postponed work" '\b(TO[D]O|FIXM[E])\b|(^|[^[])\bXX[X]\b'
forbid "the number of a ticket" '\b[Ii]ssue #?[0-9]+\b' ':!rulebooks'
forbid "a disabled test" '@Disable[d]\b' '*.java'

fault() {
  printf 'policy: %s\n' "$1" >&2
  status=1
}

while IFS=: read -r document link; do
  target=${link#](}
  target=${target%)}
  target=${target%%#*}
  [[ -z $target || -e $(dirname "$document")/$target ]] || fault "$document links to $target, which is not there"
done < <(git grep -oE '\]\([^):]+\)' -- '*.md')

for decision in docs/decisions/*.md; do
  name=${decision##*/}
  [[ $name == README.md ]] || grep -q "($name)" docs/decisions/README.md \
    || fault "docs/decisions/README.md does not list $name"
done
exit "$status"

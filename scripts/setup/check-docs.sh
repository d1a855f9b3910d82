#!/usr/bin/env bash
# Checks the docs/ of a pull request with the code of the branch that it goes to; no code of the request is run.
# usage: check-docs.sh github|gitlab|text HEAD
#
# To be run where that branch is checked out; HEAD is the proposed commit, already fetched. The report goes to
# standard output, everything else to standard error; docs/ is left as HEAD has it. Ends as `kb check` does: 0 clean,
# 1 errors, 2 not read.
set -eu
cd "$(dirname "$0")/../.."

form=$1
# Gitea reads GitHub's workflows where it has none of its own, but shows no annotations: people read the log.
if [ "$form" = github ] && [ -n "${GITEA_ACTIONS:-}" ]; then
    form=text
fi

# No setting of the runner may bring a filter to life that an attributes file in docs/ names. Paths come as they are,
# but for those with control characters: no name can begin a line of its own.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_COUNT=2
export GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$PWD
export GIT_CONFIG_KEY_1=core.quotePath GIT_CONFIG_VALUE_1=false

# say LEVEL TITLE MESSAGE: an annotation where the forge has them, else a line of the log
say() {
    if [ "$form" = github ]; then
        echo "::$1 title=$2::${3//'%'/%25}"
    else
        echo "$2: $3" >&2
    fi
}

refuse() {
    say error "Không kiểm tra được docs/" "$1"
    if [ "$form" = gitlab ]; then
        echo "[]"
    fi
    exit 1
}

# The first lines of $1 in one, and how many there are beyond them.
listed() {
    local count
    count=$(wc -l <<<"$1")
    printf '%s' "$(head -n 10 <<<"$1" | paste -s -d ',' | sed 's/,/, /g')"
    if [ "$count" -gt 10 ]; then
        printf ' và %d tệp khác' $((count - 10))
    fi
}

proposed=$(git rev-parse --quiet --verify "$2^{commit}") || refuse "Không có commit $2."
if [ -n "$(git status --porcelain -- docs)" ]; then
    refuse "docs/ ở đây có thay đổi chưa commit, sẽ bị ghi đè."
fi

# What the request itself changes, not what the branch has gained since.
from=$(git merge-base HEAD "$proposed") || from=HEAD
code=$(git diff --name-only --no-renames "$from" "$proposed" -- . ':(exclude)docs')
if [ -n "$code" ]; then
    say notice "Có thay đổi ngoài docs" \
        "Kỹ sư xem xét các tệp này; ở đây không chạy chúng, docs/ được kiểm tra bằng mã của nhánh đích: $(listed "$code")."
fi

if [ "$(git cat-file -t "$proposed:docs" 2>/dev/null)" != tree ]; then
    refuse "Không còn thư mục docs/."
fi
# A link would be read through: the report would quote whatever file of the runner it points at.
odd=$(git ls-tree -r "$proposed" -- docs | awk -F '\t' '$1 !~ /^100(644|755) blob / { print $2 }')
if [ -n "$odd" ]; then
    refuse "docs/ chỉ được chứa tệp thường, không chứa liên kết hay kho con: $(listed "$odd")."
fi

make --silent site-environment >&2
git restore --quiet --source "$proposed" --staged --worktree -- docs

status=0
case $form in
github)
    report=$(.venv/bin/kb check --format github) || status=$?
    # Of each kind GitHub shows the first ten of a step: those in files that the request changes go first.
    changed=$(git diff --name-only --no-renames "$from" "$proposed" -- docs |
        sed 's/%/%25/g; s/:/%3A/g; s/,/%2C/g; s/.*/ file=&,/')
    if [ -n "$report" ]; then
        grep -F -f <(printf '%s' "$changed") <<<"$report" || true
        grep -F -v -f <(printf '%s' "$changed") <<<"$report" || true
    fi
    ;;
gitlab)
    .venv/bin/kb check >&2 || true
    .venv/bin/kb check --format gitlab 2>/dev/null || status=$?
    ;;
*)
    .venv/bin/kb check --format "$form" || status=$?
    ;;
esac
exit "$status"

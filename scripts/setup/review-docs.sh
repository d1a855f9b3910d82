#!/usr/bin/env bash
# Tells reviewers what a pull request touches, with the code of the branch that it goes to; no code of the request is
# run. usage: review-docs.sh github|log HEAD
#
# To be run where that branch is checked out; HEAD is the proposed commit, already fetched. Writes the report into
# build/review/ as Markdown and as a page; shows it on the page of the run (github) or in the log. Ends as `kb diff`
# does: 0, 1 where something must not be merged as it is, 2 not read.
set -eu
cd "$(dirname "$0")/../.."

# What a forge still shows on the page of a run.
LARGEST=900000

make --silent site-environment >&2
mkdir -p build/review
status=0
# What the request itself changes, not what the branch has gained since.
.venv/bin/kb diff "HEAD...$2" --format html >build/review/bao-cao.html || status=$?
.venv/bin/kb diff "HEAD...$2" --format md >build/review/bao-cao.md 2>/dev/null || true

report=build/review/bao-cao.md
if [ "$(wc -c <$report)" -gt $LARGEST ]; then
    report=build/review/ngan.md
    echo "Báo cáo xem xét quá dài để hiện ở đây; xem bao-cao.html trong các tệp được giữ lại." >$report
fi
if [ "$1" = github ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    cat $report >>"$GITHUB_STEP_SUMMARY"
else
    cat $report
fi
exit "$status"

#!/usr/bin/env bash
# Makes .venv hold what a lock names, and kb itself. Does nothing when it already does.
# usage: environment.sh site|test
#
# What was done is kept in .venv: `base` tells what it was made from, `site` and `test` which locks
# are in, `kb` which pyproject.toml. A new base starts afresh, so nothing of an old lock stays.
set -eu
cd "$(dirname "$0")/../.."

wanted=$1
python=${PYTHON:-python3}

if ! version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null); then
    echo "$python does not run: install Python 3.11 or newer, or name one with PYTHON=" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "$python is Python $version: 3.11 or newer is needed; name one with PYTHON=" >&2
    exit 1
fi

done_with() {
    [ -f ".venv/$1" ] && [ "$(cat ".venv/$1")" = "$2" ]
}

# A virtual environment does not survive being moved, so its place belongs to the base.
base="$version $PWD $(cat requirements.txt requirements-test.txt | sha256sum)"
if ! done_with base "$base"; then
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        package=python3-venv
        [ "${python##*/}" = python3 ] || package=python$version-venv
        scripts/setup/apt.sh "the virtual environment" "$package"
    fi
    echo "making .venv with Python $version"
    "$python" -m venv --clear .venv
    echo "$base" >.venv/base
fi

pip="$PWD/.venv/bin/python -m pip --disable-pip-version-check"

# The lock of the tests holds all of the site's.
if ! [ -f ".venv/$wanted" ] && ! [ -f .venv/test ]; then
    lock=requirements.txt
    [ "$wanted" = site ] || lock=requirements-test.txt
    echo "installing $lock"
    $pip install --require-hashes --only-binary :all: --no-deps -r "$lock"
    touch ".venv/$wanted"
fi

project=$(sha256sum <pyproject.toml)
if ! done_with kb "$project"; then
    $pip install --quiet --no-deps --no-build-isolation --no-index --editable .
    echo "$project" >.venv/kb
fi

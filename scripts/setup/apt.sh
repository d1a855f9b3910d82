#!/usr/bin/env bash
# Installs Debian packages where root; elsewhere says in one line what is missing, and fails.
# usage: apt.sh "who needs them" PACKAGE...
set -eu

purpose=$1
shift

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "missing for $purpose: $* (as root: apt-get install $*)" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
# A server comes for the tests, which start it themselves: installed, it must not begin to listen.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
fi
echo "installing for $purpose: $*"
# One unreachable source is no reason to stop: the packages may be in the others.
apt-get update -q -o DPkg::Lock::Timeout=300 || true
if ! apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"; then
    echo "missing for $purpose: $* (apt-get could not install them, see above)" >&2
    exit 1
fi

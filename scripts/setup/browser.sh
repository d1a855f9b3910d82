#!/usr/bin/env bash
# Sees to what the browser tests need of the system. Without it the other tests still run, so this never
# fails: the browser tests are then listed as not run, which CI=true turns into a failure.
set -eu
cd "$(dirname "$0")/../.."

packages=()

# Playwright brings a Node.js of its own, which needs a library that a bare Debian does not have.
if ! .venv/bin/playwright --version >/dev/null 2>&1; then
    packages+=(libatomic1)
fi

if ! .venv/bin/python -m tests.browser.chromium >/dev/null 2>&1; then
    if [ -n "${KB_CHROMIUM:-}" ]; then
        echo "missing for the browser tests: KB_CHROMIUM names no program: $KB_CHROMIUM" >&2
    elif grep -qs '^ID=ubuntu$' /etc/os-release; then
        # Ubuntu's package is a snap, which is confined to other folders than the tests use.
        echo "missing for the browser tests: Chromium or Chrome that is no snap; name one with KB_CHROMIUM=" >&2
    else
        packages+=(chromium)
    fi
fi

if [ ${#packages[@]} -gt 0 ]; then
    scripts/setup/apt.sh "the browser tests" "${packages[@]}" || true
fi

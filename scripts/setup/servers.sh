#!/usr/bin/env bash
# Sees to the servers and tools that the tests of publishing, serving and of PDF files need. As with the browser, without them the
# other tests still run, so this never fails: those are then listed as not run, which CI=true turns into a failure.
set -eu
cd "$(dirname "$0")/../.."

# Servers lie in /usr/sbin, which is not in everybody's PATH.
export PATH="$PATH:/usr/sbin:/sbin"
packages=()
for tool in rsync:rsync sshd:openssh-server ssh:openssh-client ssh-keygen:openssh-client \
    nginx:nginx caddy:caddy openssl:openssl pdffonts:poppler-utils; do
    if ! command -v "${tool%%:*}" >/dev/null; then
        packages+=("${tool##*:}")
    fi
done

if [ ${#packages[@]} -gt 0 ]; then
    scripts/setup/apt.sh "the tests of publishing and serving" "${packages[@]}" || true
fi

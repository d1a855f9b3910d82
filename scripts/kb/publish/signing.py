"""Signatures of a manifest, made and checked by OpenSSH (`ssh-keygen -Y`)."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kb.publish.manifest import NAME, SIGNATURE

# What the signature is for: one made for mail or for git is none for a release.
NAMESPACE = "kb"
IDENTITY = "kb"


class NotSigned(Exception):
    """No signature could be made, or it is not one by a known key; the message is one line."""


def sign(site: Path, key: str | None) -> None:
    """Sign the manifest in `site` with the private key in the file `key`; without one, leave no signature.

    Raises NotSigned.
    """
    (site / SIGNATURE).unlink(missing_ok=True)
    if key:
        _run(["ssh-keygen", "-Y", "sign", "-q", "-n", NAMESPACE, "-f", key, str(site / NAME)], b"")


def verify(manifest: bytes, signature: Path, signers: str) -> None:
    """Check the signature of a manifest by the keys in the file `signers` (lines `kb ssh-ed25519 AAAA…`).

    Raises NotSigned.
    """
    command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", IDENTITY, "-n", NAMESPACE, "-s", str(signature)]
    _run(command, manifest)


def _run(command: list[str], given: bytes) -> None:
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise NotSigned("Không có chương trình ssh-keygen (gói openssh-client).") from None
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
        raise NotSigned(f"Chữ ký: {said[-1] if said else 'ssh-keygen không nhận'}")

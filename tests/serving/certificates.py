"""An authority of the tests' own, and certificates that it issues, by openssl."""

from __future__ import annotations

import subprocess
from pathlib import Path

KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")


class Authority:
    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.certificate, self.key = folder / "authority.pem", folder / "authority.key"
        _openssl("req", "-x509", *KEY, "-subj", "/CN=authority", "-keyout", self.key, "-out", self.certificate)

    def issued(self, name: str, where: str) -> tuple[Path, Path]:
        """A certificate for `name` that is good at `where`, and its key."""
        certificate, key, request = (self.folder / f"{name}.{suffix}" for suffix in ("pem", "key", "csr"))
        _openssl("req", *KEY[:-2], "-subj", f"/CN={name}", "-keyout", key, "-out", request)
        (self.folder / "extensions").write_text(f"subjectAltName={where}\n")
        signing = ("-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial", "-days", "2")
        _openssl("x509", "-req", "-in", request, *signing, "-extfile", self.folder / "extensions", "-out", certificate)
        return certificate, key


def _openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)

"""The software that a release was built with, as a CycloneDX document read from the lock file."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from typing import Any

NAME = "sbom.cdx.json"
PACKAGE = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:(?P<digest>[0-9a-f]{64})")
# Serial numbers are made from commits, in a name space of their own.
SPACE = uuid.uuid5(uuid.NAMESPACE_OID, "kb.release.sbom")


def document(lock: str, commit: str | None, day: str | None) -> str:
    """The bill of materials (CycloneDX 1.6, JSON) of a lock file with hashes.

    `commit` makes the serial number and `day` (ISO date and time of the commit) the time; both are left out where
    they are not known.
    """
    made: dict[str, Any] = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
    if commit:
        made["serialNumber"] = f"urn:uuid:{uuid.uuid5(SPACE, commit)}"
    made["metadata"] = {
        **({"timestamp": day} if day else {}),
        "component": {"type": "application", "name": "kb", "bom-ref": "kb", **({"version": commit} if commit else {})},
    }
    made["components"] = list(_components(lock))
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _components(lock: str) -> Iterator[dict[str, Any]]:
    """One a locked package; the hashes are those of all its files, as `distribution` references."""
    for entry in re.split(r"\n(?=[A-Za-z0-9])", lock):
        if found := PACKAGE.match(entry):
            address = f"pkg:pypi/{found['name'].lower().replace('_', '-')}@{found['version']}"
            yield {
                "type": "library",
                "name": found["name"],
                "version": found["version"],
                "purl": address,
                "bom-ref": address,
                "externalReferences": [
                    {
                        "type": "distribution",
                        "url": address,
                        "hashes": [{"alg": "SHA-256", "content": each} for each in HASH.findall(entry)],
                    }
                ],
            }
